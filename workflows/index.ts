export { fault } from './processes/fault';
export { onsiteService as 'onsite-service' } from './processes/onsite-service';
export { scrap } from './processes/scrap';
export { complaint } from './processes/complaint';
export { changeCutover as 'change-cutover' } from './processes/change-cutover';
