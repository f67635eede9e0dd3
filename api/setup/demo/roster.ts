import type { RosterInput } from '../../../models/contracts/roster';
import type { RosterRow } from '../../../models/db';
import type { Demo } from './customers';

const roster: RosterInput = {
  title: { zh: '驻场服务一组值班表', en: 'Duty roster of on-site team one' },
  calendarId: '5x8',
  shifts: [
    { id: 'day', title: { zh: '白班', en: 'Day shift' }, begins: '08:30' },
    { id: 'night', title: { zh: '夜班', en: 'Night shift' }, begins: '20:30' },
  ],
  everyDay: {
    from: '2026-01-01',
    daysEach: 1,
    turns: { day: ['U-li', 'U-zhao', 'U-sun'], night: ['U-sun', 'U-li', 'U-zhao'] },
  },
  daysOff: {
    from: '2026-01-01',
    daysEach: 1,
    turns: { day: ['U-zhao', 'U-sun', 'U-li'], night: ['U-li', 'U-zhao', 'U-sun'] },
  },
  entries: [],
};

/** The duty roster of a team of the demonstration. */
export const DEMO_ROSTERS: readonly (Demo<RosterRow> & { readonly _id: string })[] = [
  { _id: 'T-0001', roster, updatedBy: { id: 'U-wang', name: '王经理' } },
];
