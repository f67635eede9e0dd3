import type { TeamRow } from '../../../models/db';
import type { Sheets } from '../exports/export';
import { CHANGED_AT, RECORD_ID, told } from './told';

/** A team with the name of who leads it. */
export type ShownTeam = TeamRow & { readonly leader: string | null };

/** Teams as they are exported. */
export const TEAM_SHEET: Sheets<ShownTeam> = {
  title: { zh: '团队', en: 'Teams' },
  columns: [
    told({ zh: '团队名称', en: 'Team' }, ({ name }) => name, { width: 28 }),
    told({ zh: '负责人', en: 'Leader' }, ({ leader }) => leader),
    RECORD_ID,
    CHANGED_AT,
  ],
};
