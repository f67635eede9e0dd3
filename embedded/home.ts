import { join } from 'node:path';

/** The folders and files of one installation, all below its home. */
export interface Home {
  readonly root: string;
  data(server: string): string;
  log(name: string): string;
  pid(name: string): string;
}

/** Names the places below a home folder. */
export function homeAt(root: string): Home {
  return {
    root,
    data: (server) => join(root, server),
    log: (name) => join(root, 'logs', `${name}.log`),
    pid: (name) => join(root, 'run', `${name}.pid`),
  };
}
