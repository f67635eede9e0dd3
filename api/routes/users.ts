import { z } from 'zod';
import {
  passwordInput,
  roleSchema,
  userAnswer,
  userInput,
  userPage,
  userPatch,
} from '../../models/contracts/directory';
import { EDITORS } from '../../models/contracts/editors';
import { id } from '../../models/contracts/fields';
import type { UserRow } from '../../models/db';
import { keysOfGrants } from '../access';
import { route } from '../http/route';
import { editUser, mustKnowCustomersOf } from '../use-cases/edit-user';
import { idOfNew, newRow, rowFor, type Kind } from '../use-cases/master-data';
import { USER_SHEET } from '../use-cases/columns/users';
import { asStored, recordExport } from '../use-cases/exports/records';
import type { RecordList } from '../use-cases/record-list';
import { mustNotBeName, passwordHash } from '../use-cases/passwords';
import { peopleSeenBy, shownUser } from '../use-cases/people';
import { mustFitIn } from '../use-cases/reporting-lines';
import { changesRoute } from './changes';
import { addRoute, askedOf, listRoute, patchRoute, readRoute } from './master-data';
import { exportRoute } from './exports';

const users: Kind<UserRow> = {
  path: '/users',
  title: { zh: '人员', en: 'user' },
  rowsIn: (db) => db.users,
  seenBy: peopleSeenBy,
  sortedBy: 'username',
  answer: userAnswer,
  page: userPage,
  show: shownUser,
};

const list: RecordList<UserRow> = {
  kind: users,
  by: {
    role: { field: 'grants.role', schema: roleSchema },
    customer: { field: 'grants.customerId', schema: id },
    team: { field: 'teamId', schema: id },
    manager: { field: 'managerId', schema: id },
    isActive: { field: 'isActive', schema: z.stringbool({ truthy: ['true'], falsy: ['false'] }) },
  },
};

/** The directory: who there is, which roles they hold and for which customers. */
export const USER_ROUTES = [
  listRoute(list),
  exportRoute(recordExport(list, USER_SHEET, asStored), askedOf(list)),
  readRoute(users),
  changesRoute(users, EDITORS.users),
  addRoute(users, EDITORS.users, userInput, async (call) => {
    await mustKnowCustomersOf(call.deps.db, call.body.grants);
    const _id = idOfNew('U', call);
    await mustFitIn(call.deps.db, call.session, { _id, ...call.body }, null);
    const keys = keysOfGrants(_id, call.body.grants);
    return {
      ...newRow('U', call),
      ...call.body,
      keys,
      passwordHash: '',
      isActive: true,
      leavingUntil: null,
      isDemo: false,
    };
  }),
  patchRoute(users, EDITORS.users, userPatch, async (call, row) => await editUser(users, call, row), [
    'has-open-tasks',
    'wrong-state',
  ]),
  route({
    method: 'put',
    path: '/users/{id}/password',
    who: EDITORS.users,
    summary: { zh: '设置人员密码', en: "Set a user's password" },
    repeats: 'none',
    params: z.object({ id }),
    body: passwordInput,
    hasSecretBody: true,
    answers: { 204: null },
    errors: ['not-found', 'invalid-input'],
    handle: async (call) => {
      const { _id, username } = await rowFor(users, call, call.params.id);
      mustNotBeName(call.body.password, username, '/password');
      const { db } = call.deps;
      await db.users.updateOne({ _id }, { $set: { passwordHash: await passwordHash(call.body.password) } });
      await db.sessions.deleteMany({ userId: _id });
      return { status: 204, access: { target: _id, details: {} } };
    },
  }),
];
