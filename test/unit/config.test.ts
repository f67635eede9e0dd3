import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ConfigError, configSchema, readConfig } from '../../models/config';

const REQUIRED = { MONGODB_URI: 'mongodb://db/opsflow', TEMPORAL_ADDRESS: 'temporal:7233', SMTP_URL: 'smtp://mail' };
const NAMES = Object.keys(configSchema.shape);
/** Settings of `npm start` alone, which API and worker never see. */
const ONE_MACHINE_ONLY = { OPSFLOW_HOME: '.opsflow' };

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
}

describe('.env.example', () => {
  const text = readFileSync(path.join(__dirname, '../../.env.example'), 'utf8');
  const shown = new Map([...text.matchAll(/^#([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name!, value!]));

  test('shows every setting once, and nothing else', () => {
    expect([...text.matchAll(/^#?[A-Z_]+=/gm)]).toHaveLength(shown.size);
    expect([...shown.keys()].sort()).toEqual([...NAMES, ...Object.keys(ONE_MACHINE_ONLY)].sort());
  });

  test('shows the defaults, and leaves empty what has none', () => {
    const defaults = readConfig(REQUIRED);
    for (const name of NAMES as (keyof typeof defaults)[]) {
      const fallback = name in REQUIRED ? undefined : defaults[name];
      expect([name, shown.get(name)]).toEqual([name, fallback === undefined ? '' : String(fallback)]);
    }
    expect(Object.fromEntries(shown)).toMatchObject(ONE_MACHINE_ONLY);
  });

  test('changes nothing when every line is made active as it is', () => {
    expect(readConfig({ ...Object.fromEntries(shown), ...REQUIRED })).toEqual(readConfig(REQUIRED));
  });

  test('says something about every setting', () => {
    const lines = text.split('\n');
    for (const [at, line] of lines.entries()) {
      if (/^#[A-Z_]+=/.test(line)) expect([line, lines[at - 1]]).toEqual([line, expect.stringMatching(/^# .{4,}/)]);
    }
  });
});

describe('readConfig', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'opsflow-config-'));

  test('names all faults at once', () => {
    const faults = faultsOf({
      MONGODB_URI: 'mysql://x',
      PORT: 'http',
      COMPANY_TIME_ZONE: 'Beijing',
      DEMO_MODE: 'maybe',
    });
    for (const name of ['MONGODB_URI', 'TEMPORAL_ADDRESS', 'SMTP_URL', 'PORT', 'COMPANY_TIME_ZONE', 'DEMO_MODE']) {
      expect(faults).toContainEqual(expect.stringMatching(`^${name}: `));
    }
    expect(faults).toHaveLength(6);
  });

  test('takes an empty value for none', () => {
    expect(readConfig({ ...REQUIRED, PORT: '', DEMO_MODE: '' })).toEqual(readConfig(REQUIRED));
  });

  test.each(NAMES)('reads %s from a file as well', (name) => {
    const pages = { PUBLIC_URL: 'https://a.example', TEMPORAL_UI_URL: 'https://b.example' };
    const addresses = { ...pages, IMAP_URL: 'imaps://desk:secret@mail.example/INBOX' };
    const figures = { METRICS_TOKEN: 'a token of some length', TEMPORAL_SDK_METRICS: '127.0.0.1:9465' };
    const webhooks = { SECRETS_KEY: 'k'.repeat(32), WEBHOOK_ALLOWED: '10.0.0.0/8' };
    const value = readConfig({ ...REQUIRED, ...addresses, ...figures, ...webhooks });
    const text = String(value[name as keyof typeof value] ?? 'a value');
    const file = path.join(folder, name);
    writeFileSync(file, `${text}\n`);
    const { [name as keyof typeof REQUIRED]: _replaced, ...others } = REQUIRED;
    expect(String(readConfig({ ...others, [`${name}_FILE`]: file })[name as keyof typeof value])).toBe(text);
  });

  test('refuses a setting that is given twice, and a file that is not there', () => {
    const file = path.join(folder, 'password');
    writeFileSync(file, 'a long password');
    const faults = faultsOf({
      ...REQUIRED,
      DEMO_PASSWORD: 'another',
      DEMO_PASSWORD_FILE: file,
      TEMPORAL_API_KEY_FILE: path.join(folder, 'missing'),
    });
    expect([...faults].sort()).toEqual([
      'DEMO_PASSWORD: set both as DEMO_PASSWORD and as DEMO_PASSWORD_FILE',
      expect.stringMatching(/^TEMPORAL_API_KEY_FILE: cannot read/),
    ]);
  });

  test('keeps values out of what it says about them', () => {
    expect(faultsOf({ ...REQUIRED, MONGODB_URI: 'user:hunter2@db' }).join()).not.toContain('hunter2');
  });
});
