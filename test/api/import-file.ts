import type { Answer, Request } from '../harness/person';
import type { CellToWrite, SheetToWrite } from '../../api/spreadsheets/sheet-to-write';
import { csvOf } from '../../api/spreadsheets/write-csv';
import { xlsxStream } from '../../api/spreadsheets/write-xlsx';
import type { ApiUnderTest } from './api-under-test';

/** A fault of a preview, as far as tests look at it. */
export interface ShownFault {
  readonly sheet: string;
  readonly row: number | null;
  readonly column: { readonly title: string; readonly letter: string | null } | null;
  readonly code: string;
  readonly detail: string;
}

/** The titles of a complete table of devices. */
export const DEVICE_TITLES = [
  ...['客户', '设备名称', '型号', '序列号', '资产编号', '安装位置', '业务系统', '业务级别'],
  ...['购置日期', '原值（元）', '状态'],
];

/** A complete row of a table of devices. */
export const deviceLine = (serialNumber: string, change: Readonly<Record<string, string>> = {}): string[] => {
  const line = [
    '江州市财政信息中心',
    '交换机',
    'S7506E',
    serialNumber,
    '',
    '主机房',
    '核心网络',
    '一级',
    '2023-05-18',
    '86000',
    '在用',
  ];
  return DEVICE_TITLES.map((title, index) => change[title] ?? line[index] ?? '');
};

/** A workbook of sheets given as tables whose first row are titles. */
export async function xlsxOf(sheets: Readonly<Record<string, readonly (readonly CellToWrite[])[]>>): Promise<Buffer> {
  const written = Object.entries(sheets).map(([name, [titles = [], ...rows]]): SheetToWrite => {
    const columns = titles.map((title) => ({ title: String(title), width: 10, format: 'text' as const }));
    return { name, columns, rows };
  });
  const pieces: Buffer[] = [];
  for await (const piece of xlsxStream(written)) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

/** A CSV file of devices. */
export const deviceCsv = (...lines: readonly (readonly string[])[]): Buffer => csvOf([DEVICE_TITLES, ...lines]);

/** Previews or imports a file; the answer is returned whatever it is. */
export async function sendFile<Body = Record<string, unknown>>(
  api: ApiUnderTest,
  username: string,
  path: string,
  bytes: Uint8Array,
  more: Pick<Request, 'key' | 'isOnce'> & {
    readonly fileName?: string;
    readonly mode?: string;
    readonly language?: string;
  } = {},
): Promise<Answer<Body>> {
  const form = new FormData();
  if (more.mode) form.append('mode', more.mode);
  form.append('file', new Blob([Uint8Array.from(bytes)]), more.fileName ?? 'devices.csv');
  const headers = { 'accept-language': more.language ?? 'zh' };
  const key = more.key === undefined ? {} : { key: more.key };
  const once = more.isOnce ? { isOnce: more.isOnce } : {};
  return await api.as(username).send('POST', `/imports${path}`, undefined, { rawBody: form, headers, ...key, ...once });
}
