import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pythonWithSchemathesis } from './schemathesis.mjs';

/** What some tests need and a machine may lack; a jest project whose need is missing is left out, except in CI. */
const OPTIONAL_NEEDS = [
  {
    project: 'browser',
    what: 'Chromium',
    remedy: 'Install it (Debian: apt-get install chromium) or name it in CHROMIUM_PATH.',
    isThere: () => onPath(['chromium', 'chromium-browser', 'google-chrome']) || isFile(process.env.CHROMIUM_PATH),
  },
  {
    project: 'contract',
    what: 'schemathesis',
    remedy:
      'It needs python3 with venv and pip (Debian: apt-get install python3-venv) and, the first time, the Python package index.',
    isThere: () => pythonWithSchemathesis() !== null,
  },
  {
    project: 'year',
    what: 'Maven or a JDK',
    remedy: 'Install both (Debian: apt-get install maven default-jdk-headless); they bring the time-skipping server.',
    isThere: () => onPath(['mvn']) && onPath(['javac']),
  },
  {
    project: 'mailbox',
    what: 'Maven or Java',
    remedy: 'Install both (Debian: apt-get install maven default-jre-headless); they bring the mail server GreenMail.',
    isThere: () => onPath(['mvn']) && onPath(['java']),
  },
];

/** The needs that are missing here, of those that have tests at all. */
export function missingNeeds(root) {
  return OPTIONAL_NEEDS.filter((need) => hasTests(path.join(root, 'test', need.project)) && !need.isThere());
}

function hasTests(folder) {
  return existsSync(folder) && readdirSync(folder, { recursive: true }).some((file) => file.endsWith('.test.ts'));
}

function onPath(names) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return names.some((name) => folders.some((folder) => isFile(path.join(folder, name))));
}

function isFile(file) {
  return file !== undefined && file !== '' && existsSync(file);
}
