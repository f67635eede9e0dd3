import type { ClientSession } from 'mongoose';
import type { CaseState } from '../../models/codes';
import { complaintProcess } from '../../models/contracts/complaint';
import { complaintRequest } from '../../models/contracts/complaint-forms';
import type { ComplaintData } from '../../models/contracts/complaint-run';
import type { ComplaintMonth } from '../../models/contracts/complaint-statistics';
import type { PersonName } from '../../models/contracts/people';
import { dateIn } from '../../models/contracts/time';
import type { CaseRow } from '../../models/db';
import { tag } from '../../models/search/terms';
import { visibleCases } from '../access-to-cases';
import type { SignedIn } from '../authentication';
import type { Deps } from '../deps';
import { personNames } from './names';
import { periodIn, spanAsked, type SpanAsked } from './period';
import { policyFor } from './policy';

const DAY_IN_MS = 24 * 3_600_000;

interface Complaint {
  readonly at: Date;
  readonly month: string;
  readonly kind: string;
  readonly customer: PersonName;
  readonly persons: readonly string[];
  readonly dissatisfied: number;
  readonly state: CaseState;
}

/**
 * The figures of a year or of one month, of the complaints that the person sees: what is hidden from them is not counted. One that
 * was withdrawn was entered in error, and is counted as that only. It recurs where, within the set days before, there is another of the same customer and
 * kind, or about the same person.
 */
export async function complaintStatistics(
  { db, config: { COMPANY_TIME_ZONE: zone } }: Pick<Deps, 'db' | 'config'>,
  me: SignedIn,
  asked: SpanAsked,
  session: ClientSession | null = null,
): Promise<{ readonly recurringWithinDays: number; readonly months: readonly ComplaintMonth[] }> {
  const { amounts } = await policyFor(db, complaintProcess.type);
  const recurringWithinDays = amounts['recurring-days'] ?? 0;
  const { from, to } = periodIn(spanAsked(asked), zone);
  const before = new Date(from.getTime() - recurringWithinDays * DAY_IN_MS);
  const rows = await db.cases
    .find(
      {
        $and: [
          visibleCases(me),
          { search: tag('process', complaintProcess.type), startedAt: { $gte: before, $lt: to } },
        ],
      },
      { startedAt: 1, customer: 1, data: 1, state: 1 },
    )
    .sort({ startedAt: 1, _id: 1 })
    .session(session)
    .lean<Pick<CaseRow, Known>[]>();
  const all = rows.map((row) => complaintOf(row, zone));
  const told = all.map((one) => toldOf(one, all, recurringWithinDays)).filter(({ at }) => at >= from);
  const nameOf = await personNames(
    db,
    told.flatMap(({ persons }) => persons),
  );
  const months = [...new Set(told.map((one) => one.month))];
  return {
    recurringWithinDays,
    months: months.map((of) =>
      monthOf(
        of,
        told.filter((one) => one.month === of),
        (id) => nameOf(id).name,
      ),
    ),
  };
}

type Known = 'startedAt' | 'customer' | 'data' | 'state';

type Listed = Pick<ComplaintData, 'request' | 'dissatisfied'> & Partial<Pick<ComplaintData, 'found'>>;

function complaintOf({ startedAt, customer, data, state }: Pick<CaseRow, Known>, zone: string): Complaint {
  const { request, dissatisfied, found = [] } = data as unknown as Listed;
  return {
    at: startedAt,
    month: dateIn(startedAt, zone).slice(0, 'yyyy-mm'.length),
    kind: request.kind,
    customer: customer ?? { id: request.customer, name: request.customer },
    persons: [...new Set([...(request.persons ?? []).map(({ person }) => person), ...found])],
    dissatisfied: dissatisfied.length,
    state,
  };
}

/** A complaint with what of it recurs: customer and kind, and which of the persons. */
interface Told extends Complaint {
  readonly isOfKindAgain: boolean;
  readonly personsAgain: readonly string[];
}

function toldOf(one: Complaint, all: readonly Complaint[], days: number): Told {
  const before = all.filter((other) => isBefore(one, other, days));
  return {
    ...one,
    isOfKindAgain: before.some(({ kind, customer }) => kind === one.kind && customer.id === one.customer.id),
    personsAgain: one.persons.filter((id) => before.some(({ persons }) => persons.includes(id))),
  };
}

function isBefore(one: Complaint, other: Complaint, days: number): boolean {
  const distance = one.at.getTime() - other.at.getTime();
  return one !== other && other.state !== 'withdrawn' && distance >= 0 && distance <= days * DAY_IN_MS;
}

function monthOf(month: string, told: readonly Told[], nameOf: (id: string) => string): ComplaintMonth {
  const titles = complaintRequest.fields.kind.options ?? [];
  const kinds = titles.filter(({ value }) => told.some(({ kind }) => kind === value));
  const customers = new Map(told.map(({ customer }) => [customer.id, customer]));
  const persons = [...new Set(told.flatMap((one) => one.persons))].sort();
  const counted = (which: (one: Told) => boolean) => countsOf(told.filter(which), ({ isOfKindAgain }) => isOfKindAgain);
  return {
    month,
    ...countsOf(told, ({ isOfKindAgain, personsAgain }) => isOfKindAgain || personsAgain.length > 0),
    kinds: kinds.map(({ value, label }) => ({ kind: value, title: label, ...counted(({ kind }) => kind === value) })),
    customers: [...customers.values()].map((of) => ({
      customer: of,
      ...counted(({ customer }) => customer.id === of.id),
    })),
    persons: persons.map((id) => ({
      person: { id, name: nameOf(id) },
      ...countsOf(
        told.filter((one) => one.persons.includes(id)),
        ({ personsAgain }) => personsAgain.includes(id),
      ),
    })),
  };
}

function countsOf(told: readonly Told[], recurs: (one: Told) => boolean) {
  const entered = told.filter(({ state }) => state !== 'withdrawn');
  return {
    complaints: entered.length,
    recurring: entered.filter(recurs).length,
    dissatisfied: entered.reduce((sum, { dissatisfied }) => sum + dissatisfied, 0),
    withdrawn: told.length - entered.length,
    cancelled: entered.filter(({ state }) => state === 'cancelled').length,
  };
}
