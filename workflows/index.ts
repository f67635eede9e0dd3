export { fault } from './processes/fault';
export { onsiteService as 'onsite-service' } from './processes/onsite-service';
export { scrap } from './processes/scrap';
export { complaint } from './processes/complaint';
export { hiddenDanger as 'hidden-danger' } from './processes/hidden-danger';
export { majorMaintenance as 'major-maintenance' } from './processes/major-maintenance';
export { callback } from './processes/callback';
export { changeCutover as 'change-cutover' } from './processes/change-cutover';
