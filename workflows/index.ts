export { scrap } from './processes/scrap';
