import { NO_SERVICE_LEVELS, serviceLevelsSchema, type ServiceLevels } from '../../models/contracts/service-levels';
import { gradeOf } from '../../models/service-levels/grades';
import type { Served } from '../../models/contracts/served';
import { limitsOf } from '../../models/service-levels/limits';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('grading [001 §3]', () => {
  test.each([
    ['response', 0, 1],
    ['response', 5 * MINUTE, 1],
    ['response', 5 * MINUTE + 1, 2],
    ['response', 10 * MINUTE, 2],
    ['response', 10 * MINUTE + 1, 3],
    ['response', 15 * MINUTE, 3],
    ['response', 15 * MINUTE + 1, 4],
    ['resolution', 30 * MINUTE, 1],
    ['resolution', 30 * MINUTE + 1, 2],
    ['resolution', 60 * MINUTE, 2],
    ['resolution', 120 * MINUTE, 3],
    ['resolution', 120 * MINUTE + 1, 4],
    ['resolution', 400 * HOUR, 4],
  ])('%s after %i ms has grade %i', (clock, usedInMs, grade) => {
    expect(gradeOf(clock, usedInMs)).toBe(grade);
  });

  test.each(['overall', 'constructor', ''])('a clock called “%s” has no scale', (clock) => {
    expect(gradeOf(clock, 0)).toBeNull();
  });
});

const nothing: Served = { level: null, urgency: null, class: null, tier: null, contract: null };
const contract = {
  number: 'HT-2026-001',
  limits: [
    { class: '一级', responseInMinutes: 10, resolutionInMinutes: 60 },
    { class: '严重故障', responseInMinutes: 20, resolutionInMinutes: 240 },
  ],
};
const table: ServiceLevels = {
  limits: [
    { class: 'severe', tier: 'gold', responseInMinutes: 5, resolutionInMinutes: 90 },
    { class: 'general', tier: 'gold', responseInMinutes: null, resolutionInMinutes: 600 },
  ],
  diagnosis: [{ level: 2, inMinutes: 45 }],
};

describe('the limits that hold', () => {
  test.each<[string, Partial<Served>, object, object]>([
    [
      'the contract’s own line of the class comes before all else',
      { contract, class: 'severe', tier: 'gold', level: 1, urgency: 'normal' },
      { from: 'contract', budgetInMs: 20 * MINUTE, time: 'elapsed' },
      {
        from: 'contract',
        budgetInMs: 240 * MINUTE,
        source: { zh: '合同 HT-2026-001：严重故障', en: 'contract HT-2026-001: 严重故障' },
      },
    ],
    [
      'a contract may speak of levels',
      { contract, level: 1, class: 'general' },
      { from: 'contract', budgetInMs: 10 * MINUTE, time: 'elapsed' },
      { from: 'contract', budgetInMs: 60 * MINUTE },
    ],
    [
      'then comes the table of class and tier',
      { contract: { ...contract, limits: [] }, class: 'severe', tier: 'gold', urgency: 'critical' },
      { from: 'table', budgetInMs: 5 * MINUTE, time: 'elapsed' },
      {
        from: 'table',
        budgetInMs: 90 * MINUTE,
        source: { zh: '时限表：严重故障，金牌级', en: 'table of limits: Severe fault, Gold' },
      },
    ],
    [
      'a blank half of a cell sets no limit',
      { class: 'general', tier: 'gold', level: 3 },
      { from: 'standard', budgetInMs: 15 * MINUTE, time: 'open' },
      { from: 'table', budgetInMs: 600 * MINUTE, time: 'open' },
    ],
    [
      'where the contract sets none, the urgency does, in elapsed time',
      { contract, urgency: 'urgent', class: 'general', level: 3 },
      { from: 'standard', budgetInMs: 15 * MINUTE, time: 'open' },
      {
        from: 'urgency',
        budgetInMs: 8 * HOUR,
        time: 'elapsed',
        source: { zh: '紧急：8 小时 [004 二]', en: 'Urgent: 8 h [004 二]' },
      },
    ],
    ['特急 has four hours', { urgency: 'critical' }, { time: 'elapsed' }, { from: 'urgency', budgetInMs: 4 * HOUR }],
    ['一般 has twelve', { urgency: 'normal' }, { time: 'open' }, { from: 'urgency', budgetInMs: 12 * HOUR }],
    [
      'a new wish comes with the next version',
      { urgency: 'other' },
      { time: 'open' },
      { from: 'urgency', budgetInMs: null },
    ],
    [
      'and where nothing is known, 15 minutes and 2 hours of open time [001]',
      {},
      { from: 'standard', budgetInMs: 15 * MINUTE, time: 'open' },
      { from: 'standard', budgetInMs: 2 * HOUR, time: 'open' },
    ],
    [
      'level 1 runs around the clock',
      { level: 1 },
      { from: 'standard', budgetInMs: 15 * MINUTE, time: 'elapsed' },
      { from: 'standard', budgetInMs: 2 * HOUR, time: 'elapsed' },
    ],
  ])('%s', (_, known, response, resolution) => {
    const limits = limitsOf({ ...nothing, ...known }, table);
    expect(limits.response).toMatchObject(response);
    expect(limits.resolution).toMatchObject(resolution);
  });

  test('a fault is to be diagnosed within what the administrator set for its level, if anything', () => {
    expect(limitsOf({ ...nothing, level: 2 }, table).diagnosis).toMatchObject({
      from: 'diagnosis',
      budgetInMs: 45 * MINUTE,
    });
    expect(limitsOf({ ...nothing, level: 1 }, table).diagnosis).toBeNull();
    expect(limitsOf({ ...nothing, level: 2 }, NO_SERVICE_LEVELS).diagnosis).toBeNull();
  });
});

describe('the administrator’s table', () => {
  const cell = { class: 'severe', tier: 'gold', responseInMinutes: 5, resolutionInMinutes: 90 };
  test.each<[string, object]>([
    ['nothing at all', NO_SERVICE_LEVELS],
    ['a cell with one half blank', { ...table, limits: [{ ...cell, responseInMinutes: null }] }],
  ])('may hold %s', (_, value) => {
    expect(serviceLevelsSchema.safeParse(value).success).toBe(true);
  });
  test.each<[string, object, string]>([
    ['a cell twice', { ...table, limits: [cell, cell] }, 'limits'],
    [
      'a resolution before the response',
      { ...table, limits: [{ ...cell, resolutionInMinutes: 4 }] },
      'limits.0.resolutionInMinutes',
    ],
    ['no time at all', { ...table, limits: [{ ...cell, responseInMinutes: 0 }] }, 'limits.0.responseInMinutes'],
    ['half a minute', { ...table, limits: [{ ...cell, responseInMinutes: 0.5 }] }, 'limits.0.responseInMinutes'],
    ['a class there is not', { ...table, limits: [{ ...cell, class: 'minor' }] }, 'limits.0.class'],
    [
      'a level twice',
      {
        ...table,
        diagnosis: [
          { level: 1, inMinutes: 5 },
          { level: 1, inMinutes: 6 },
        ],
      },
      'diagnosis',
    ],
    ['a fourth level', { ...table, diagnosis: [{ level: 4, inMinutes: 5 }] }, 'diagnosis.0.level'],
  ])('may not hold %s', (_, value, place) => {
    expect(serviceLevelsSchema.safeParse(value).error?.issues[0]?.path.join('.')).toBe(place);
  });
});
