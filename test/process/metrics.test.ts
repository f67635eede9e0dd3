import type { Deadline } from '../../models/contracts/policy';
import { scrapProcess } from '../../models/contracts/scrap';
import { eventually } from '../harness/eventually';
import { Installation } from '../harness/installation';
import { scrape } from '../harness/scrape';

const TOKEN = 'a-token-for-the-metrics-of-this-test';
const SIGNED_IN = { authorization: `Bearer ${TOKEN}` };

describe('metrics after a story', () => {
  let h: Installation;
  beforeAll(async () => {
    h = await Installation.start({ METRICS_TOKEN: TOKEN });
  });
  afterAll(async () => {
    await h.stop();
  });

  const ofApi = async () => await scrape(`${h.url}/metrics`, SIGNED_IN);
  const ofWorker = async () => await scrape(String(h.worker?.ready.metricsUrl), SIGNED_IN);

  it('a reminder that was walked while no worker ran is late, and says by how much', async () => {
    const deadline: Deadline = { budgetInMs: 2_000, time: 'open', ladder: [{ atPercent: 50, does: 'remind' }] };
    await h.setPolicy({ deadlines: { ...scrapProcess.policy.deadlines, receipt: deadline } });
    const caseId = await h.as('li').startsScrap(await h.device());
    await h.killWorker();
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    await h.startWorker();
    await eventually(async () => expect(await h.story(caseId)).toContain('reminded receipt'), 300);
    const lines = (await ofWorker()).lines('opsflow_timer_lateness_seconds_');
    const valueOf = (name: string) =>
      Number(lines.find((line) => line.includes(`_${name}{does="reminded"}`))?.split(' ')[1]);
    expect(valueOf('count')).toBe(1);
    expect(valueOf('sum')).toBeGreaterThan(2);
  });

  it('a mail that is refused counts as refused', async () => {
    await h.db.users.updateOne({ username: 'chen' }, { $set: { email: 'no mail address' } });
    const before = (await ofWorker()).values('opsflow_mail_attempts_total');
    await h.as('li').startsScrap(await h.device());
    await eventually(async () => {
      const after = (await ofWorker()).values('opsflow_mail_attempts_total');
      expect((after.refused ?? 0) - (before.refused ?? 0)).toBe(1);
    });
    expect((await ofWorker()).values('process_resident_memory_bytes')['']).toBeGreaterThan(0);
  });

  it('the API tells what is open, who polls the queue, and what it admitted', async () => {
    const figures = await ofApi();
    expect(figures.values('opsflow_metrics_source_up')).toEqual({ mongodb: 1, temporal: 1 });
    expect(figures.values('opsflow_open_tasks')).toMatchObject({ 'scrap receipt under-1h': 2 });
    expect(figures.values('opsflow_open_cases')['']).toBe(2);
    expect(figures.values('opsflow_task_queue_pollers').workflow).toBeGreaterThan(0);
    expect(figures.values('opsflow_task_queue_backlog')).toMatchObject({ workflow: 0, activity: 0 });
    expect(figures.values('opsflow_admission_total')).toEqual({ admitted: 2, queued: 0, refused: 0 });
    expect(figures.lines('opsflow_http_request_duration_seconds_count')).toContain(
      'opsflow_http_request_duration_seconds_count{method="POST",route="/cases",status="2xx"} 2',
    );
  });

  it('neither answers without the token', async () => {
    for (const url of [`${h.url}/metrics`, String(h.worker?.ready.metricsUrl)])
      expect([url, (await fetch(url)).status]).toEqual([url, 401]);
  });
});
