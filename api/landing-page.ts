import { Router, type Request, type Response } from 'express';
import { cspNonceOf } from './content-security';
import type { Deps } from './deps';
import { page, shell, type Section } from './landing-page-html';

const TASK_ID = /^[A-Z]{2,4}-\d{8}-\d{4,}\.[a-z0-9-]+\.\d+$/;
const CASE_ID = /^[A-Z]{2,4}-\d{8}-\d{4,}$/;

/** Small pages for people who open an address of the API in a browser; they show no data and decide nothing. */
export function landingPage({ config }: Deps): Router {
  const router = Router();
  const baseOf = (request: Request) => config.PUBLIC_URL ?? `${request.protocol}://${request.host}`;

  router.get('/', (request, response) => {
    const base = baseOf(request);
    send(response, config.COMPANY_NAME, [about(base, config.DEMO_MODE), signIn(base)]);
  });
  router.get('/tasks/:id', (request, response, next) => {
    const { id } = request.params;
    const base = baseOf(request);
    if (TASK_ID.test(id)) send(response, `任务 ${id}`, [closed, signIn(base), complete(base, id)]);
    else next();
  });
  router.get('/cases/:id', (request, response, next) => {
    const { id } = request.params;
    const base = baseOf(request);
    if (CASE_ID.test(id)) send(response, `流程 ${id}`, [closed, signIn(base), readCase(base, id)]);
    else next();
  });
  return router;
}

const closed: Section = {
  zh: '登录后才能查看内容。打开此链接不会作出任何决定。',
  en: 'Sign in to see what this is about. Opening this link decides nothing.',
};

function about(base: string, isDemo: boolean): Section {
  const demo = { href: `${base}/api/v1/demo`, text: '/api/v1/demo 演示账号 demo accounts' };
  return {
    zh: '运维流程自动化平台：每个服务流程都是可追溯、不丢失的任务链。本地址提供 HTTP 接口。',
    en: 'Procedures of IT operations as durable cases with tasks, deadlines and a trail. This address serves the HTTP API.',
    links: [{ href: `${base}/readyz`, text: '/readyz 运行状态 status' }, ...(isDemo ? [demo] : [])],
  };
}

function signIn(base: string): Section {
  return {
    zh: '登录，取得令牌：',
    en: 'Sign in for a token:',
    commands: shell(
      `TOKEN=$(curl -s ${base}/api/v1/sessions -H 'content-type: application/json' \\`,
      `  -d '{"username":"…","password":"…"}' | sed 's/.*"token":"\\([^"]*\\)".*/\\1/')`,
      `curl -s ${base}/api/v1/me -H "authorization: Bearer $TOKEN"`,
    ),
  };
}

function complete(base: string, taskId: string): Section {
  return {
    zh: '查看任务与表单，然后办理（outcome：submit、approve、reject 或 return）：',
    en: 'Read the task and its form, then decide it (outcome: submit, approve, reject or return):',
    commands: shell(
      `curl -s ${base}/api/v1/tasks/${taskId} -H "authorization: Bearer $TOKEN"`,
      `curl -s -X POST ${base}/api/v1/tasks/${taskId}/complete -H "authorization: Bearer $TOKEN" \\`,
      `  -H "idempotency-key: $(uuidgen)" -H 'content-type: application/json' \\`,
      `  -d '{"outcome":"approve","comment":"同意","form":{"signature":true}}'`,
    ),
  };
}

function readCase(base: string, caseId: string): Section {
  return {
    zh: '查看流程进展与等待原因：',
    en: 'See where the case stands and what it waits for:',
    commands: shell(`curl -s ${base}/api/v1/cases/${caseId} -H "authorization: Bearer $TOKEN"`),
  };
}

function send(response: Response, title: string, sections: readonly Section[]): void {
  response
    .set('cache-control', 'no-store')
    .type('html')
    .send(page(title, sections, cspNonceOf(response)));
}
