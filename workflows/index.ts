export { scrap } from './processes/scrap';
export { complaint } from './processes/complaint';
export { changeCutover as 'change-cutover' } from './processes/change-cutover';
