import { z } from 'zod';

const demoSchema = z.object({
  accounts: z.array(
    z.object({
      username: z.string(),
      name: z.string().default(''),
      roles: z.array(z.string()).default([]),
      customer: z.string().nullish(),
    }),
  ),
});

/** The accounts of the demo data. */
export type DemoAccounts = z.infer<typeof demoSchema>['accounts'];

/** What the banner shows. */
export interface BannerFacts {
  company: string;
  took: string;
  apiUrl: string;
  temporalUiUrl: string | undefined;
  mailUrl: string | undefined;
  home: string;
  accounts: DemoAccounts;
  /** Undefined where somebody has chosen one, which is then a secret. */
  demoPassword: string | undefined;
}

/** Asks the API for the demo accounts; an installation without demo data has none. */
export async function demoAccounts(apiUrl: string): Promise<DemoAccounts> {
  try {
    const response = await fetch(`${apiUrl}/api/v1/demo`, { signal: AbortSignal.timeout(5_000) });
    return demoSchema.parse(await response.json()).accounts;
  } catch {
    return [];
  }
}

/** The lines that a person reads when everything runs. */
export function banner(facts: BannerFacts): string {
  const rule = '─'.repeat(72);
  return [
    rule,
    `  Opsflow 运维流程自动化平台 · ${facts.company}`,
    `  已启动（ready in ${facts.took}）`,
    '',
    ...addresses(facts),
    ...accountLines(facts),
    ...firstSteps(facts),
    '',
    '  按 Ctrl-C 停止（Ctrl-C stops everything）',
    rule,
  ].join('\n');
}

function addresses(facts: BannerFacts): string[] {
  const rows: [string, string | undefined][] = [
    ['网页 Console', facts.apiUrl],
    ['应用 API', facts.apiUrl],
    ['流程 Temporal UI', facts.temporalUiUrl],
    ['邮件 Mail', facts.mailUrl],
    ['数据 Data', facts.home],
  ];
  return rows.flatMap(([label, value]) => (value === undefined ? [] : [`  ${padded(label, 20)}${value}`]));
}

function accountLines({ accounts, demoPassword }: BannerFacts): string[] {
  if (accounts.length === 0) return [];
  const width = (texts: string[]): number => Math.max(...texts.map(displayWidth)) + 2;
  const userWidth = width(accounts.map(({ username }) => username));
  const nameWidth = width(accounts.map(({ name }) => name));
  const rows = accounts.map(({ username, name, roles, customer }) =>
    `    ${padded(username, userWidth)}${padded(name, nameWidth)}${roles.join(', ')}${customer ? ` · ${customer}` : ''}`.trimEnd(),
  );
  return ['', `  演示账号 Demo accounts（密码 password：${demoPassword ?? 'DEMO_PASSWORD'}）`, ...rows];
}

function firstSteps({ accounts, apiUrl, demoPassword }: BannerFacts): string[] {
  // Somebody who works for a customer sees cases; an administrator sees only settings.
  const account = accounts.find(({ customer }) => customer) ?? accounts[0];
  if (account === undefined) return [];
  const body = JSON.stringify({ username: account.username, password: demoPassword ?? '…' });
  return [
    '',
    '  先试试 Try first',
    `    在浏览器打开（open in a browser）${apiUrl}`,
    '    npm run demo',
    `    curl -s ${apiUrl}/api/v1/sessions -H 'content-type: application/json' -d '${body}'`,
  ];
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(1, width - displayWidth(text)));
}

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/g;

/** Columns that a terminal needs: Chinese characters take two. */
function displayWidth(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0);
}
