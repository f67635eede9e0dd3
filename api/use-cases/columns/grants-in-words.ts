import type { Role } from '../../../models/codes';
import type { Grant } from '../../../models/contracts/people';
import { ROLE_TITLES } from '../../../models/contracts/roles';
import { CellFault, plain, type Names } from './column';

const OPENING = /[(（]/;
const CLOSING = /[)）]/;
const BETWEEN = /[;；、\n]/;

/** Grants in one cell: `项目经理（市第一人民医院）、服务工程师`; without a customer a role is held for the whole company. */
export function grantsIn(text: string, names: Names): readonly Grant[] {
  return piecesOf(text).map((piece) => grantIn(piece, names));
}

/** The same cell from grants. */
export function wordsOfGrants(grants: readonly Grant[], { language, customers }: Names): string {
  return grants
    .map(({ role, customerId }) => {
      const title = ROLE_TITLES[role][language];
      return customerId === null ? title : `${title}（${writable(customerId, customers.nameOf(customerId))}）`;
    })
    .join('、');
}

function grantIn(piece: string, names: Names): Grant {
  const at = piece.search(OPENING);
  const title = at < 0 ? piece : piece.slice(0, at);
  const role = roleOf(title);
  if (role === null) throw new CellFault('unknown-role', { role: title.trim() });
  if (at < 0) return { role, customerId: null };
  const [customerId, ...others] = names.customers.idsOf(piece.slice(at + 1).replace(/[)）]\s*$/, ''));
  if (customerId === undefined) throw new CellFault('unknown-customer');
  if (others.length > 0) throw new CellFault('ambiguous-customer');
  return { role, customerId };
}

function roleOf(words: string): Role | null {
  const found = Object.entries(ROLE_TITLES).find(([code, { zh, en }]) =>
    [code, zh, en].some((one) => plain(one) === plain(words)),
  );
  return found ? (found[0] as Role) : null;
}

/** Cuts where a separator stands outside of brackets. */
function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  let depth = 0;
  for (const sign of text) {
    if (OPENING.test(sign)) depth += 1;
    if (CLOSING.test(sign)) depth -= 1;
    const isBetween = depth === 0 && BETWEEN.test(sign);
    if (isBetween) pieces.push(piece);
    piece = isBetween ? '' : piece + sign;
  }
  pieces.push(piece);
  return pieces.filter((one) => one.trim() !== '');
}

/** A customer whose name has a bracket too few is written by id. */
function writable(id: string, name: string): string {
  const signs = [...name];
  const opened = signs.filter((sign) => OPENING.test(sign)).length;
  return opened === signs.filter((sign) => CLOSING.test(sign)).length ? name : id;
}
