import type { Text } from '../../../models/contracts/text';
import { dayOfSerial } from '../../spreadsheets/number-formats';
import { CellFault, plain, type ImportColumn } from './column';

type Head = Pick<ImportColumn<unknown>, 'field' | 'title' | 'example'> &
  Partial<Pick<ImportColumn<unknown>, 'aliases' | 'rule' | 'isRequired' | 'width'>>;

const TRUE_WORDS = ['是', 'yes', 'y', 'true', '1', '√'];
const FALSE_WORDS = ['否', 'no', 'n', 'false', '0', '×'];
const SEPARATED_DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]+\d{1,2}:\d{2}(?::\d{2})?)?$/;

/** How a line of words of some length is written. */
export const atMost = (most: number): Text => ({ zh: `不超过 ${most} 字`, en: `at most ${most} characters` });

/** A column of words, as they are. */
export const words = <Row>(head: Head & { readonly rule: Text }): ImportColumn<Row> => ({
  ...column(head, 'text', 20),
  reads: (text) => text,
});

/** A column of Latin letters and digits, in whatever width they were typed. */
export const latin = <Row>(head: Head & { readonly rule: Text }): ImportColumn<Row> => ({
  ...words<Row>(head),
  reads: (text) => text.normalize('NFKC').trim(),
});

/** A column of e-mail addresses. */
export const email = <Row>(example: string): ImportColumn<Row> =>
  latin({
    field: 'email',
    title: { zh: '邮箱', en: 'E-mail' },
    aliases: ['电子邮箱'],
    isRequired: true,
    width: 28,
    rule: { zh: '邮箱地址', en: 'an e-mail address' },
    example,
  });

/** A column of phone numbers. */
export const phone = <Row>(example: string): ImportColumn<Row> =>
  latin({
    field: 'phone',
    title: { zh: '电话', en: 'Phone' },
    aliases: ['联系电话', '手机'],
    rule: { zh: '数字、空格、括号和短横，可以 + 开头', en: 'digits, spaces, brackets and dashes, may begin with +' },
    example,
  });

/** A column of one choice, written as its title in either language or as its code. */
export function choice<Row>(
  head: Head,
  titles: Readonly<Record<string, Text>>,
  offered: readonly string[] = Object.keys(titles),
): ImportColumn<Row> {
  const codes = Object.entries(titles);
  const options = codes.filter(([code]) => offered.includes(code)).map(([, title]) => title);
  const list = (language: keyof Text) => options.map((title) => title[language]).join(language === 'zh' ? '、' : ', ');
  const byWords = new Map(codes.flatMap(([code, { zh, en }]) => [code, zh, en].map((one) => [plain(one), code])));
  const rule = head.rule ?? { zh: `${list('zh')} 之一`, en: `one of ${list('en')}` };
  return {
    ...column<Row>({ ...head, rule }, 'text', 12),
    options,
    value: (row, { language }) => titles[textIn(row, head.field)]?.[language] ?? textIn(row, head.field),
    reads: (text) => {
      const code = byWords.get(plain(text));
      if (code === undefined) throw new CellFault('not-one-of');
      return code;
    },
  };
}

/** A column of days. */
export const day = <Row>(head: Head): ImportColumn<Row> => ({
  ...column({ ...head, rule: head.rule ?? { zh: '日期，如 2026-11-21', en: 'a day, such as 2026-11-21' } }, 'day', 12),
  reads: (text) => dayIn(text.normalize('NFKC').trim()),
});

/** A column of amounts in yuan. */
export const money = <Row>(head: Head & { readonly rule: Text }): ImportColumn<Row> => ({
  ...column(head, 'money', 14),
  value: (row) => (row as Readonly<Record<string, number | null>>)[head.field] ?? null,
  reads: (text) => {
    const digits = text.normalize('NFKC').replaceAll(/[\s,¥元]/g, '');
    if (!/^-?\d+(\.\d+)?$/.test(digits)) throw new CellFault('not-a-number');
    return Number(digits);
  },
});

/** A column of 是 or 否. */
export const flag = <Row>(head: Head): ImportColumn<Row> => ({
  ...column({ ...head, rule: head.rule ?? { zh: '是 或 否', en: 'yes or no' } }, 'text', 8),
  options: [
    { zh: '是', en: 'yes' },
    { zh: '否', en: 'no' },
  ],
  value: (row, { language }) => {
    const isTrue = (row as Readonly<Record<string, boolean>>)[head.field];
    return language === 'zh' ? (isTrue ? '是' : '否') : isTrue ? 'yes' : 'no';
  },
  reads: (text) => {
    if (TRUE_WORDS.includes(plain(text))) return true;
    if (FALSE_WORDS.includes(plain(text))) return false;
    throw new CellFault('not-one-of');
  },
});

const UNKNOWN = { customers: 'unknown-customer', teams: 'unknown-team', colleagues: 'unknown-person' } as const;
const AMBIGUOUS = { customers: 'ambiguous-customer', teams: 'unknown-team', colleagues: 'ambiguous-person' } as const;

/** A column that names a customer, a team or a colleague. */
export const reference = <Row>(
  table: keyof typeof UNKNOWN,
  head: Head & { readonly rule: Text },
): ImportColumn<Row> => ({
  ...column<Row>(head, 'text', 24),
  value: (row, names) => {
    const id = textIn(row, head.field);
    return id === '' ? null : names[table].nameOf(id);
  },
  reads: (text, names) => {
    const [id, ...others] = names[table].idsOf(text);
    if (id === undefined) throw new CellFault(UNKNOWN[table]);
    if (others.length > 0) throw new CellFault(AMBIGUOUS[table]);
    return id;
  },
});

function column<Row>(head: Head & { readonly rule: Text }, format: ImportColumn<Row>['format'], width: number) {
  return {
    isRequired: false,
    width,
    format,
    value: (row: Row) => textIn(row, head.field) || null,
    reads: (text: string): unknown => text,
    ...head,
  };
}

function textIn(row: unknown, field: string): string {
  const value = (row as Readonly<Record<string, unknown>>)[field];
  return typeof value === 'string' ? value : '';
}

function dayIn(text: string): string {
  const serial = /^[2-7]\d{4}(\.\d+)?$/.test(text) ? dayOfSerial(Math.floor(Number(text))) : null;
  if (serial !== null) return serial;
  const [, year, month = '', date = ''] =
    SEPARATED_DAY.exec(text) ?? /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(text) ?? [];
  if (year === undefined) throw new CellFault('not-a-day');
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}
