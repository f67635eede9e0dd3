import type { z } from 'zod';
import type { Versioned } from '../../models/db';
import type { Filter } from './filters';
import { foundBy } from './found-by';
import type { AnyCall, Kind } from './master-data';

/** A list of records that people edit, and what it can be asked for beside `q`: the parameters with the fields that they are compared with. */
export interface RecordList<Row extends Versioned> {
  readonly kind: Kind<Row>;
  readonly by: Readonly<Record<string, { readonly field: string; readonly schema: z.ZodType }>>;
}

/** What somebody asks a list for. */
export type Asked = Readonly<Record<string, unknown>> & { readonly q?: string | undefined };

/** The records that the person sees and asks for, as a filter; null when nothing can be meant by their words. */
export async function recordsAskedFor<Row extends Versioned>(
  { kind, by }: RecordList<Row>,
  { deps, me }: AnyCall,
  { q, ...asked }: Asked,
): Promise<Filter | null> {
  const equal = Object.entries(asked).flatMap(([name, value]) =>
    by[name] && value !== undefined ? [{ [by[name].field]: value }] : [],
  );
  const seen = { $and: [kind.seenBy(me), ...equal] };
  const found = q === undefined ? {} : await foundBy(kind.rowsIn(deps.db), q, seen);
  return found && { $and: [seen, found] };
}

/** The order of a list of records. */
export function orderOf<Row extends Versioned>({ kind }: RecordList<Row>): Readonly<Record<string, 1>> {
  return { [kind.sortedBy]: 1, _id: 1 };
}
