import type { Route } from '../../api/http/route';
import { CUSTOMER_ROLES, STAFF_ROLES, type Role } from '../../models/codes';
import { addressedBy } from './records';
import { table, wordsFor } from './tables';

/** Every role there is. */
export const ROLES: readonly Role[] = [...STAFF_ROLES, ...CUSTOMER_ROLES];

/** Whose record is asked for. */
export type Whose = 'own' | 'foreign';

/** What the gates answer: they let the request pass, or refuse with this status. */
export type Verdict = 'passes' | 401 | 403 | 404;

/** The cell of the table: what a person with one role (null: nobody signed in), held for one customer, meets at a route. */
export function verdictFor({ who, path }: Route, role: Role | null, whose: Whose): Verdict {
  if (who === 'anyone') return 'passes';
  // Whoever is signed in has no link, and is no monitoring system.
  if (who === 'decision-link' || who === 'monitoring') return 401;
  if (role === null) return 401;
  if (typeof who !== 'string' && !who.includes(role)) return 403;
  const isEverywhere = role === 'admin';
  return whose === 'foreign' && !isEverywhere && addressedBy(path)?.foreign ? 404 : 'passes';
}

function shownVerdict(verdict: Verdict): string {
  return verdict === 'passes' ? 'open' : String(verdict);
}

/** The page with a row for every route. */
export function accessPage(routes: readonly Route[]): string {
  const rows = routes.map((route) => {
    const refused = ROLES.filter((role) => verdictFor(route, role, 'own') === 403).length;
    return [
      `\`${route.method.toUpperCase()} ${route.path}\``,
      shownVerdict(verdictFor(route, null, 'own')),
      wordsFor(route.who),
      refused === 0 ? '—' : `403 (${refused} roles)`,
      addressedBy(route.path)?.foreign ? '404' : '—',
    ];
  });
  return `${HEAD}\n${table(['Route', 'Not signed in', 'Who passes', 'Other roles', "Another customer's record"], rows)}`;
}

const HEAD = `# Who may do what

Made by \`npm run openapi\` of the declarations of the routes. \`test/api/access-table.test.ts\` asks every route as nobody
and with each of the ${ROLES.length} roles, held for one customer, for a record of that customer and of another, and asserts
each answer. An administrator is one for the whole company and sees every customer's records, as do people who hold a
staff role for the whole company. To pass means that the request reaches what the route does; a case may still refuse.
`;
