import { importAnswer, previewAnswer } from '../../models/contracts/imports';
import { csvOf } from '../../api/spreadsheets/write-csv';
import { readXlsx } from '../../api/spreadsheets/read-xlsx';
import { apiForThisFile } from './api-under-test';
import { sendFile, xlsxOf, type ShownFault } from './import-file';

const api = apiForThisFile();
type Preview = ReturnType<typeof previewAnswer.parse>;

const placed = ({ sheet, row, column, code }: ShownFault) => `${sheet}!${row ?? ''}${column?.letter ?? ''} ${code}`;
const snapshot = async () =>
  await Promise.all(
    (['customers', 'users'] as const).map(
      async (name) => await api.db.connection.collection(name).find().sort({ _id: 1 }).toArray(),
    ),
  );

async function faults(username: string, kind: string, bytes: Buffer, mode = 'add', fileName = 'a.xlsx') {
  const before = await snapshot();
  const preview = await sendFile<Preview>(api, username, `/${kind}/preview`, bytes, { mode, fileName });
  expect([preview.status, preview.body]).toEqual([200, expect.objectContaining({ isImportable: false })]);
  const refused = await sendFile(api, username, `/${kind}`, bytes, { mode, fileName });
  expect([refused.status, refused.body.code]).toEqual([422, 'import-refused']);
  expect(await snapshot()).toEqual(before);
  return previewAnswer.parse(preview.body).faults.map(placed);
}

describe('customers from a file', () => {
  const TITLES = ['客户名称', '客户类型', '服务等级'];
  const CONTACTS = ['客户名称', '联系人姓名', '邮箱', '电话', '职务', '重要联系人'];
  const SITES = ['客户名称', '地点名称', '地址'];
  const complete = () =>
    xlsxOf({
      客户: [TITLES, ['甲医院', '核心客户', '金牌'], ['乙公司', '非核心客户', '标准']],
      联系人: [
        CONTACTS,
        ['甲医院', '张三', 'z@a.example', '＋86 10 5550 0000', '科长', '是'],
        [' 甲医院', '李四', 'l@a.example', '', '', ''],
      ],
      地点: [SITES, ['乙公司', '总部', '滨河路 1 号']],
    });

  test('come with their contacts and sites', async () => {
    const done = await sendFile(api, 'feng', '/customers', await complete(), { fileName: 'a.xlsx' });
    expect(importAnswer.parse(done.body).totals).toMatchObject({ rows: 2, add: 2 });
    const rows = await api.db.customers
      .find({ name: { $in: ['甲医院', '乙公司'] } })
      .sort({ name: 1 })
      .lean();
    expect(rows).toMatchObject([
      {
        name: '乙公司',
        kind: 'non-core',
        tier: 'standard',
        contacts: [],
        sites: [{ name: '总部', address: '滨河路 1 号' }],
      },
      {
        name: '甲医院',
        contacts: [
          { name: '张三', email: 'z@a.example', phone: '+86 10 5550 0000', post: '科长', isVip: true },
          { name: '李四', email: 'l@a.example', phone: '', post: '', isVip: false },
        ],
        sites: [],
      },
    ]);
    expect(await faults('feng', 'customers', await complete())).toEqual([
      '客户!2A exists-already',
      '客户!3A exists-already',
    ]);
    const same = await sendFile<Preview>(api, 'feng', '/customers/preview', await complete(), {
      mode: 'upsert',
      fileName: 'a.xlsx',
    });
    expect(same.body.totals).toMatchObject({ same: 2, faults: 0 });
  });

  test('with faults in any sheet are refused', async () => {
    const bytes = await xlsxOf({
      客户: [TITLES, ['丙', '核心', '金牌'], ['丁', 'core', ''], ['丁', 'core', 'gold']],
      联系人: [CONTACTS, ['丁', '', 'no-mail', 'abc', '', '也许'], ['戊', '王五', 'w@a.example', '', '', '']],
      地点: [
        ['客户名称', '地点名称'],
        ['丁', '总部'],
      ],
    });
    expect((await faults('feng', 'customers', bytes)).sort()).toEqual(
      [
        '客户!2B not-one-of',
        '客户!3C required',
        '客户!4A twice-in-file',
        '联系人!2B required',
        '联系人!2C not-valid',
        '联系人!2D not-valid',
        '联系人!2F not-one-of',
        '联系人!3A unknown-record',
        '地点!1 column-missing',
        '地点!2 required',
      ].sort(),
    );
  });

  test('that exist keep the contacts of which the file says nothing', async () => {
    const before = await api.db.customers.findById('C-0002').lean();
    const csv = csvOf([TITLES, [before!.name, '核心客户', '金牌']]);
    expect((await sendFile(api, 'feng', '/customers', csv, { mode: 'upsert' })).body).toMatchObject({
      totals: { change: 1 },
    });
    const after = await api.db.customers.findById('C-0002').lean();
    expect(after).toMatchObject({ ...before, tier: 'gold', version: before!.version + 1, updatedAt: expect.any(Date) });
  });

  test('are changed by those whose customers they are, and added for the whole company', async () => {
    const { _id } = (await api.db.users.findOne({ username: 'sun' }).lean())!;
    const grants = [{ role: 'account-manager', customerId: 'C-0001' }] as const;
    await api.db.users.updateOne({ _id }, { $set: { grants, keys: [`person:${_id}`, 'role:account-manager:C-0001'] } });
    const names = (await api.db.customers.find().sort({ _id: 1 }).lean()).map(({ name }) => name);
    const lines = [...names.filter((name) => /江州|东湖/.test(name)), '全新的客户'].map((name) => [name, '', '银牌']);
    const bytes = csvOf([TITLES, ...lines.map(([name, , tier]) => [name!, '非核心客户', tier!])]);
    const found = await faults('sun', 'customers', bytes, 'upsert', 'a.csv');
    expect(found.sort()).toEqual(['!3A not-allowed', '!4A not-allowed'].sort());
  });
});

describe('people from a file', () => {
  const TITLES = ['用户名', '姓名', '邮箱', '电话', '语言', '角色'];
  const line = (username: string, roles: string, change: readonly string[] = []) => {
    const usual = [username, '某人', `${username}@a.example`, '138 0000 0000', '中文', roles];
    return usual.map((words, index) => change[index] ?? words);
  };

  test('come with their roles and without a password', async () => {
    const roles = '项目经理（江州市财政信息中心）、服务工程师；PMO';
    const bytes = csvOf([
      TITLES,
      line('ａｎｎａ', roles, ['ａｎｎａ', '安娜', 'anna@a.example']),
      line('boris', 'customer (C-0002)'),
    ]);
    expect((await sendFile(api, 'admin-demo', '/users', bytes)).status).toBe(201);
    const rows = await api.db.users
      .find({ username: { $in: ['anna', 'boris'] } })
      .sort({ username: 1 })
      .lean();
    expect(rows[0]).toMatchObject({
      ...{ username: 'anna', name: '安娜', passwordHash: '', isActive: true, isDemo: false, language: 'zh' },
      grants: [
        { role: 'project-manager', customerId: 'C-0001' },
        { role: 'engineer', customerId: null },
        { role: 'pmo', customerId: null },
      ],
      keys: [`person:${rows[0]!._id}`, 'role:project-manager:C-0001', 'role:engineer:*', 'role:pmo:*'],
    });
    expect(rows[1]!.keys).toEqual([`person:${rows[1]!._id}`, 'role:customer:C-0002']);
    const shown = await api.as('admin-demo').get(`/users/${rows[0]!._id}`);
    expect(shown.body).toMatchObject({ username: 'anna', hasPassword: false });
  });

  test.each([
    ['a role that does not exist', 'F unknown-role', line('u1', '董事长')],
    ['a customer that does not exist', 'F unknown-customer', line('u1', '项目经理（某某）')],
    ['a customer-side role without customer', 'F not-valid', line('u1', '用户')],
    ['both sides at once', 'F not-valid', line('u1', '用户（C-0001）、服务工程师')],
    ['an administrator of one customer', 'F not-valid', line('u1', '系统管理员（C-0001）')],
    ['the same role twice', 'F not-valid', line('u1', '服务工程师、engineer')],
    ['no role', 'F required', line('u1', '')],
    ['a user name with capitals', 'A not-valid', line('U1', '服务工程师')],
    ['no mail address', 'C not-valid', line('u1', '服务工程师', ['u1', '某人', 'u1'])],
    ['a user name that is taken', 'A exists-already', line('wang', '服务工程师')],
    [
      'a language that there is not',
      'E not-one-of',
      line('u1', '服务工程师', ['u1', '某人', 'a@b.example', '', '法文']),
    ],
  ])('with %s are refused: %s', async (_, fault, row) => {
    expect(await faults('admin-demo', 'users', csvOf([TITLES, row]), 'add', 'a.csv')).toEqual([`!2${fault}`]);
  });

  test('that exist get the keys of their new roles; the last administrator stays one', async () => {
    const bytes = csvOf([
      ['用户名', '角色'],
      ['zheng', '服务台、财务'],
    ]);
    const preview = await sendFile<Preview>(api, 'admin-demo', '/users/preview', bytes, { mode: 'upsert' });
    expect(preview.body.rows[0]!.changes).toEqual([
      { field: 'grants', title: '角色', before: '服务台', after: '服务台、财务' },
    ]);
    expect((await sendFile(api, 'admin-demo', '/users', bytes, { mode: 'upsert' })).status).toBe(201);
    const row = await api.db.users.findOne({ username: 'zheng' }).lean();
    expect(row!.keys).toEqual([`person:${row!._id}`, 'role:service-desk:*', 'role:finance:*']);
    const before = await snapshot();
    const coup = csvOf([
      ['用户名', '角色'],
      ['admin-demo', '服务台'],
      ['zheng', '服务台'],
    ]);
    const answer = await sendFile(api, 'admin-demo', '/users', coup, { mode: 'upsert' });
    expect([answer.status, answer.body.code]).toEqual([409, 'wrong-state']);
    expect(await snapshot()).toEqual(before);
  });
});

describe('teams and managers in a file of people', () => {
  const TITLES = ['用户名', '姓名', '邮箱', '角色', '团队', '直接上级'];
  const line = (username: string, role: string, team: string, manager: string) => [
    ...[username, '某人', `${username}@a.example`, role, team, manager],
  ];

  test('are found by name, and kept for staff', async () => {
    const team = await api.as('admin-demo').post('/teams', { name: '网络组', leaderId: null });
    expect(team.status).toBe(201);
    const bytes = csvOf([
      TITLES,
      line('carl', '服务工程师', '网络组', '王经理'),
      line('dora', '服务工程师', '', 'qian'),
    ]);
    expect((await sendFile(api, 'admin-demo', '/users', bytes)).status).toBe(201);
    const carl = await api.db.users.findOne({ username: 'carl' }).lean();
    expect(carl).toMatchObject({ teamId: team.body.id, managerId: 'U-wang' });
    const wrong = csvOf([
      TITLES,
      line('e1', '服务工程师', '没有的组', '没有的人'),
      line('e2', '用户（C-0001）', '网络组', ''),
      line('e3', '服务工程师', '', 'chen'),
    ]);
    expect((await faults('admin-demo', 'users', wrong, 'add', 'a.csv')).sort()).toEqual(
      ['!2E unknown-team', '!2F unknown-person', '!3E not-for-customers', '!4F unknown-person'].sort(),
    );
  });

  test('make no circle, neither with what exists nor within the file', async () => {
    const titles = ['用户名', '直接上级'];
    const upsert = { mode: 'upsert' };
    expect(await faults('admin-demo', 'users', csvOf([titles, ['wang', 'carl']]), 'upsert', 'a.csv')).toEqual([
      '!2B reports-in-a-circle',
    ]);
    const both = csvOf([titles, ['dora', 'carl'], ['carl', 'dora']]);
    expect(await faults('admin-demo', 'users', both, 'upsert', 'a.csv')).toEqual([
      '!2B reports-in-a-circle',
      '!3B reports-in-a-circle',
    ]);
    const turned = csvOf([titles, ['carl', 'dora'], ['wang', 'carl'], ['dora', 'qian']]);
    expect((await sendFile(api, 'admin-demo', '/users', turned, upsert)).status).toBe(201);
  });
});

describe('a template', () => {
  const LIMITS = { rows: 100, columns: 50, sheets: 9, unpackedBytes: 1e7 };
  const KINDS = [
    ['devices', 'wang'],
    ['customers', 'feng'],
    ['users', 'admin-demo'],
  ] as const;
  const download = async (username: string, address: string, language: string) => {
    const headers = { authorization: `Bearer ${await api.as(username).signIn()}`, 'accept-language': language };
    const response = await fetch(`${api.url}/api/v1/imports/${address}`, { headers });
    expect(response.status).toBe(200);
    return { bytes: Buffer.from(await response.arrayBuffer()), headers: response.headers };
  };

  test.each(
    KINDS.flatMap(([kind, who]) =>
      ['zh', 'en'].flatMap((language) => ['xlsx', 'csv'].map((format) => [kind, who, language, format] as const)),
    ),
  )(
    'for %s by %s in %s as %s is understood as it is, and its example is not imported',
    async (kind, who, language, format) => {
      const { bytes, headers } = await download(who, `${kind}/template?format=${format}`, language);
      expect(headers.get('content-disposition')).toMatch(
        new RegExp(`^attachment; filename="${kind}-template.${format}"; filename\\*=UTF-8''`),
      );
      const preview = await sendFile<Preview>(api, who, `/${kind}/preview`, bytes, { fileName: `t.${format}` });
      expect([preview.body.faults.map(placed), preview.body.totals.examples]).toEqual([
        [expect.stringMatching(/nothing-to-import/)],
        1,
      ]);
      if (format === 'csv') return;
      const sheets = await readXlsx(bytes, LIMITS);
      expect(sheets.map(({ name }) => name).at(-1)).toBe(language === 'zh' ? '填写说明' : 'Notes');
    },
  );

  test.each(KINDS)('for %s has an example that would be imported without its mark', async (kind, who) => {
    const { bytes } = await download(who, `${kind}/template?format=csv`, 'zh');
    const text = bytes.toString().replace('【示例】', '').replaceAll('市第一人民医院', '江州市财政信息中心');
    const preview = await sendFile<Preview>(api, who, `/${kind}/preview`, Buffer.from(text), { mode: 'upsert' });
    expect([kind, preview.body.faults]).toEqual([kind, []]);
  });

  test('is for those who may import', async () => {
    for (const [kind] of KINDS) expect((await api.as('li').get(`/imports/${kind}/template`)).status).toBe(403);
    expect((await api.as('wang').get('/imports/devices/template?format=pdf')).status).toBe(422);
  });
});
