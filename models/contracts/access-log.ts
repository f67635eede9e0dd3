import { z } from 'zod';
import { pageSchema } from './lists';

const person = z.strictObject({ id: z.string(), name: z.string().nullable() });

/** An entry of the access log as administrators read it; the name is the one that the person has now. */
export const accessEntry = z
  .strictObject({
    seq: z.number().int(),
    at: z.iso.datetime(),
    person: person.nullable(),
    address: z.string(),
    action: z.string(),
    target: z.string(),
    result: z.string(),
    details: z.record(z.string(), z.unknown()),
    hash: z.string(),
  })
  .meta({ id: 'AccessEntry' });
/** A page of the access log. */
export const accessPage = pageSchema(accessEntry).meta({ id: 'AccessPage' });

const change = z.strictObject({ from: z.unknown(), to: z.unknown() });
/** Who changed what of a record. */
export const changeEntry = z
  .strictObject({
    seq: z.number().int(),
    at: z.iso.datetime(),
    by: person.nullable(),
    changes: z.record(z.string(), change),
  })
  .meta({ id: 'ChangeEntry' });
/** A page of a record's changes. */
export const changePage = pageSchema(changeEntry).meta({ id: 'ChangePage' });
