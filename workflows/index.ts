export { scrap } from './processes/scrap';
export { changeCutover as 'change-cutover' } from './processes/change-cutover';
