import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { SEARCH_ATTRIBUTES } from '../../embedded/temporal/settings';
import { configSchema, readConfig } from '../../models/config';

interface Service {
  image: string;
  command?: string[];
  environment?: Record<string, string | number>;
  healthcheck?: { test: string[] };
  ports?: string[];
  privileged?: boolean;
  restart?: string;
  user?: string;
  cap_drop?: string[];
  read_only?: boolean;
  volumes?: string[];
  configs?: { source: string }[];
  depends_on?: Record<string, { condition: string }>;
}

interface Compose {
  services: Record<string, Service>;
  volumes: Record<string, null>;
  configs: Record<string, { content: string }>;
}

const ROOT = path.join(__dirname, '../..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const { services, volumes, configs } = parse(read('docker-compose.yml'), { merge: true }) as Compose;
const SERVICES = Object.entries(services);
const LONG_RUNNING = SERVICES.filter(([, { restart }]) => restart !== undefined);
const PRODUCT = SERVICES.filter(([name]) => name === 'api' || name === 'worker');

/** What the files that the first start makes come to. */
const OF_FILES: Readonly<Record<string, readonly [string, string]>> = {
  MONGODB_URI_FILE: ['MONGODB_URI', 'mongodb://x'],
  SECRETS_KEY_FILE: ['SECRETS_KEY', 'a'.repeat(48)],
};

describe('docker-compose.yml', () => {
  test.each(SERVICES)('%s has a pinned image and no privileges', (_name, service) => {
    expect(service.image).toMatch(/^[a-z0-9/-]+:v?\d+\.\d+/);
    expect(service.privileged ?? false).toBe(false);
  });

  test.each(SERVICES)('%s is reachable from this machine only', (_name, { ports = [] }) => {
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  test.each(SERVICES)('%s uses volumes, configurations and services that are declared', (_name, service) => {
    for (const volume of service.volumes ?? []) expect(Object.keys(volumes)).toContain(volume.split(':')[0]);
    for (const { source } of service.configs ?? []) expect(Object.keys(configs)).toContain(source);
    for (const [name, { condition }] of Object.entries(service.depends_on ?? {})) {
      if (condition === 'service_healthy') expect(services[name]?.healthcheck).toBeDefined();
      else expect([name, services[name]?.restart]).toEqual([name, undefined]);
    }
  });

  test('all that keeps running says whether it is healthy, but for the worker, which has no port to ask', () => {
    expect(LONG_RUNNING.filter(([, { healthcheck }]) => healthcheck === undefined).map(([name]) => name)).toEqual([
      'worker',
    ]);
  });

  test.each(PRODUCT)('%s runs without rights', (_name, { cap_drop: dropped, read_only: isReadOnly }) => {
    expect({ dropped, isReadOnly }).toEqual({ dropped: ['ALL'], isReadOnly: true });
    expect(read('Dockerfile')).toMatch(/^USER node$/m);
  });

  test.each(PRODUCT)('%s is given settings that exist, and all that are needed', (_name, { environment = {} }) => {
    const names = Object.keys(environment).map((name) => name.replace(/_FILE$/, ''));
    expect(names.filter((name) => !(name in configSchema.shape))).toEqual([]);
    const values = Object.entries(environment).map(([name, value]) =>
      name.endsWith('_FILE') ? OF_FILES[name]! : [name, withDefaults(String(value))],
    );
    const config = readConfig(Object.fromEntries(values) as Record<string, string>);
    expect(config).toMatchObject({
      HOST: '0.0.0.0',
      PORT: 8080,
      PUBLIC_URL: 'http://localhost:8080',
      DEMO_MODE: false,
    });
  });

  test('every setting of the product can be made in .env, but for those that the installation decides', () => {
    const decided = [
      'HOST',
      'MONGODB_URI',
      'SECRETS_KEY',
      'TEMPORAL_ADDRESS',
      'TEMPORAL_API_KEY',
      'TEMPORAL_NAMESPACE',
      'TEMPORAL_TLS',
    ];
    const open = Object.keys(configSchema.shape).filter((name) => !read('docker-compose.yml').includes(`\${${name}:-`));
    expect(open.sort()).toEqual(decided);
  });

  test('no password is written down', () => {
    for (const [name, { environment = {} }] of SERVICES) {
      const written = Object.entries(environment).filter(([key]) => /PASSWORD|PWD|SECRET|KEY/.test(key));
      for (const [key, value] of written)
        expect([name, key, value]).toEqual([name, key, expect.stringMatching(/^(\/run\/|\$\{[A-Z_]+:-\}$)/)]);
    }
  });

  test('the Temporal UI cannot change a case', () => {
    expect(services['temporal-ui']?.environment).toMatchObject({ TEMPORAL_DISABLE_WRITE_ACTIONS: 'true' });
  });

  test('the namespace is the one that the product uses, keeps histories, and knows the search attributes', () => {
    const script = services['temporal-namespace']?.command?.join('\n') ?? '';
    const { RETENTION, TEMPORAL_NAMESPACE } = services['temporal-namespace']?.environment ?? {};
    expect(Number.parseInt(String(RETENTION), 10)).toBeGreaterThanOrEqual(30);
    expect(services['api']?.environment?.['TEMPORAL_NAMESPACE']).toBe(TEMPORAL_NAMESPACE);
    expect(script).toContain(`for name in ${SEARCH_ATTRIBUTES.join(' ')}; do`);
  });

  test('MongoDB is a replica set that forgets a dead client within seconds', () => {
    const script = services['mongo']?.command?.join('\n') ?? '';
    expect(script).toMatch(/--replSet opsflow\b/);
    expect(script).toMatch(/transactionLifetimeLimitSeconds=3\b/);
  });
});

function withDefaults(value: string): string {
  const once = value.replace(/\$\{[A-Z_]+:-([^${}]*)\}/g, '$1');
  return once === value ? value : withDefaults(once);
}
