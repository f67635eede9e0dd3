import type { Browser } from 'playwright-core';
import { inABrowser } from '../harness/in-a-browser';
import type { Installation } from '../harness/installation';
import { picture } from '../harness/pictures';
import { Visitor } from '../harness/visitor';

jest.setTimeout(300_000);

describe('what people say about a case, in the console', () => {
  let h: Installation;
  let browser: Browser;
  inABrowser((looked) => ({ h, browser } = looked));

  it('an internal comment mentions a colleague and stays among colleagues; the customer reads what is for everybody', async () => {
    const caseId = await h.as('li').startsScrap(await h.device({ name: '评论打印机' }));
    const li = await Visitor.signsIn(browser, h.url, '李工');
    await li.opens(`/cases/${caseId}`);
    await li.field('写评论').pressSequentially('报价偏高，请 @王经');
    await li.page.getByRole('menuitem', { name: /王经理/ }).click();
    await li.field('写评论').pressSequentially('看一下');
    await picture(li.page, 'comment-mention');
    await li.button('发表').click();
    const comments = li.page.getByRole('list', { name: '评论' }).getByRole('listitem');
    await comments.filter({ hasText: '报价偏高，请 @王经理 看一下' }).filter({ hasText: '内部' }).waitFor();
    await h.mails.expect('wang', '【提到您】', caseId);

    await li.field('写评论').fill('设备已送检');
    await li.page.getByRole('radio', { name: '用户也可见' }).check();
    await li.button('发表').click();
    await comments.filter({ hasText: '设备已送检' }).waitFor();

    const chen = await Visitor.signsIn(browser, h.url, '陈科长');
    await chen.opens(`/cases/${caseId}`);
    await chen.sees('设备已送检');
    expect(await chen.page.getByText('报价偏高').count()).toBe(0);
    expect(await chen.page.getByRole('radio').count()).toBe(0);
    expect([...li.complaints, ...chen.complaints]).toEqual([]);
    await li.closes();
    await chen.closes();
  });

  it('a case is copied to a colleague, who says that they have read it, with a word about it', async () => {
    const caseId = await h.as('li').startsScrap(await h.device({ name: '抄送打印机' }));
    const wang = await Visitor.signsIn(browser, h.url, '王经理');
    await wang.opens(`/cases/${caseId}`);
    await wang.button('抄送').click();
    await wang.field('抄送给').click();
    await wang.page.keyboard.type('郑');
    await wang.page.locator('.ant-select-item-option').filter({ hasText: '郑服务台' }).first().click();
    await wang.page.keyboard.press('Escape');
    await wang.field('附言').fill('请阅知，月底盘点会用到');
    await wang.page
      .getByRole('dialog')
      .getByRole('button', { name: /保 ?存/ })
      .click();
    const copies = wang.page.getByRole('list', { name: '抄送' }).getByRole('listitem');
    await copies.filter({ hasText: '郑服务台' }).filter({ hasText: '未阅' }).waitFor();

    const zheng = await Visitor.signsIn(browser, h.url, '郑服务台');
    await zheng.opens('/copies');
    await zheng.page.getByRole('link', { name: caseId }).click();
    await zheng.sees('王经理将此流程抄送给您');
    await zheng.sees('请阅知，月底盘点会用到');
    await picture(zheng.page, 'copy-to-me');
    await zheng.button('已阅并留言').click();
    await zheng.field('阅后留言').fill('已登记');
    await zheng.page
      .getByRole('dialog')
      .getByRole('button', { name: /保 ?存/ })
      .click();
    await zheng.page.getByText('王经理将此流程抄送给您').waitFor({ state: 'hidden' });
    await zheng.opens('/copies');
    await zheng.sees('没有未阅的抄送');

    await wang.opens(`/cases/${caseId}`);
    await copies.filter({ hasText: '已阅' }).filter({ hasText: '已登记' }).waitFor();
    expect([...wang.complaints, ...zheng.complaints]).toEqual([]);
    await wang.closes();
    await zheng.closes();
  });
});
