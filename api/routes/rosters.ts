import { z } from 'zod';
import { STAFF_ROLES } from '../../models/codes';
import { id } from '../../models/contracts/fields';
import { rosterInput } from '../../models/contracts/roster';
import {
  dutyAnswer,
  dutyChangeInput,
  dutyChangesAnswer,
  faultOfStretch,
  LONGEST_WINDOW_IN_DAYS,
  onDutyQuery,
  rosterAnswer,
  rosterQuery,
} from '../../models/contracts/roster-answers';
import type { DutyChangeRow, TeamRow } from '../../models/db';
import { dutyAt } from '../../models/roster/duty';
import { servedBetween, servingAt } from '../../models/roster/serving';
import { mustMatch } from '../http/if-match';
import { invalidAt } from '../http/invalid';
import { Problem } from '../http/problem';
import { route, type Answer } from '../http/route';
import { dutyChangeShown, dutyShown, rosterShown, servingShown } from '../show/roster';
import { changesOf } from '../use-cases/changes';
import { cancelDutyChange, newDutyChanges } from '../use-cases/duty-changes';
import { tellOfDutyChanges } from '../use-cases/duty-mails';
import type { AnyCall } from '../use-cases/master-data';
import { personNames } from '../use-cases/names';
import {
  changesIn,
  factsOf,
  mayEditRoster,
  mustBeNear,
  mustBePlannable,
  namedIn,
  rosterOf,
  teamOf,
  type Window,
} from '../use-cases/roster';
import { saveNextVersion } from '../use-cases/setting';

const params = z.strictObject({ id });

/** The duty rosters of the teams: staff read them, managers of teams edit theirs; customers' people see none. */
export const ROSTER_ROUTES = [
  route({
    method: 'get',
    path: '/teams/{id}/roster',
    who: STAFF_ROLES,
    summary: { zh: '查看值班表', en: "Read a team's duty roster, and who is on duty between two instants" },
    repeats: 'none',
    params,
    query: rosterQuery,
    hasEtag: true,
    answers: { 200: rosterAnswer },
    errors: ['not-found', 'invalid-input'],
    handle: async (call) => await rosterAnswered(call, await teamOf(call, call.params.id), windowOf(call)),
  }),
  route({
    method: 'put',
    path: '/teams/{id}/roster',
    who: STAFF_ROLES,
    summary: { zh: '编制值班表', en: "Set a team's duty roster" },
    repeats: 'none',
    params,
    body: rosterInput,
    needsIfMatch: true,
    hasEtag: true,
    answers: { 200: rosterAnswer },
    errors: ['not-found', 'not-allowed', 'invalid-input', 'changed-meanwhile', 'precondition-required'],
    handle: async (call) => {
      const { deps, body, me, request } = call;
      const team = await teamOf(call, call.params.id);
      if (!mayEditRoster(me, team)) throw new Problem('not-allowed');
      const before = await rosterOf(call, team._id);
      mustMatch(request, before?.version ?? 0);
      await mustBePlannable(call, team, body);
      const fields = { roster: body, updatedBy: { id: me.id, name: me.name } };
      await saveNextVersion(deps.db.rosters, team._id, before?.version ?? 0, fields, deps.now());
      const changes = changesOf({ roster: before?.roster ?? null }, { roster: body });
      return {
        ...(await rosterAnswered(call, team, null)),
        access: { target: team._id, details: { changes } },
      };
    },
  }),
  route({
    method: 'get',
    path: '/teams/{id}/on-duty',
    who: STAFF_ROLES,
    summary: { zh: '查看某一时刻的值班人', en: 'Who is on duty at an instant' },
    repeats: 'none',
    params,
    query: onDutyQuery,
    answers: { 200: dutyAnswer },
    errors: ['not-found', 'invalid-input'],
    handle: async (call) => {
      const at = call.query.at ?? call.deps.now().toISOString();
      mustBeNear(call.deps, '/at', at);
      const facts = await factsOf(call, call.params.id, { from: at, to: at });
      const people = servingAt(facts, Date.parse(at));
      const nameOf = await personNames(call.deps.db, people.flatMap(namedBy));
      const { plan, changes } = facts;
      if (plan) {
        const duty = dutyAt(plan.roster, changes, plan.calendar, Date.parse(at));
        return { status: 200, body: dutyShown(facts, { ...duty, people }, nameOf) };
      }
      const nothing = { shift: null, date: null, from: null, to: null };
      return { status: 200, body: { ...nothing, people: people.map((one) => servingShown(one, nameOf)) } };
    },
  }),
  route({
    method: 'post',
    path: '/teams/{id}/duty-changes',
    who: STAFF_ROLES,
    summary: { zh: '替班、增派与换班', en: 'Have somebody else on duty, besides or instead, or swap two stretches' },
    repeats: 'stored',
    params,
    body: dutyChangeInput,
    answers: { 201: dutyChangesAnswer },
    errors: ['not-found', 'not-allowed', 'wrong-state', 'invalid-input'],
    handle: async (call) => {
      const team = await teamOf(call, call.params.id);
      const rows = await newDutyChanges(call, team, call.body);
      await call.deps.db.dutyChanges.create(rows, { session: call.session, ordered: true });
      return await changesAnswered(call, team, rows, 'duty-changed');
    },
  }),
  route({
    method: 'post',
    path: '/teams/{id}/duty-changes/{change}/cancel',
    who: STAFF_ROLES,
    summary: { zh: '取消值班调整', en: 'Cancel a change of who is on duty, and the other half of a swap' },
    repeats: 'stored',
    params: z.strictObject({ id, change: id }),
    answers: { 200: dutyChangesAnswer },
    errors: ['not-found', 'not-allowed', 'wrong-state', 'invalid-input'],
    handle: async (call) => {
      const team = await teamOf(call, call.params.id);
      const rows = await cancelDutyChange(call, team, call.params.change);
      return await changesAnswered(call, team, rows, 'duty-change-cancelled');
    },
  }),
];

function windowOf({
  deps,
  query: { from, to },
}: Pick<AnyCall, 'deps'> & { readonly query: WindowAsked }): Window | null {
  if (from === undefined && to === undefined) return null;
  const begin = from ?? deps.now().toISOString();
  const window = { from: begin, to: to ?? new Date(Date.parse(begin) + WEEK_IN_MS).toISOString() };
  mustBeNear(deps, '/from', window.from);
  mustBeNear(deps, '/to', window.to);
  const code = faultOfStretch(window);
  if (code) throw invalidAt('/to', code, { most: LONGEST_WINDOW_IN_DAYS });
  return window;
}

type WindowAsked = { readonly from?: string | undefined; readonly to?: string | undefined };
const WEEK_IN_MS = 7 * 86_400_000;

async function rosterAnswered(call: AnyCall, team: TeamRow, window: Window | null): Promise<Answer> {
  const { deps, me } = call;
  const now = deps.now().toISOString();
  const row = await rosterOf(call, team._id);
  const facts = await factsOf(call, team._id, window ?? { from: now, to: now });
  const served = window ? servedBetween(facts, Date.parse(window.from), Date.parse(window.to)) : [];
  const changes = window ? await changesIn(call, team._id, window) : [];
  const ids = [...facts.members, ...(row ? namedIn(row.roster).map((one) => one.id) : [])];
  const others = [...served.flatMap(({ people }) => people.flatMap(namedBy)), ...changes.flatMap(concernedBy)];
  const nameOf = await personNames(deps.db, [...ids, ...others]);
  const body = {
    team: { id: team._id, name: team.name },
    ...rosterShown(row),
    timeZone: facts.plan?.calendar.version.timeZone ?? null,
    people: [...new Set(ids)].map((one) => ({ ...nameOf(one), isMember: facts.members.has(one) })),
    stretches: served.map((duty) => dutyShown(facts, duty, nameOf)),
    changes: changes.map((one) => dutyChangeShown(one, nameOf)),
    may: { edit: mayEditRoster(me, team), handOver: facts.members.has(me.id) },
  };
  return { status: 200, etag: row?.version ?? 0, body };
}

async function changesAnswered(
  call: AnyCall,
  team: TeamRow,
  rows: readonly DutyChangeRow[],
  kind: 'duty-changed' | 'duty-change-cancelled',
): Promise<Answer> {
  const nameOf = await personNames(call.deps.db, rows.flatMap(concernedBy));
  await tellOfDutyChanges(call, team, kind, rows, nameOf);
  const changes = rows.map((row) => dutyChangeShown(row, nameOf));
  const details = { changes: changesOf({}, { [kind]: changes.map(({ id: one }) => one) }) };
  return {
    status: kind === 'duty-changed' ? 201 : 200,
    body: { changes },
    access: { target: team._id, details },
  };
}

function namedBy({ id: one, substituteId }: ReturnType<typeof servingAt>[number]): string[] {
  return [one, ...(substituteId === null ? [] : [substituteId])];
}

function concernedBy({ personId, insteadOf }: DutyChangeRow): string[] {
  return [personId, ...(insteadOf === null ? [] : [insteadOf])];
}
