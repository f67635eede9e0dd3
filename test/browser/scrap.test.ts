import type { Browser } from 'playwright-core';
import { PHONE } from '../harness/chromium';
import { inABrowser } from '../harness/in-a-browser';
import type { Installation } from '../harness/installation';
import { Visitor } from '../harness/visitor';

jest.setTimeout(300_000);

describe('设备报废审批 in the console', () => {
  let h: Installation;
  let browser: Browser;
  const visitors: Visitor[] = [];
  const as = async (name: string, looking = {}, at = '/') => {
    const visitor = await Visitor.signsIn(browser, h.url, name, looking, at);
    visitors.push(visitor);
    return visitor;
  };

  inABrowser((looked) => ({ h, browser } = looked));
  afterEach(async () => {
    const complaints = visitors.flatMap((visitor) => visitor.complaints);
    for (const visitor of visitors.splice(0)) await visitor.closes();
    expect(complaints).toEqual([]);
  });

  it('is played by four people, the competent department on a phone', async () => {
    await h.device({ name: '评标室投影仪', serialNumber: 'EB-U05-77' });
    const li = await as('李工');
    const caseId = await li.startsScrap('评标室投影仪', '灯泡仓烧毁，原厂已停产，无法修理', '12800');
    await li.sees(/等待陈科长办理“接收设备并签收”/);
    await li.sees('李工 发起了流程');
    await li.button('撤回申请').waitFor();

    const chen = await as('陈科长', { screen: PHONE });
    await chen.takesUp('接收设备并签收', '评标室投影仪');
    await chen.field('交回日期').fill('2026-11-22');
    await chen.field('存放地点').fill('院本部库房 A-03');
    await chen.field('设备及附件状况').fill('整机及电源线齐全');
    await chen.decides('签收', '已收到');

    const wang = await as('王经理');
    await wang.takesUp('项目经理审批', '评标室投影仪');
    await wang.sees('检测报告.txt');
    await wang.decides('同意', '情况属实，同意报废');

    await chen.takesUp('主管部门审批', '评标室投影仪');
    await chen.decides('同意', '同意');

    const zhou = await as('周会计');
    await zhou.takesUp('财务审批', '评标室投影仪');
    await zhou.decides('同意', '账面已核对');

    await li.takesUp('清除数据', '评标室投影仪');
    await li.field('物理销毁').check();
    await li.field('清除人').fill('李工');
    await li.field('清除日期').fill('2026-11-22');
    await li.field('需保留的数据已备份并移交').check();
    await li.field('已验证数据不可恢复').check();
    await li.decides('确认已清除', '已销毁');

    expect((await h.ended(caseId)).state).toBe('completed');
    await li.opens(`/cases/${caseId}`);
    await li.sees('流程已完成。');
    await li.sees('周会计 办理了“财务审批”：同意');
    const document = li.page.getByRole('link', { name: '设备报废审批单' });
    const answer = await li.page.request.get((await document.getAttribute('href')) ?? '');
    expect(answer.headers()).toMatchObject({ 'content-type': 'application/pdf' });
    expect(answer.headers()['content-disposition']).toMatch(/^inline/);
  });
});
