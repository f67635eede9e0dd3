/** Keyword search attributes by which Temporal's own UI finds cases. */
export const SEARCH_ATTRIBUTES = [
  'OpsflowProcess',
  'OpsflowCustomer',
  'OpsflowState',
  'OpsflowStage',
  'OpsflowPriority',
] as const;

/** How long closed cases keep their history: 100 years, where the dev server would delete them after a day. */
export const RETENTION_IN_DAYS = 36_500;

/** Server settings that the dev server leaves at values for many small clusters. */
export const DYNAMIC_CONFIG: Readonly<Record<string, number>> = {
  // Each queue polls 20 times a second by default, which with one shard rounds every step up to 50 ms.
  'history.transferProcessorMaxPollRPS': 2_000,
  'history.timerProcessorMaxPollRPS': 2_000,
  'history.visibilityProcessorMaxPollRPS': 2_000,
  // 2,400 requests a second is what one busy worker reaches on one machine.
  'frontend.rps': 50_000,
  'frontend.namespaceRPS': 50_000,
  'frontend.namespaceRPS.visibility': 1_000,
};

/** Name of the database in the folder where the server runs; a whole path could hold characters that SQLite's address cannot. */
export const DATABASE_FILE = 'temporal.db';

/** Arguments of `temporal server start-dev` for a namespace and its ports. */
export function startDevArguments(namespace: string, port: number, uiPort: number): string[] {
  return [
    ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port)],
    ...['--ui-ip', '127.0.0.1', '--ui-port', String(uiPort), '--namespace', namespace],
    ...['--db-filename', DATABASE_FILE, '--log-level', 'warn', '--log-format', 'json', '--color', 'never'],
    ...Object.entries(DYNAMIC_CONFIG).flatMap(([key, value]) => ['--dynamic-config-value', `${key}=${value}`]),
    ...SEARCH_ATTRIBUTES.flatMap((name) => ['--search-attribute', `${name}=Keyword`]),
  ];
}
