import { renderDocument } from '../../activities/documents/render';
import type { DocumentView } from '../../models/contracts/document';
import { pageText, pdfPages } from './documents.pdf-text';
import { decision, deviceTable, journalHash, scrapForm } from './documents.views';

async function pagesOf(view: DocumentView): Promise<readonly string[]> {
  return pdfPages(await renderDocument(view)).map(pageText);
}

const longComment = '经现场工程师逐板检测，主控板电源模块输出电压偏低，怀疑电容老化。'.repeat(130).slice(0, 4000);

describe('a printed document', () => {
  it('is the same to the byte for the same view', async () => {
    const [once, again] = await Promise.all([renderDocument(scrapForm()), renderDocument(scrapForm())]);
    expect(again.equals(once)).toBe(true);
  });

  it('is another one for another journal head, down to its PDF identity', async () => {
    const identity = (pdf: Buffer): string => /\/ID \[(.*)\]/.exec(pdf.toString('latin1'))![1]!;
    const once = await renderDocument(scrapForm());
    const later = await renderDocument(scrapForm({ journalHead: { seq: 15, hash: 'ab'.repeat(32) } }));
    expect(identity(later)).not.toBe(identity(once));
  });

  it('takes one page under 60 kB for a short form', async () => {
    const pdf = await renderDocument(scrapForm());
    expect(pdfPages(pdf)).toHaveLength(1);
    expect(pdf.length).toBeLessThan(60_000);
  });

  it('shows company, title, case, conclusion and the local issue time', async () => {
    const [page] = await pagesOf(scrapForm());
    expect(page).toContain('北京华信恒通信息技术服务有限公司');
    expect(page).toContain('设备报废审批单');
    expect(page).toContain('同意报废');
    expect(page).toContain('案件编号：SCRAP-2026-0042');
    expect(page).toContain('签发时间：2026年11月21日 18:05');
  });

  it('names itself in its metadata, dated by the view alone', async () => {
    const file = (await renderDocument(scrapForm({ company: 'A & <B>' }))).toString('utf8');
    expect(file).toContain('/Lang (zh-CN)');
    expect(file).toContain('(D:20261121100533Z)');
    expect(file).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(file).toContain('设备报废审批单 SCRAP-2026-0042</rdf:li>');
    expect(file).toContain('<rdf:li>A ＆ ＜B＞</rdf:li>');
  });

  it('refuses an issue time that is none', async () => {
    await expect(renderDocument(scrapForm({ issuedAt: 'yesterday' }))).rejects.toThrow(RangeError);
  });
});

test.each(['用户确认已解决', '测试通过', '客户满意'])('the stamp %s stands on one line', async (conclusion) => {
  const runs = pdfPages(await renderDocument(scrapForm({ conclusion }))).flat();
  expect(runs.map(({ text }) => text)).toContain(conclusion);
});

describe('what a form says', () => {
  it('prints a dash where nothing was written', async () => {
    const [page] = await pagesOf(scrapForm());
    expect(page).toContain('资产编号—');
  });

  it('prints who decided, and for whom', async () => {
    const decisions = [decision({ by: '陈志强', forWhom: '周海燕' })];
    const [page] = await pagesOf(scrapForm({ blocks: [{ kind: 'decisions', title: '审批', decisions }] }));
    expect(page).toContain('项目经理审批同意意见：情况属实，同意报废。签字：陈志强（代 周海燕）');
    expect(page).toContain('日期：2026年11月20日 14:32');
  });

  it('marks a void decision and only that', async () => {
    const decisions = [decision({ isVoid: true }), decision()];
    const [page] = await pagesOf(scrapForm({ blocks: [{ kind: 'decisions', title: '审批', decisions }] }));
    expect(page!.match(/已作废/g)).toHaveLength(1);
    expect(page!.indexOf('已作废')).toBeLessThan(page!.lastIndexOf('项目经理审批'));
  });

  it('replaces letters that its font lacks and drops invisible ones', async () => {
    const value = '已修复😀👨‍👩‍👧\u0000\u202E\uFEFF 한국어 ☑是';
    const fields = [{ label: '备注', value, wide: true }];
    const [page] = await pagesOf(scrapForm({ blocks: [{ kind: 'fields', title: '', fields }] }));
    expect(page).toContain('备注已修复〓〓 〓〓〓 √是');
  });

  it('says so where a block has nothing in it', async () => {
    const [page] = await pagesOf(
      scrapForm({
        blocks: [
          { kind: 'table', title: '附件', columns: ['文件名'], rows: [] },
          { kind: 'decisions', title: '审批', decisions: [] },
          { kind: 'note', text: ' ' },
        ],
      }),
    );
    expect(page).toContain('附件无记录审批暂无审批意见');
  });
});

describe('a form of several pages', () => {
  it('grows with its text and loses none of it', async () => {
    const comments = (count: number): DocumentView =>
      scrapForm({
        blocks: [
          {
            kind: 'decisions',
            title: '审批',
            decisions: Array.from({ length: count }, () => decision({ comment: longComment })),
          },
        ],
      });
    const one = await pagesOf(comments(1));
    const two = await pagesOf(comments(2));
    expect(one.length).toBeGreaterThan(2);
    expect(two.length).toBeGreaterThan(one.length);
    expect(one.join('').match(/电容老化/g)!.length).toBeGreaterThanOrEqual(longComment.match(/电容老化/g)!.length - 4);
    expect(one[1]).toContain('项目经理审批（续）');
    expect(one.at(-1)).toContain('签字：李建国');
  });

  it('says on each page which it is, of whose record', async () => {
    const pages = await pagesOf(scrapForm({ blocks: [deviceTable(120)] }));
    expect(pages.length).toBeGreaterThan(3);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`第 ${index + 1} 页 / 共 ${pages.length} 页`);
      expect(page).toContain(`记录链 #14 ${journalHash.slice(0, 16)}`);
      expect(page).toContain(journalHash);
      expect(page).toContain('北京华信恒通信息技术服务有限公司');
      expect(page).toContain('设备报废审批单');
      expect(page).toContain('案件编号：SCRAP-2026-0042');
    }
  });

  it('repeats the head of a table on each page, and each row once', async () => {
    const pages = await pagesOf(scrapForm({ blocks: [deviceTable(120)] }));
    for (const page of pages) expect(page).toContain('序号序列号巡检结果');
    const serials = pages.join('').match(/210235A1C0X\d{5}/g)!;
    expect(serials).toHaveLength(120);
    expect(new Set(serials).size).toBe(120);
  });

  it('does not leave a heading alone at the foot of a page', async () => {
    const filler = (lines: number): DocumentView =>
      scrapForm({ blocks: [{ kind: 'note', text: Array(lines).fill('行').join('\n') }, deviceTable(3)] });
    for (let lines = 36; lines < 46; lines++) {
      const pages = await pagesOf(filler(lines));
      const withHeading = pages.find((page) => page.includes('巡检明细'));
      expect(withHeading).toContain('210235A1C0X10000');
    }
  });

  it('prints a table of more columns than fit as several, each led by the first column', async () => {
    const columns = Array.from({ length: 30 }, (_, index) => `列${index + 1}`);
    const [page] = await pagesOf(scrapForm({ blocks: [{ kind: 'table', title: '宽表', columns, rows: [['甲']] }] }));
    expect(page).toContain('宽表（3/3）列1列24');
    expect(page!.match(/甲/g)).toHaveLength(3);
  });
});
