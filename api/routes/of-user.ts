import { z } from 'zod';
import { id } from '../../models/contracts/fields';
import type { UserRow } from '../../models/db';
import { Problem } from '../http/problem';
import { route, type Answer, type Call, type Route } from '../http/route';

type Of<Body extends z.ZodType> = Pick<Route, 'method' | 'path' | 'summary' | 'repeats' | 'answers'> & {
  readonly body?: Body;
  /** What it refuses with beside an unknown user. */
  readonly errors?: Route['errors'];
  readonly handle: (call: Call<{ id: string }, unknown, z.output<Body>>, user: UserRow) => Promise<Answer>;
};

/** Declares a route by which administrators look after one user, `/users/{id}/…`; the handler gets their row. */
export function ofUser<Body extends z.ZodType>({ handle, errors = [], ...declared }: Of<Body>): Route {
  return route({
    ...declared,
    who: ['admin'],
    params: z.strictObject({ id }),
    errors: ['not-found', 'invalid-input', ...errors],
    handle: async (call) => {
      const user = await call.deps.db.users.findById(call.params.id).lean<UserRow>();
      if (!user) throw new Problem('not-found');
      return await handle(call, user);
    },
  });
}
