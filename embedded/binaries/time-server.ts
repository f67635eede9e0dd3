import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sayWhile } from '../say';
import { MAIN_CLASS, MAIN_CLASS_SOURCE } from '../time-skipping/main-class';
import type { Stage } from './cache';
import { run } from './run';
import { TIME_SERVER_JARS } from './time-server-jars';
import type { Tool, Way } from './tool';
import { TIME_SERVER_VERSION } from './versions';

const COPY_DEPENDENCIES = 'org.apache.maven.plugins:maven-dependency-plugin:2.8:copy-dependencies';
const DOWNLOAD_WITHIN_MS = 15 * 60_000;
const COMPILE_WITHIN_MS = 120_000;
const NAME = `temporal-test-server-${fingerprint()}`;

/** Gets the jars by Maven, holds each against its checksum, compiles the class that sets the clock, and writes a start script. */
const byMaven: Way = {
  name: 'Maven',
  obtain: async (stage) => {
    const jars = join(stage.folder, 'jars');
    await run('javac', ['-version'], { timeoutInMs: COMPILE_WITHIN_MS });
    await downloadJars(stage, jars);
    checkJars(jars);
    await compile(stage, jars);
    return install(stage);
  },
};

/** Temporal's time-skipping test server, for a year in seconds. */
export const TIME_SERVER: Tool = {
  command: NAME,
  title: 'Temporal time-skipping server',
  versionPattern: /temporal-test-server (\d+)\.(\d+)/,
  oldest: [1, 38],
  ways: [byMaven],
  libraries: 'Java 11 or newer',
  waysOut: [
    '安装 JDK 11 以上和 Maven，并设置可用的镜像，然后重新运行（install a JDK from 11 on and Maven, then run again）；Debian: apt-get install maven default-jdk-headless；macOS: brew install maven openjdk',
  ],
};

async function downloadJars(stage: Stage, jars: string): Promise<void> {
  const pom = join(stage.folder, 'pom.xml');
  writeFileSync(pom, POM);
  const start = 'Temporal 时间跳跃服务器：用 Maven 下载，约 40 MB（downloading by Maven）';
  await sayWhile(start, stage.say, async (step) => {
    const args = ['-B', '-C', '-f', pom, COPY_DEPENDENCIES, `-DoutputDirectory=${jars}`, '-DincludeScope=runtime'];
    await run('mvn', args, {
      timeoutInMs: DOWNLOAD_WITHIN_MS,
      onLine: (line) => step(line.replace('[INFO] ', '').trim().split('/').at(-1)?.slice(0, 80) ?? ''),
    });
  });
}

/** Throws unless the folder holds exactly the jars that are known, byte for byte. */
export function checkJars(folder: string, known: Readonly<Record<string, string>> = TIME_SERVER_JARS): void {
  const there = readdirSync(folder);
  const missing = Object.keys(known).filter((name) => !there.includes(name));
  if (missing.length > 0) throw new Error(`Maven did not bring ${missing.join(', ')}`);
  for (const name of there) {
    const sum = createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex');
    if (sum !== known[name]) throw new Error(`${name} has sha256 ${sum}, expected ${known[name] ?? 'no such file'}`);
  }
}

async function compile(stage: Stage, jars: string): Promise<void> {
  const source = join(stage.folder, `${MAIN_CLASS.split('.').at(-1) ?? ''}.java`);
  writeFileSync(source, MAIN_CLASS_SOURCE);
  const classes = join(stage.folder, 'classes');
  mkdirSync(classes);
  await run('javac', ['-cp', join(jars, '*'), '-d', classes, source], { timeoutInMs: COMPILE_WITHIN_MS });
}

/** Moves jars and classes beside the place where the script will be; only then does the script lead to them. */
function install(stage: Stage): string {
  const lib = join(dirname(stage.folder), `${NAME}.lib`);
  rmSync(lib, { recursive: true, force: true });
  mkdirSync(join(stage.folder, 'lib'));
  for (const part of ['jars', 'classes']) renameSync(join(stage.folder, part), join(stage.folder, 'lib', part));
  renameSync(join(stage.folder, 'lib'), lib);
  const script = join(stage.folder, NAME);
  writeFileSync(script, startScript(lib));
  chmodSync(script, 0o755);
  return script;
}

function startScript(lib: string): string {
  const classPath = `${join(lib, 'classes')}:${join(lib, 'jars')}/*`;
  return `#!/bin/sh
# Port and first instant are its arguments.
if [ "$1" = --version ]; then java -cp ${quoted(classPath)} -version && echo 'temporal-test-server ${TIME_SERVER_VERSION}'; exit; fi
exec java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx1g -cp ${quoted(classPath)} ${MAIN_CLASS} "$@"
`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

// Another list of jars or another class is another server, so that clones of different ages share a cache.
function fingerprint(): string {
  return createHash('sha256')
    .update(JSON.stringify(TIME_SERVER_JARS) + MAIN_CLASS_SOURCE)
    .digest('hex')
    .slice(0, 8);
}

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>opsflow</groupId><artifactId>time-server</artifactId><version>1</version>
  <dependencies>
    <dependency>
      <groupId>io.temporal</groupId><artifactId>temporal-test-server</artifactId><version>${TIME_SERVER_VERSION}</version>
    </dependency>
  </dependencies>
</project>
`;
