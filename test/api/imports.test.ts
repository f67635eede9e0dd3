import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { mongo } from 'mongoose';
import { importAnswer, previewAnswer } from '../../models/contracts/imports';
import { csvOf } from '../../api/spreadsheets/write-csv';
import { rawWorkbook } from '../harness/raw-workbook';
import { apiForThisFile } from './api-under-test';
import { DEVICE_TITLES, deviceCsv, deviceLine, sendFile, xlsxOf, type ShownFault } from './import-file';

const api = apiForThisFile();
type Preview = ReturnType<typeof previewAnswer.parse>;

/** Everything that an import could change: ids with versions. */
async function state(): Promise<unknown> {
  const rows = async (name: 'devices' | 'customers' | 'users') =>
    await api.db.connection
      .collection(name)
      .find({}, { projection: { version: 1 } })
      .sort({ _id: 1 })
      .toArray();
  return [await rows('devices'), await rows('customers'), await rows('users'), await api.db.answers.countDocuments()];
}

/** A preview and an import that is refused; both change nothing. Answers the preview's faults, with places such as `3C`. */
async function faults(kind: string, bytes: Buffer, more: { fileName?: string; mode?: string; as?: string } = {}) {
  const before = await state();
  const { as = 'admin-demo', ...rest } = more;
  const preview = await sendFile<Preview>(api, as, `/${kind}/preview`, bytes, rest);
  expect([preview.status, preview.body]).toEqual([200, expect.objectContaining({ isImportable: false })]);
  const { faults: found, totals } = previewAnswer.parse(preview.body);
  expect(totals.faults).toBe(found.length);
  const refused = await sendFile<{ code: string; errors: unknown[] }>(api, as, `/${kind}`, bytes, rest);
  expect([refused.status, refused.body.code]).toEqual([422, 'import-refused']);
  expect(refused.body.errors).toHaveLength(found.length);
  expect(await state()).toEqual(before);
  return found.map(placed);
}

const placed = ({ row, column, code }: ShownFault) => `${row ?? ''}${column?.letter ?? ''} ${code}`;

describe('devices from a file', () => {
  test('are shown first, then added, every one or none', async () => {
    const before = await state();
    const file = deviceCsv(deviceLine('IMP-1'), deviceLine('IMP-2', { 状态: '维修中', 资产编号: '=1+1' }));
    const preview = await sendFile<Preview>(api, 'wang', '/devices/preview', file);
    expect(preview.status).toBe(200);
    expect(previewAnswer.parse(preview.body)).toMatchObject({
      isImportable: true,
      totals: { rows: 2, add: 2, change: 0, same: 0, faulty: 0, faults: 0, examples: 0 },
      rows: [
        { row: 2, title: '交换机 IMP-1', action: 'add', changes: [] },
        { row: 3, title: '交换机 IMP-2', action: 'add', changes: [] },
      ],
    });
    expect(await state()).toEqual(before);
    const done = await sendFile(api, 'wang', '/devices', file);
    expect(done.status).toBe(201);
    expect(importAnswer.parse(done.body).totals).toEqual({ rows: 2, add: 2, change: 0, same: 0, examples: 0 });
    const rows = await api.db.devices.find({ serialNumber: /^IMP-/ }).sort({ serialNumber: 1 }).lean();
    expect(rows).toMatchObject([
      { customerId: 'C-0001', serialNumber: 'IMP-1', purchasedOn: '2023-05-18', valueInYuan: 86_000, state: 'in-use' },
      { version: 1, scrappedBy: null, state: 'in-repair', assetNumber: '=1+1' },
    ]);
    const found = await api.as('wang').get(`/devices/${rows[0]!._id}`);
    expect(found.status).toBe(200);
    const [entry] = (await api.accesses()).filter(({ target }) => target === 'devices').slice(-1);
    expect(entry).toMatchObject({
      action: 'POST /imports/devices',
      target: 'devices',
      details: { add: 2, mode: 'add' },
    });
    const told = await api
      .as('wang')
      .get<{ items: { by: { id: string }; changes: object }[] }>(`/devices/${rows[1]!._id}/changes`);
    expect(told.body.items).toMatchObject([
      { by: { id: 'U-wang' }, changes: { state: { from: null, to: 'in-repair' }, assetNumber: { to: '=1+1' } } },
    ]);
  });

  test('are added once for one key, and the key belongs to the file and the mode', async () => {
    const key = randomUUID();
    const file = deviceCsv(deviceLine('KEY-1'));
    const answers = await Promise.all([1, 2].map(async () => await sendFile(api, 'wang', '/devices', file, { key })));
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(answers[1]!.body).toEqual(answers[0]!.body);
    expect(await api.db.devices.countDocuments({ serialNumber: 'KEY-1' })).toBe(1);
    for (const more of [{ mode: 'upsert' }, { fileName: 'other.csv' }])
      expect((await sendFile(api, 'wang', '/devices', file, { key, ...more })).body.code).toBe(
        'idempotency-key-reused',
      );
    const other = await sendFile(api, 'wang', '/devices', deviceCsv(deviceLine('KEY-2')), { key });
    expect(other.body.code).toBe('idempotency-key-reused');
    expect((await sendFile(api, 'wang', '/devices', file, { key: '' })).body.code).toBe('idempotency-key-missing');
  });

  test('of another program and in GBK are read', async () => {
    const made = readFileSync(path.join(__dirname, '../fixtures/devices-openpyxl.xlsx'));
    await api.db.customers.updateOne({ _id: 'C-0003' }, { $set: { name: '市第一人民医院' } });
    const names = await sendFile<Preview>(api, 'admin-demo', '/devices/preview', made, { fileName: '台账.xlsx' });
    await api.db.customers.updateOne({ _id: 'C-0003' }, { $set: { name: '东湖精密制造有限公司' } });
    expect(names.body.faults.map(placed)).toEqual(['4A unknown-customer']);
    expect(names.body.rows.map(({ row }) => row)).toEqual([3, 4, 6]);
    const gbk = readFileSync(path.join(__dirname, '../fixtures/devices-gbk.csv'));
    const done = await sendFile(api, 'wang', '/devices', gbk);
    expect([done.status, done.body]).toEqual([
      201,
      expect.objectContaining({ totals: expect.objectContaining({ add: 2 }) }),
    ]);
    const row = await api.db.devices.findOne({ serialNumber: 'GBK-0001' }).lean();
    expect(row).toMatchObject({
      name: '核心交换机',
      location: '主机房 “A03” 机柜',
      purchasedOn: '2023-05-08',
      valueInYuan: 12_000.5,
    });
  });

  test('are told apart from what exists only by customer and serial number', async () => {
    const line = deviceLine('J30CZ001A1');
    expect(await faults('devices', deviceCsv(line))).toEqual(['2D exists-already']);
    const elsewhere = deviceCsv(deviceLine('J30CZ001A1', { 客户: '云山大学第一附属医院' }));
    expect((await sendFile(api, 'admin-demo', '/devices', elsewhere)).status).toBe(201);
  });

  test.each<[string, string, Record<string, string>]>([
    ['a customer that does not exist', '2A unknown-customer', { 客户: '没有的客户' }],
    ['no customer', '2A required', { 客户: '' }],
    ['no name', '2B required', { 设备名称: '' }],
    ['a name too long', '2B too-long', { 设备名称: '长'.repeat(101) }],
    ['a name of two lines', '2B not-valid', { 设备名称: '甲\n乙' }],
    ['no serial number', '2D required', { 序列号: '' }],
    ['a serial number that lost its digits', '2D rounded', { 序列号: '1.23457E+15' }],
    ['a day that is none', '2I not-a-day', { 购置日期: '去年' }],
    ['a day of no calendar', '2I not-a-day', { 购置日期: '2023-02-30' }],
    ['an amount that is none', '2J not-a-number', { '原值（元）': '很贵' }],
    ['a negative amount', '2J not-valid', { '原值（元）': '-5' }],
    ['tenths of a fen', '2J not-valid', { '原值（元）': '0.001' }],
    ['a state that is none', '2K not-one-of', { 状态: '坏了' }],
    ['a state that only a procedure gives', '2K not-one-of', { 状态: '已报废' }],
  ])('with %s are refused: %s', async (_, fault, change) => {
    expect(await faults('devices', deviceCsv(deviceLine('F-1', change), deviceLine('F-2')))).toEqual([fault]);
  });

  test('tell every fault of every row, in the language of the request', async () => {
    const file = deviceCsv(
      deviceLine('', { 设备名称: '', 购置日期: 'x' }),
      deviceLine('B'),
      deviceLine('B', { 状态: '?' }),
    );
    expect(await faults('devices', file)).toEqual([
      '2I not-a-day',
      '2B required',
      '2D required',
      '4K not-one-of',
      '4D twice-in-file',
    ]);
    const details = async (language: string) =>
      (await sendFile<Preview>(api, 'wang', '/devices/preview', file, { language })).body.faults.map(
        ({ column, detail }) => `${column?.title ?? ''}: ${detail}`,
      );
    expect((await details('zh'))[0]).toBe('购置日期: 不是日期（应为：日期，如 2026-11-21）');
    expect((await details('en'))[4]).toBe('Serial number: stands in row 3 already');
    for (const line of await details('zh')) expect(line).not.toMatch(/Invalid|expected/);
  });

  test('are understood in full width, in English, by id, and with days in many ways', async () => {
    const titles = [
      'Customer',
      'NAME',
      'model',
      'ＳＮ',
      'Location',
      'Business system',
      'Business level',
      '购置日期（可空）',
      '原值',
      'State',
    ];
    const line = (sn: string, day: string, money: string, word: string) => [
      'C-0001',
      'n',
      'm',
      sn,
      'l',
      's',
      'b',
      day,
      money,
      word,
    ];
    const file = csvOf([
      ['市里的设备'],
      titles,
      line('W-1', '２０２３／５／８', '１，２００.５', 'Powered Off'),
      line('W-2', '2023年5月8日', '¥1,200.50', '在用'),
      line('W-3', '20230508', '1200.5元', 'in-repair'),
      line('W-4', '45054', '', ''),
      line('W-5', '2023.5.8 00:00', '', '已替换'),
    ]);
    expect((await sendFile(api, 'wang', '/devices', file)).status).toBe(201);
    const rows = await api.db.devices.find({ serialNumber: /^W-/ }).sort({ serialNumber: 1 }).lean();
    expect(rows.map(({ purchasedOn }) => purchasedOn)).toEqual(Array(5).fill('2023-05-08'));
    expect(rows.map(({ valueInYuan }) => valueInYuan)).toEqual([1200.5, 1200.5, 1200.5, null, null]);
    expect(rows.map((row) => row.state)).toEqual(['powered-off', 'in-use', 'in-repair', 'in-use', 'replaced']);
  });

  test('with other columns than they should have are refused', async () => {
    expect(
      await faults(
        'devices',
        csvOf([
          ['客户', '序列号', '颜色'],
          ['江州市财政信息中心', 'S', '红'],
        ]),
      ),
    ).toEqual([
      '1C column-unknown',
      ...Array<string>(5).fill('1 column-missing'),
      ...['设备名称', '型号', '安装位置', '业务系统', '业务级别'].map(() => '2 required'),
    ]);
    const twice = csvOf([
      [...DEVICE_TITLES, 'SN'],
      [...deviceLine('T-1'), 'T-2'],
    ]);
    expect(await faults('devices', twice)).toEqual(['1L column-twice']);
  });

  test('must be at least one', async () => {
    expect(await faults('devices', deviceCsv())).toEqual([' nothing-to-import']);
  });

  test('are imported by whoever may add each of them', async () => {
    const own = deviceLine('R-1');
    const foreign = deviceLine('R-2', { 客户: '云山大学第一附属医院' });
    expect(await faults('devices', deviceCsv(own, foreign), { as: 'wang' })).toEqual(['3A unknown-customer']);
    await api.db.users.updateOne(
      { _id: 'U-wang' },
      {
        $push: { grants: { role: 'engineer', customerId: null } },
      },
    );
    expect(await faults('devices', deviceCsv(own, foreign), { as: 'wang' })).toEqual(['3A not-allowed']);
    await api.db.users.updateOne({ _id: 'U-wang' }, { $pop: { grants: 1 } });
    for (const address of ['/devices', '/devices/preview'])
      expect((await sendFile(api, 'li', address, deviceCsv(own))).status).toBe(403);
  });

  test('that exist are changed where the mode says so; blank cells and missing columns leave them alone', async () => {
    const before = await api.db.devices.findById('D-0003', { search: 0 }).lean();
    const file = csvOf([
      ['客户', '序列号', '安装位置', '业务级别', '购置日期'],
      ['江州市财政信息中心', '815C2233087', '容灾机房 B09', '', ''],
      ['江州市财政信息中心', 'DS54IV1809223', '一楼办事大厅 3 号窗口', '三级', '2018-09-11'],
    ]);
    const more = { mode: 'upsert' };
    const preview = await sendFile<Preview>(api, 'wang', '/devices/preview', file, more);
    expect(preview.body).toMatchObject({
      totals: { rows: 2, add: 0, change: 1, same: 1 },
      rows: [
        { action: 'change', changes: [{ title: '安装位置', before: '容灾机房 B01 机柜 06U', after: '容灾机房 B09' }] },
        { action: 'same', changes: [] },
      ],
    });
    expect((await sendFile(api, 'wang', '/devices', file, more)).status).toBe(201);
    const after = await api.db.devices.findById('D-0003').lean();
    expect(after).toMatchObject({
      ...before,
      version: before!.version + 1,
      location: '容灾机房 B09',
      updatedAt: expect.any(Date),
    });
    expect(after!.search).toContain('b09');
    const told = await api.as('wang').get<{ items: { changes: object }[] }>('/devices/D-0003/changes');
    expect(told.body.items.map(({ changes }) => changes)).toEqual([
      { location: { from: '容灾机房 B01 机柜 06U', to: '容灾机房 B09' } },
    ]);
    expect((await api.db.devices.findById('D-0004').lean())?.version).toBe(1);
  });

  test('that are scrapped stay as they are', async () => {
    await api.db.devices.updateOne({ _id: 'D-0005' }, { $set: { state: 'scrapped', scrappedBy: 'BF-1' } });
    const line = ['江州市财政信息中心', 'PC0X7KQ2'];
    const titles = ['客户', '序列号', '状态', '安装位置'];
    const mode = 'upsert';
    expect(await faults('devices', csvOf([titles, [...line, '已报废', '别处']]), { mode })).toEqual(['2B scrapped']);
    expect(await faults('devices', csvOf([titles, [...line, '在用', '']]), { mode })).toEqual(['2B scrapped']);
    const same = await sendFile<Preview>(api, 'wang', '/devices/preview', csvOf([titles, [...line, '已报废', '']]), {
      mode,
    });
    expect(same.body.totals).toMatchObject({ same: 1, faults: 0 });
  });

  test('changed by somebody else meanwhile are not overwritten, and nothing else is written', async () => {
    const before = await state();
    const original = api.db.devices.collection.bulkWrite.bind(api.db.devices.collection);
    const spy = jest
      .spyOn(api.db.devices.collection, 'bulkWrite')
      .mockImplementationOnce(async (...args: Parameters<typeof original>) => {
        const [writes] = args as unknown as [{ updateOne?: { filter: { version: number } } }[]];
        const [update] = writes.flatMap(({ updateOne }) => updateOne ?? []);
        update!.filter.version -= 1;
        return await original(...args);
      });
    const file = deviceCsv(deviceLine('M-1'), deviceLine('2102312ABC10L3000041', { 安装位置: '别处' }));
    const answer = await sendFile(api, 'wang', '/devices', file, { mode: 'upsert' });
    spy.mockRestore();
    expect([answer.status, answer.body.code]).toEqual([412, 'changed-meanwhile']);
    expect(await state()).toEqual(before);
  });

  test('leave nothing behind where the import breaks off, and come in with the same key', async () => {
    const before = await state();
    const [file, key] = [deviceCsv(deviceLine('BROKEN-1'), deviceLine('BROKEN-2')), randomUUID()];
    const spy = jest.spyOn(api.db.answers, 'create').mockRejectedValueOnce(new Error('the process dies here'));
    expect((await sendFile(api, 'wang', '/devices', file, { key })).status).toBe(500);
    spy.mockRestore();
    expect(await state()).toEqual(before);
    expect((await sendFile(api, 'wang', '/devices', file, { key })).status).toBe(201);
    expect(await api.db.devices.countDocuments({ serialNumber: /^BROKEN-/ })).toBe(2);
  });

  test.each([
    ['lived too long', 290],
    ['grew too large', 388],
  ])('are all left out where MongoDB says that the transaction %s, and may be sent again', async (_, code) => {
    const before = await state();
    const [file, key] = [deviceCsv(deviceLine(`LATE-${code}`)), randomUUID()];
    const error = new mongo.MongoServerError({ message: 'the transaction was ended', code });
    const spy = jest.spyOn(api.db.devices.collection, 'bulkWrite').mockRejectedValueOnce(error);
    const answer = await sendFile(api, 'wang', '/devices', file, { key, isOnce: true });
    spy.mockRestore();
    expect([answer.status, answer.body.code, answer.headers.get('retry-after')]).toEqual([503, 'unavailable', '2']);
    expect(await state()).toEqual(before);
    expect((await sendFile(api, 'wang', '/devices', file, { key })).status).toBe(201);
  });

  test('are not written where a row says what is there, nor their terms where these stay the same', async () => {
    const spy = jest.spyOn(api.db.devices.collection, 'bulkWrite');
    const titles = ['客户', '序列号', '业务级别', '安装位置'];
    const line = (level: string) => ['江州市财政信息中心', 'DS54IV1809223', level, ''];
    const other = ['江州市财政信息中心', '815C2233087', '', ''];
    const file = csvOf([titles, line('四级'), other]);
    expect((await sendFile(api, 'wang', '/devices', file, { mode: 'upsert' })).status).toBe(201);
    const [writes] = spy.mock.calls[0] as unknown as [{ updateOne: { update: { $set: object } } }[]];
    spy.mockRestore();
    expect(writes.map(({ updateOne }) => Object.keys(updateOne.update.$set))).toEqual([['businessLevel', 'updatedAt']]);
  });

  test('a thousand of them fit in one import, a thousand and one do not', async () => {
    const lines = Array.from({ length: 1000 }, (_, index) => deviceLine(`BULK-${index}`));
    const done = await sendFile(api, 'wang', '/devices', deviceCsv(...lines));
    expect([done.status, done.body]).toEqual([
      201,
      expect.objectContaining({ totals: expect.objectContaining({ add: 1000 }) }),
    ]);
    expect(await api.db.devices.countDocuments({ serialNumber: /^BULK-/ })).toBe(1000);
    const changed = lines.slice(0, 1000).map((line) => line.map((words) => (words === '主机房' ? '新机房' : words)));
    const workbook = await xlsxOf({ 设备: [DEVICE_TITLES, ...changed] });
    const more = { fileName: 'a.xlsx', mode: 'upsert' };
    expect((await sendFile(api, 'wang', '/devices', workbook, more)).body).toMatchObject({ totals: { change: 1000 } });
    const same = await sendFile<Preview>(api, 'wang', '/devices/preview', deviceCsv(...changed, deviceLine('BULK-X')), {
      mode: 'upsert',
    });
    expect(same.body.totals).toMatchObject({ rows: 1001, add: 1, same: 1000 });
    const tooMany = deviceCsv(...Array.from({ length: 1001 }, (_, index) => deviceLine(`MORE-${index}`)));
    for (const address of ['/devices/preview', '/devices']) {
      const answer = await sendFile(api, 'wang', address, tooMany);
      expect([answer.status, answer.body.code]).toEqual([413, 'too-many-rows']);
    }
    const preview = await sendFile<Preview>(api, 'wang', '/devices/preview', deviceCsv(...lines));
    expect(preview.body.totals).toMatchObject({ rows: 1000, faulty: 1000, faults: 1000 });
    expect([preview.body.rows.length, preview.body.faults.length]).toEqual([500, 500]);
  });
});

describe('a file that cannot be read', () => {
  test.each<[string, string, Promise<Buffer> | Buffer, number, string]>([
    ['encrypted', 'a.xlsx', Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), 415, 'file-encrypted'],
    ['no workbook', 'a.xlsx', Buffer.from('客户'), 415, 'wrong-type'],
    ['a picture', 'a.png', Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), 415, 'wrong-type'],
    ['no text', 'a.csv', Buffer.from([0, 1, 2, 3]), 415, 'wrong-type'],
    ['broken', 'a.xlsx', rawWorkbook('<row>'), 422, 'file-unreadable'],
    [
      'full of entities',
      'a.xlsx',
      rawWorkbook('', { 'xl/worksheets/sheet1.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a/>' }),
      422,
      'file-unreadable',
    ],
    [
      'a bomb',
      'a.xlsx',
      rawWorkbook('', {
        'xl/sharedStrings.xml': Buffer.concat([Buffer.from('<sst>'), Buffer.alloc(17 * 1024 * 1024, ' ')]),
      }),
      413,
      'too-large',
    ],
    ['empty', 'a.csv', Buffer.alloc(0), 422, 'invalid-input'],
    ['too large', 'a.csv', Buffer.alloc(10 * 1024 * 1024 + 1, 'a'), 413, 'too-large'],
  ])('%s', async (_, fileName, bytes, status, code) => {
    const before = await state();
    for (const address of ['/devices/preview', '/devices']) {
      const answer = await sendFile(api, 'wang', address, await bytes, { fileName });
      expect([answer.status, answer.body.code]).toEqual([status, code]);
    }
    expect(await state()).toEqual(before);
  });

  test('none at all', async () => {
    const form = new FormData();
    form.append('mode', 'add');
    const answer = await api.as('wang').send('POST', '/imports/devices', undefined, { rawBody: form });
    expect([answer.status, answer.body.code]).toEqual([422, 'invalid-input']);
    expect((await sendFile(api, 'wang', '/devices', deviceCsv(), { mode: 'replace' })).status).toBe(422);
  });
});
