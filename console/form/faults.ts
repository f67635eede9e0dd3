import { ApiProblem } from '../api/problem';

/** A fault that the API found, at the place of the form that it is about. */
export interface PlacedFault {
  readonly path: readonly (string | number)[];
  readonly words: string;
}

/** The faults of a refusal, by the field that each is about; `/form/rows/0/name` becomes `['rows', 0, 'name']` below `/form`. */
export function placedFaults(error: unknown, below = ''): readonly PlacedFault[] {
  if (!(error instanceof ApiProblem)) return [];
  return (error.problem.errors ?? []).flatMap(({ pointer, detail }) => {
    if (!pointer.startsWith(`${below}/`)) return [];
    return [{ path: pathOf(pointer.slice(below.length)), words: detail }];
  });
}

/** A JSON pointer [RFC 6901] as a path. */
export function pathOf(pointer: string): readonly (string | number)[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
