const ALLOWED: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);

/** Whether a `license` field, in today's form or the old ones, lets the package ship with the product. */
export function isLicenceAllowed(licence: unknown): boolean {
  if (typeof licence === 'string') return isExpressionAllowed(licence);
  // The old array offers a choice, like OR.
  if (Array.isArray(licence)) return licence.some(isLicenceAllowed);
  return typeof licence === 'object' && licence !== null && 'type' in licence && isLicenceAllowed(licence.type);
}

/** An SPDX expression: one of what OR joins must be allowed, all of what AND joins; AND binds closer. */
function isExpressionAllowed(expression: string): boolean {
  const innermost = /\(([^()]*)\)/.exec(expression);
  if (innermost) {
    const [group, inner = ''] = innermost;
    return isExpressionAllowed(expression.replace(group, isExpressionAllowed(inner) ? 'MIT' : 'NOT-ALLOWED'));
  }
  return expression.split(' OR ').some((choice) => choice.split(' AND ').every((name) => ALLOWED.has(name.trim())));
}
