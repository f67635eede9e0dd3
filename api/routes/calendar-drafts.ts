import { z } from 'zod';
import { STAFF_ROLES } from '../../models/codes';
import { calendarComparisonAnswer, calendarDraftAnswer, publishAnswer } from '../../models/contracts/calendar-answers';
import { calendarDraftInput, publishInput } from '../../models/contracts/calendar-requests';
import { EDITORS } from '../../models/contracts/editors';
import { id } from '../../models/contracts/fields';
import { route } from '../http/route';
import { draftShown } from '../show/calendar';
import { discardDraft, writeDraft } from '../use-cases/calendar-draft';
import { calendarAtWork, contentAtWork } from '../use-cases/calendars';
import { comparisonOf } from '../use-cases/compare-calendar';
import { publishCalendar } from '../use-cases/publish-calendar';

const params = z.strictObject({ id });

/** A calendar is changed as a draft, which one publishes; a published version never changes. */
export const CALENDAR_DRAFT_ROUTES = [
  route({
    method: 'get',
    path: '/calendars/{id}/draft',
    who: STAFF_ROLES,
    summary: { zh: '查看工作日历草稿', en: "Read a calendar's draft" },
    repeats: 'none',
    params,
    hasEtag: true,
    answers: { 200: calendarDraftAnswer },
    errors: ['not-found', 'invalid-input'],
    handle: async ({ deps, params: { id: one } }) => {
      const body = draftShown(one, await calendarAtWork(deps.db, one));
      return { status: 200, body, etag: body.version };
    },
  }),
  route({
    method: 'put',
    path: '/calendars/{id}/draft',
    who: EDITORS.calendars,
    summary: { zh: '保存工作日历草稿', en: 'Keep a draft of a calendar, also of a new one' },
    repeats: 'none',
    params,
    body: calendarDraftInput,
    needsIfMatch: true,
    hasEtag: true,
    answers: { 200: calendarDraftAnswer },
    errors: ['not-found', 'wrong-state'],
    handle: async (call) => await writeDraft(call, call.params.id, call.body),
  }),
  route({
    method: 'delete',
    path: '/calendars/{id}/draft',
    who: EDITORS.calendars,
    summary: { zh: '放弃工作日历草稿', en: 'Give a draft up' },
    repeats: 'none',
    params,
    needsIfMatch: true,
    answers: { 204: null },
    errors: ['not-found'],
    handle: async (call) => await discardDraft(call, call.params.id),
  }),
  route({
    method: 'get',
    path: '/calendars/{id}/draft/comparison',
    who: STAFF_ROLES,
    summary: { zh: '发布草稿会改变什么', en: 'What publishing the draft would change' },
    repeats: 'none',
    params,
    answers: { 200: calendarComparisonAnswer },
    errors: ['not-found', 'invalid-input'],
    handle: async ({ deps: { db, now }, params: { id: one } }) => {
      const atWork = await calendarAtWork(db, one);
      return { status: 200, body: await comparisonOf(db, now(), one, atWork.newest, contentAtWork(atWork)) };
    },
  }),
  route({
    method: 'post',
    path: '/calendars/{id}/publish',
    who: EDITORS.calendars,
    summary: { zh: '发布工作日历的新版本', en: "Publish a calendar's draft as its next version" },
    repeats: 'stored',
    params,
    body: publishInput,
    needsIfMatch: true,
    answers: { 201: publishAnswer },
    errors: ['not-found', 'wrong-state'],
    handle: async (call) => await publishCalendar(call, call.params.id, call.body.note),
  }),
];
