import { teamAnswer, teamInput, teamPage, teamPatch } from '../../models/contracts/teams';
import { id } from '../../models/contracts/fields';
import { EDITORS } from '../../models/contracts/editors';
import type { TeamRow } from '../../models/db';
import { isCustomerSide } from '../../models/whom';
import { newRow, type Kind } from '../use-cases/master-data';
import type { RecordList } from '../use-cases/record-list';
import { TEAM_SHEET } from '../use-cases/columns/teams';
import { withLeaders } from '../use-cases/exports/teams';
import { recordExport } from '../use-cases/exports/records';
import { mustBeActiveStaff } from '../use-cases/reporting-lines';
import { changesRoute } from './changes';
import { addRoute, askedOf, changeRoute, listRoute, readRoute } from './master-data';
import { exportRoute } from './exports';

const NONE = { _id: { $in: [] } };

const teams: Kind<TeamRow> = {
  path: '/teams',
  title: { zh: '团队', en: 'team' },
  rowsIn: (db) => db.teams,
  seenBy: (me) => (isCustomerSide(me.user.grants) ? NONE : {}),
  sortedBy: 'name',
  answer: teamAnswer,
  page: teamPage,
  show: ({ _id, updatedAt, ...rest }) => ({ id: _id, updatedAt: updatedAt.toISOString(), ...rest }),
};

const list: RecordList<TeamRow> = { kind: teams, by: { leader: { field: 'leaderId', schema: id } } };

/** The company's teams and who leads them; customers' people see none. */
export const TEAM_ROUTES = [
  listRoute(list),
  exportRoute(recordExport(list, TEAM_SHEET, withLeaders), askedOf(list)),
  readRoute(teams),
  changesRoute(teams, EDITORS.teams),
  addRoute(teams, EDITORS.teams, teamInput, async (call) => {
    const { leaderId } = call.body;
    if (leaderId !== null) await mustBeActiveStaff(call.deps.db, call.session, leaderId, '/leaderId');
    return { ...newRow('T', call), ...call.body };
  }),
  changeRoute(teams, EDITORS.teams, teamPatch, async (call, row) => {
    const { leaderId = row.leaderId } = call.body;
    if (leaderId !== null && leaderId !== row.leaderId)
      await mustBeActiveStaff(call.deps.db, call.session, leaderId, '/leaderId');
  }),
];
