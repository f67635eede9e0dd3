import type { Browser } from 'playwright-core';
import { inABrowser } from '../harness/in-a-browser';
import type { Installation } from '../harness/installation';
import { Visitor } from '../harness/visitor';

jest.setTimeout(300_000);

const STEP = 'manager-review';

describe('what several decide together, in the console', () => {
  let h: Installation;
  let browser: Browser;
  inABrowser((looked) => ({ h, browser } = looked));

  it('a task tells the rule and who has voted what; who has voted is told so, and the timeline tells it afterwards', async () => {
    const among = ['project-manager', 'deputy-project-manager', 'management'] as const;
    await h.setPolicy({
      panels: { [STEP]: { among: [...among], quorum: { kind: 'count', needed: 2, hasVeto: true } } },
    });
    const caseId = await h.as('li').startsScrap(await h.device({ name: '会签打印机' }));
    await h.as('chen').submits(caseId, 'receipt');
    await h.as('sun').approves(caseId, STEP, { comment: '已无修复价值' });
    const wang = await Visitor.signsIn(browser, h.url, '王经理');
    await wang.takesUp('项目经理审批', '会签打印机');
    await wang.sees('票签（3 人中须 2 人同意，一票否决）');
    await wang.sees('1 人同意，0 人不同意，还需 1 人同意');
    const card = wang.page.locator('.seats');
    await card.getByText('孙副经理').waitFor();
    await card.getByText('已无修复价值').waitFor();
    expect(await card.getByText('待表决').count()).toBe(2);
    await wang.field('王经理 签字').check();
    await wang.button('同意').click();
    await wang.sees('已提交：同意');
    await wang.opens(`/tasks/${caseId}.${STEP}.1`);
    await wang.sees('2 人同意，0 人不同意（须 2 人同意）');
    await wang.opens(`/cases/${caseId}`);
    await wang.sees('多人表决：2 人同意，0 人不同意（须 2 人同意）');
    await wang.sees('孙副经理 对“项目经理审批”表决：同意');
    await wang.sees('“项目经理审批”表决结束：同意');
    expect(wang.complaints).toEqual([]);
    await wang.closes();
  });

  it('one asks one more, takes a vote back, takes the seat away again, and who waits for it nudges', async () => {
    await h.setPolicy({});
    const caseId = await h.as('li').startsScrap(await h.device({ name: '加签打印机' }));
    await h.as('chen').submits(caseId, 'receipt');
    const task = `/tasks/${caseId}.${STEP}.1`;
    const [wang, li] = await Promise.all(
      ['王经理', '李工'].map(async (name) => await Visitor.signsIn(browser, h.url, name)),
    );
    await wang!.takesUp('项目经理审批', '加签打印机');
    const says = async (who: Visitor, verb: string, reason: string) => {
      const dialog = who.page.getByRole('dialog');
      await dialog.getByLabel(verb === '催办' ? '留言（可不填）' : '原因', { exact: true }).fill(reason);
      await dialog.getByRole('button', { name: verb, exact: true }).click();
      await dialog.waitFor({ state: 'hidden' });
    };
    await wang!.button('加签').click();
    await wang!.sees('加签后由两人审批，都同意才算通过');
    await wang!.field('请谁一同审批').click();
    await wang!.page.keyboard.type('吴');
    await wang!.page.locator('.ant-select-item-option').filter({ hasText: '吴总' }).first().click();
    await wang!.field('与我并行').check();
    await says(wang!, '加签', '涉及金额较大');
    await wang!.sees('会签（2 人须全部同意）');
    await wang!.page.locator('.seats').getByText('由王经理加签').waitFor();
    await h.as('wang').approves(caseId, STEP, { comment: '同意报废' });
    await wang!.opens(task);
    await wang!.button('撤回表决').click();
    await says(wang!, '撤回表决', '看错了附件');
    await wang!.sees('0 人同意，0 人不同意，还需 2 人同意');
    await h.as('wang').approves(caseId, STEP);
    await li!.opens(task);
    await li!.button('催办').click();
    await says(li!, '催办', '用户在等');
    await li!.sees('上次催办');
    expect((await h.mails.expect('wu', '【催办】', caseId)).text).toContain('用户在等');
    await wang!.opens(task);
    await wang!.button('减签 吴总').click();
    await says(wang!, '减签', '已出差');
    await wang!.sees('1 人同意，0 人不同意（须 1 人同意）');
    await wang!.opens(`/cases/${caseId}`);
    for (const line of [
      '王经理 请 吴总 参加“项目经理审批”的表决',
      '王经理 撤回了对“项目经理审批”的表决',
      '李工 催办了“项目经理审批”',
    ])
      await wang!.sees(line);
    expect([...wang!.complaints, ...li!.complaints]).toEqual([]);
    await Promise.all([wang!.closes(), li!.closes()]);
  });

  it('somebody is asked what they think, answers, and who asked reads it and decides', async () => {
    await h.setPolicy({});
    const caseId = await h.as('li').startsScrap(await h.device({ name: '委派打印机' }));
    await h.as('chen').submits(caseId, 'receipt');
    const wang = await Visitor.signsIn(browser, h.url, '王经理');
    await wang.takesUp('项目经理审批', '委派打印机');
    await wang.button('委派').click();
    await wang.field('委派给').click();
    await wang.page.keyboard.type('郑');
    await wang.page.locator('.ant-select-item-option').filter({ hasText: '郑服务台' }).first().click();
    await wang.field('原因').fill('请核对技术参数');
    await wang.page.getByRole('dialog').getByRole('button', { name: '委派', exact: true }).click();
    await wang.sees('您已请郑服务台给出意见：请核对技术参数');
    await wang.button('收回委派').waitFor();
    const zheng = await Visitor.signsIn(browser, h.url, '郑服务台');
    await zheng.takesUp('项目经理审批', '委派打印机');
    await zheng.sees('王经理请您给出意见：请核对技术参数');
    await zheng.button('答复委派').click();
    await zheng.page.getByRole('dialog').getByLabel('意见', { exact: true }).fill('确已停产，建议报废');
    await zheng.page.getByRole('dialog').getByRole('button', { name: '答复委派', exact: true }).click();
    await zheng.sees('已答复');
    await wang.opens(`/tasks/${caseId}.${STEP}.1`);
    await wang.sees('确已停产，建议报废');
    await wang.decides('同意', '同意');
    expect([...wang.complaints, ...zheng.complaints]).toEqual([]);
    await Promise.all([wang.closes(), zheng.closes()]);
  });
});
