import { get } from 'node:http';
import { mongo } from 'mongoose';
import { caseTerms } from '../../models/search/rows';
import type { previewAnswer } from '../../models/contracts/imports';
import { DEVICE_COLUMNS } from '../../api/use-cases/columns/devices';
import { apiForThisFile } from './api-under-test';
import { caseRow, taskRow } from './case-rows';
import { askForExport, exportOf } from './export-file';
import { sendFile } from './import-file';
import { eventually } from '../harness/eventually';

const { ClientSession } = mongo;
const api = apiForThisFile();
type Preview = ReturnType<typeof previewAnswer.parse>;

const ELSEWHERE = { customer: { id: 'C-0002', name: '云山大学第一附属医院' }, customerId: 'C-0002' } as const;

beforeAll(async () => {
  const cases = Array.from({ length: 5 }, (_, index) => caseRow(`BF-20261121-000${index}`));
  const all = [...cases, caseRow('BF-20261121-0009', { ...ELSEWHERE, people: ['U-he'] })];
  await api.db.cases.create(all.map((row) => ({ ...row, search: caseTerms({ ...row, id: row._id } as never) })));
  await api.db.tasks.create([...cases.map(({ _id }) => taskRow(_id)), taskRow('BF-20261121-0009', { openTo: [] })]);
  await api.as('admin-demo').post('/teams', { name: '网络组', leaderId: 'U-wang' });
});

/** The ids of a list from its pages, two at a time. */
async function idsOfPages(username: string, address: string): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null = ''; after !== null;) {
    const [path = '', query = ''] = address.split('?');
    const cursor: string = after === '' ? '' : `&after=${after}`;
    const page = await api.as(username).get<{
      items: { id?: string; seq?: number; caseId?: string }[];
      nextCursor: string | null;
    }>(`/${path}?limit=2&${query}${cursor}`);
    expect([address, page.status]).toEqual([address, 200]);
    ids.push(...page.body.items.map(({ id, seq, caseId }) => String(caseId ?? id ?? seq)));
    after = page.body.nextCursor;
  }
  return ids;
}

const ID_TITLES = ['流程编号', '记录编号', '序号'];
const PEOPLE = ['admin-demo', 'wang', 'li', 'chen', 'he'];
const LISTS = [
  ...['cases', 'cases?state=open&customer=C-0001', 'cases?q=打印机', 'cases?applicant=me', 'cases?q=zzzz'],
  ...['tasks', 'tasks?view=claimed', 'tasks?q=20261121-0003', 'customers', 'customers?tier=gold', 'customers?q=yiyuan'],
  ...['contracts', 'devices', 'devices?state=in-use&customer=C-0001', 'devices?q=交换机', 'devices?q=？？？'],
  ...['users', 'users?role=engineer&isActive=true', 'teams', 'teams?leader=U-wang'],
];

test.each(LISTS.flatMap((list) => PEOPLE.map((person) => [list, person] as const)))(
  'the file of %s has for %s the rows of its pages, in their order',
  async (list, person) => {
    const { rows } = await exportOf(api, person, list);
    const ids = rows.map((row) => row[ID_TITLES.find((title) => title in row) ?? '']);
    expect(ids).toEqual(await idsOfPages(person, list));
  },
);

test('nobody finds a row of a customer that is not theirs', async () => {
  for (const list of ['cases', 'tasks', 'customers', 'contracts', 'devices', 'users']) {
    const text = JSON.stringify((await exportOf(api, 'chen', list)).rows);
    expect(text).not.toMatch(/云山大学|C-0002|D-0006|BF-20261121-0009/);
  }
  const all = JSON.stringify((await exportOf(api, 'admin-demo', 'devices')).rows);
  expect(all).toMatch(/云山大学/);
});

test('a filter that a list does not have is refused as there, and so is a page of a file', async () => {
  for (const address of ['devices?colour=red', 'devices?limit=5', 'cases?state=lost', 'tasks?after=x'])
    expect((await askForExport(api, 'wang', address)).status).toBe(422);
  for (const person of ['wang', 'li', 'chen']) expect((await askForExport(api, person, 'access-log')).status).toBe(403);
});

test('says who took which list, what they asked for, and how many rows they got', async () => {
  const { rows } = await exportOf(api, 'wang', 'devices?customer=C-0001');
  const [entry] = (await api.accesses()).slice(-1);
  expect(entry).toMatchObject({
    ...{ personId: 'U-wang', action: 'GET /exports/devices', target: 'devices', result: 'done' },
    details: { filters: { customer: 'C-0001' }, rows: rows.length },
  });
  const log = await exportOf(api, 'admin-demo', 'access-log?action=GET%20%2Fexports%2Fdevices');
  expect(log.rows.find(({ 序号 }) => Number(序号) === (entry as unknown as { _id: number })._id)).toMatchObject({
    ...{ 人员: '王经理', 人员编号: 'U-wang', 结果: 'done', 对象: 'devices' },
  });
});

test('is named in the language of the request, and its times are those of the company', async () => {
  const zh = await exportOf(api, 'wang', 'cases?q=20261121-0000');
  expect(zh.headers.get('content-type')).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
  expect(zh.headers.get('content-disposition')).toMatch(
    /^attachment; filename="cases-\d{8}\.xlsx"; filename\*=UTF-8''%E6%B5%81%E7%A8%8B-\d{8}\.xlsx$/,
  );
  expect(zh.rows).toMatchObject([
    {
      流程编号: 'BF-20261121-0000',
      流程类型: '设备报废审批',
      状态: '进行中',
      优先级: '普通',
      发起时间: '2026-11-21 10:00:00',
    },
  ]);
  const en = await exportOf(api, 'wang', 'cases?q=20261121-0000', 'en');
  expect([...en.sheets.keys()]).toEqual(['Cases']);
  expect(en.headers.get('content-disposition')).toMatch(/filename\*=UTF-8''cases-\d{8}\.xlsx$/);
  expect(en.rows).toMatchObject([{ Case: 'BF-20261121-0000', Applicant: '李工', Started: '2026-11-21 10:00:00' }]);
});

test('tells contracts with their devices, teams with their leaders, and tasks by their names', async () => {
  const [contract, another] = (await exportOf(api, 'admin-demo', 'contracts')).rows;
  expect(contract).toMatchObject({ 合同编号: 'YW-2026-001', 开始日期: '2026-01-01', 设备数: '5', 每年巡检次数: '12' });
  expect([contract?.客户, contract?.工作日历, another?.工作日历]).toEqual(['江州市财政信息中心', '7×24 全天候', '']);
  const { rows: teams } = await exportOf(api, 'admin-demo', 'teams');
  expect(teams).toContainEqual(expect.objectContaining({ 团队名称: '网络组', 负责人: '王经理' }));
  const [task] = (await exportOf(api, 'wang', 'tasks')).rows;
  expect(task).toMatchObject({ 客户: '江州市财政信息中心', 申请人: '李工', 状态: '待办' });
});

describe('a file that comes back', () => {
  const stored = async () =>
    await Promise.all(
      (['devices', 'customers', 'users'] as const).map(
        async (name) => await api.db.connection.collection(name).find().sort({ _id: 1 }).toArray(),
      ),
    );

  beforeAll(async () => {
    const odd = { name: '=HYPERLINK("http://x")', assetNumber: '-1', location: '@机房_x000D_', model: "'+1" };
    await api.db.devices.updateOne({ _id: 'D-0001' }, { $set: odd });
    await api.db.devices.updateOne({ _id: 'D-0002' }, { $set: { serialNumber: '12345678901234567890' } });
    await api.db.devices.updateOne({ _id: 'D-0003' }, { $set: { purchasedOn: '1899-05-01', valueInYuan: 1234.56 } });
    await api.db.devices.updateOne({ _id: 'D-0004' }, { $set: { state: 'scrapped', scrappedBy: 'BF-1' } });
    await api.db.users.updateOne({ _id: 'U-qian' }, { $set: { isActive: false } });
    await api.db.users.updateOne({ _id: 'U-li' }, { $set: { managerId: 'U-qian', phone: '+86 10 5550' } });
    await api.db.customers.updateOne({ _id: 'C-0001' }, { $set: { 'contacts.0.name': '=1+1' } });
  });

  test.each(
    (['devices', 'customers', 'users'] as const).flatMap((kind) =>
      (['zh', 'en'] as const).map((language) => [kind, language] as const),
    ),
  )('changes nothing of %s, in %s', async (kind, language) => {
    const { bytes, rows } = await exportOf(api, 'admin-demo', kind, language);
    const more = { mode: 'upsert', fileName: 'a.xlsx', language };
    const preview = await sendFile<Preview>(api, 'admin-demo', `/${kind}/preview`, bytes, more);
    expect([preview.status, preview.body.faults]).toEqual([200, []]);
    const changed = preview.body.rows.filter(({ action }) => action !== 'same');
    expect(changed).toEqual([]);
    expect(preview.body.totals).toMatchObject({ rows: rows.length, same: rows.length, add: 0, change: 0 });
    const before = await stored();
    expect((await sendFile(api, 'admin-demo', `/${kind}`, bytes, more)).status).toBe(201);
    expect(await stored()).toEqual(before);
  });

  test('has no cell that a spreadsheet program computes', async () => {
    const { sheets } = await exportOf(api, 'admin-demo', 'devices');
    const row = sheets.get('设备')?.find(({ 记录编号 }) => 记录编号 === 'D-0001');
    expect(row).toMatchObject({
      ...{ 设备名称: '\'=HYPERLINK("http://x")', 资产编号: "'-1", 安装位置: "'@机房_x000D_", 型号: "''+1" },
    });
    const contacts = (await exportOf(api, 'admin-demo', 'customers')).sheets.get('联系人');
    expect(contacts?.map(({ 联系人姓名 }) => 联系人姓名)).toContain("'=1+1");
  });
});

describe('what cannot be sent whole', () => {
  test('is refused before it begins where it is too much', async () => {
    const spy = jest.spyOn(api.db.devices, 'countDocuments').mockReturnValueOnce({
      session: async () => await Promise.resolve(100_001),
    } as never);
    const answer = await askForExport(api, 'wang', 'devices');
    spy.mockRestore();
    expect([answer.status, await answer.json()]).toEqual([
      422,
      expect.objectContaining({ code: 'too-many-to-export' }),
    ]);
  });

  test('is answered with 503 where MongoDB is away before it begins', async () => {
    const away = Object.assign(new Error('connection refused'), { name: 'MongoNetworkError' });
    const spy = jest.spyOn(api.db.devices, 'countDocuments').mockReturnValueOnce({
      session: async () => await Promise.reject(away),
    } as never);
    const answer = await askForExport(api, 'wang', 'devices');
    spy.mockRestore();
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
    // Why, stands in the log and not in the answer.
    expect(await answer.text()).not.toContain('connection refused');
    expect(api.logged.join('')).toMatch(/connection refused.*a service was unavailable/);
  });

  test('breaks off, and nobody takes it for a whole file', async () => {
    const model = await api.db.devices.findById('D-0005').lean();
    const many = Array.from({ length: 3_000 }, (_, index) => ({
      ...model!,
      _id: `D-X${index}`,
      serialNumber: `X${index}`,
    }));
    await api.db.devices.insertMany(many);
    expect((await exportOf(api, 'admin-demo', 'devices')).rows.length).toBeGreaterThan(3_000);
    const told = { rows: 0 };
    const spy = jest.spyOn(DEVICE_COLUMNS[3]!, 'value').mockImplementation(() => {
      told.rows += 1;
      if (told.rows === 2_900) throw new Error('the cursor died here');
      return 'X';
    });
    const received = askForExport(api, 'admin-demo', 'devices').then(async (answer) => await answer.arrayBuffer());
    await expect(received).rejects.toThrow();
    spy.mockRestore();
    await eventually(() => expect(api.logged.join('')).toMatch(/the cursor died here.*file broke off/));
  });

  test('is not read on when nobody waits for it any more', async () => {
    const ended = jest.spyOn(ClientSession.prototype, 'endSession');
    const headers = { authorization: `Bearer ${await api.as('admin-demo').signIn()}` };
    const asked = get(`${api.url}/api/v1/exports/devices`, { headers });
    await new Promise((resolve) => asked.once('response', resolve));
    asked.destroy();
    await eventually(() => expect(ended).toHaveBeenCalled());
    ended.mockRestore();
    expect((await exportOf(api, 'admin-demo', 'devices')).rows.length).toBeGreaterThan(3_000);
  });
});
