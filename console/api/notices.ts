/** What the whole page should know of the connection: nothing, that a request is being repeated, or that nobody answers. */
export type Notice =
  { readonly kind: 'fine' } | { readonly kind: 'busy'; readonly attempt: number } | { readonly kind: 'offline' };

/** Keeps the present notice and tells who listens. */
export interface Notices {
  readonly get: () => Notice;
  readonly set: (notice: Notice) => void;
  readonly listen: (listener: () => void) => () => void;
}

/** A keeper of notices. */
export function createNotices(): Notices {
  const listeners = new Set<() => void>();
  let present: Notice = { kind: 'fine' };
  return {
    get: () => present,
    set: (notice) => {
      if (notice.kind === present.kind && notice.kind !== 'busy') return;
      present = notice;
      for (const listener of listeners) listener();
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
