import { z } from 'zod';
import { id, line } from './fields';
import { pageSchema, recordShape } from './lists';

const teamShape = { name: line(100), leaderId: id.nullable() };

/** A new team. */
export const teamInput = z
  .strictObject({ ...teamShape, leaderId: teamShape.leaderId.default(null) })
  .meta({ id: 'TeamInput' });
/** What may be changed about a team. */
export const teamPatch = z.strictObject(teamShape).partial().meta({ id: 'TeamPatch' });
/** A team as it is answered. */
export const teamAnswer = z.strictObject({ ...recordShape, ...teamShape }).meta({ id: 'Team' });
/** A page of teams. */
export const teamPage = pageSchema(teamAnswer);
