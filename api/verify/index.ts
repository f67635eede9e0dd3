export { verifyAccessLog } from './access';
export { verifyCases } from './cases';
export type { Fault } from './fault';
