import type { Browser } from 'playwright-core';
import { inABrowser } from '../harness/in-a-browser';
import type { Installation } from '../harness/installation';
import { Visitor } from '../harness/visitor';

jest.setTimeout(300_000);

/** Half past eight on a day so many after today, as a browser's field takes it. */
const on = (days: number) => `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T08:30`;

describe('an absence, in the console', () => {
  let h: Installation;
  let browser: Browser;
  inABrowser((looked) => ({ h, browser } = looked));

  it('is entered by the one who goes; the substitute decides for them, and it is cancelled', async () => {
    const wang = await Visitor.signsIn(browser, h.url, '王经理');
    await wang.opens('/absences');
    await wang.page.getByRole('button', { name: '登记缺勤' }).click();
    await wang.field('开始时间').fill(on(-1));
    await wang.field('结束时间').fill(on(-2));
    await wang.field('代办人').click();
    await wang.page.keyboard.type('孙副');
    await wang.page.locator('.ant-select-item-option').filter({ hasText: '孙副经理' }).first().click();
    await wang.field('原因（仅本人、其主管和人事可见）').fill('年假');
    await wang.page
      .getByRole('dialog')
      .getByRole('button', { name: /保 ?存/ })
      .click();
    await wang.page.getByRole('dialog').getByRole('alert').first().waitFor();
    await wang.field('结束时间').fill(on(3));
    await wang.page
      .getByRole('dialog')
      .getByRole('button', { name: /保 ?存/ })
      .click();
    await wang.sees('缺勤中');
    const caseId = await h.as('li').startsScrap(await h.device({ name: '缺勤打印机' }));
    await h.as('chen').submits(caseId, 'receipt');
    const sun = await Visitor.signsIn(browser, h.url, '孙副经理');
    await sun.takesUp('项目经理审批', '缺勤打印机');
    await sun.sees('王经理');
    await sun.decides('同意', '代为同意');
    await wang.page.getByRole('button', { name: '取消缺勤' }).first().click();
    await wang.page.locator('.ant-popconfirm').getByRole('button', { name: '取消缺勤' }).click();
    await wang.page.getByText('已取消').first().waitFor();
    expect(wang.complaints).toEqual([expect.stringContaining('422') as string]);
    expect(sun.complaints).toEqual([]);
    await wang.closes();
    await sun.closes();
  });
});
