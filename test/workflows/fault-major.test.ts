import { FaultPlay } from '../harness/fault';
import { Installation } from '../harness/installation';
import { ServicePlay } from '../harness/service';

describe('重大维护 of a fault', () => {
  let h: Installation;
  let play: FaultPlay;
  let major: ServicePlay;
  beforeAll(async () => {
    h = await Installation.start();
    play = new FaultPlay(h);
    major = new ServicePlay(h);
  });
  afterAll(async () => {
    await h.stop();
  });

  const escalated = async () => {
    const caseId = await play.answered();
    await play.handles(caseId, 'escalate');
    await play.does('zheng', caseId, 'escalate', { form: { way: 'major', remark: '现场人员不足' } });
    return { caseId, opened: await play.opened(caseId, 'major-maintenance') };
  };

  it('solves it: the report of the fault tells what was done there, and its cause is taken from there', async () => {
    const { caseId, opened } = await escalated();
    await major.worked(opened);
    await major.does('liu', opened, 'confirm', 'approve');
    const asked = await play.waitsFor(caseId, 'cause');
    expect(asked.prefill).toEqual({
      cause: '批次缺陷',
      solution: '更换同批次全部模块',
      prevention: '新到模块先查批次',
    });
    const { turns, solved, workers } = await play.data(caseId);
    expect(turns.slice(-3).map(({ by, what }) => [by?.name, what])).toEqual([
      ['赵工', '更换两块电源模块'],
      ['杨开发', '观察运行一小时，正常'],
      [undefined, `重大维护 ${opened}：更换电源模块后恢复正常`],
    ]);
    expect(solved?.by).toBe(`重大维护 ${opened}`);
    expect(workers).toEqual(['U-zhao', 'U-yang', 'U-ma']);
    await play.does('li', caseId, 'cause');
    await play.does('liu', caseId, 'confirm');
    await play.ended(caseId);
    await h.keepsHistory(caseId, 'fault-major');
  });

  it('goes on where a visit has solved the fault meanwhile; who is in charge of it, and who can end it, hear so', async () => {
    const caseId = await play.answered({ level: '1', urgency: 'critical', class: 'disaster' });
    const visit = await play.opened(caseId, 'onsite-service');
    await play.handles(caseId, 'escalate');
    await play.does('zheng', caseId, 'escalate', { form: { way: 'major', remark: '同时启动重大维护' } });
    const opened = await play.opened(caseId, 'major-maintenance');
    await major.does('wang', opened, 'staff');
    await major.waitsFor(opened, 'meeting');
    await play.worksOnSite(visit);
    await play.does('zhao', visit, 'observe');
    await play.does('liu', visit, 'sign');
    await play.does('zhao', visit, 'return');
    await play.waitsFor(caseId, 'cause');
    for (const who of ['zheng', 'wang', 'zhao']) {
      const mail = await h.mails.expect(who, '【故障已由别处解决】', caseId);
      expect(mail.text).toContain(opened);
    }
    expect((await h.caseRow(opened)).state).toBe('open');
    await h.as('wang').post(`/cases/${opened}/cancel`, { reason: '故障已在现场解决' });
    expect(await h.ended(opened)).toMatchObject({ state: 'cancelled' });
    await play.does('li', caseId, 'cause');
    await play.does('liu', caseId, 'confirm');
    await play.ended(caseId);
    await h.keepsHistory(caseId, 'fault-solved-meanwhile');
  });
});
