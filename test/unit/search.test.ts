import fc from 'fast-check';
import { pinyin } from 'pinyin-pro';
import { isFoundBy, wantedIn } from '../../models/search/query';
import { caseTerms, customerTerms, deviceTerms, userTerms, withTerms } from '../../models/search/rows';
import { MOST_TERMS, Terms } from '../../models/search/terms';

/** True when a row with these terms has all that the words ask for, taken apart where the whole is not found. */
function finds(words: string, terms: readonly string[]): boolean {
  const has = new Set(terms);
  const wanted = wantedIn(words);
  return (
    wanted.length > 0 &&
    wanted.every(
      (one) => isFoundBy(one, has) || (one.parts.length > 0 && one.parts.every((part) => isFoundBy(part, has))),
    )
  );
}

const named = (name: string) => new Terms().words(name).all();
const common = [
  ...Array.from(
    '江州市财政信息中心云山大学第一附属医院东湖精密制造有限公司惠普激光打印机设备报废审批重庆银行吕梁长沙西安',
  ),
];
const chinese = fc.array(fc.constantFrom(...common), { minLength: 2, maxLength: 20 }).map((all) => all.join(''));
const digits = fc.string({ unit: fc.constantFrom(...Array.from('0123456789ABCDEFGHJK')), minLength: 6, maxLength: 24 });

const wholePinyin = (name: string) => pinyin(name, { toneType: 'none', type: 'array', v: true }).join('');
const initials = (name: string) =>
  pinyin(name, { toneType: 'none', type: 'array', v: true })
    .map((syllable) => syllable.slice(0, 1))
    .join('');

describe('a Chinese name is found', () => {
  test('by every part of it of one, two or more characters', () => {
    fc.assert(
      fc.property(chinese, fc.nat(), fc.nat(), (name, from, length) => {
        const start = from % name.length;
        const part = name.slice(start, start + 1 + (length % (name.length - start)));
        expect([part, finds(part, named(name))]).toEqual([part, true]);
      }),
    );
  });

  test('by its whole pinyin, by the pinyin of any part of it, and while its last syllable is being typed', () => {
    fc.assert(
      fc.property(chinese, fc.nat(), fc.nat(), (name, from, cut) => {
        const syllables = pinyin(name, { toneType: 'none', type: 'array', v: true });
        const part = syllables.slice(from % name.length, (from % name.length) + 4);
        const typed = part.join('').slice(0, Math.max(1, part.join('').length - (cut % (part.at(-1)?.length ?? 1))));
        expect([typed, finds(typed, named(name))]).toEqual([typed, true]);
        expect([name, finds(wholePinyin(name), named(name))]).toEqual([name, true]);
      }),
    );
  });

  test('by pinyin that can be read in several ways, of which the one meant is not the likeliest', () => {
    expect(finds('huanjiangjiang', named('湖安江江'))).toBe(true);
    expect(finds('xianfenggongsi', named('西安丰公司'))).toBe(true);
  });

  test('by its initials and by those of any part of it', () => {
    fc.assert(
      fc.property(chinese, fc.nat(), (name, from) => {
        const letters = initials(name).slice(from % name.length);
        expect([letters, finds(letters, named(name))]).toEqual([letters, true]);
      }),
    );
  });

  test.each([
    ['兴华电子', 'xinghua'],
    ['协和医院', 'xhyy'],
    ['西安交通大学', "xi'an"],
    ['西安交通大学', 'xian jiaotong'],
    ['重庆银行', 'chongqingyinhang'],
    ['吕梁市公安局', 'lvliang'],
    ['吕梁市公安局', 'lüliang'],
    ['江州市財政', '財政'],
    ['𠮷野家', '𠮷野'],
  ])('%s by %s', (name, words) => expect(finds(words, named(name))).toBe(true));

  test.each([
    ['兴华电子', 'xinghe'],
    ['协和医院', 'yyxh'],
    ['江州市财政', '州江'],
    ['江州市财政', '江州银行'],
    ['江州市财政', '…'],
    ['江州市财政', 'number:'],
  ])('%s not by %s', (name, words) => expect(finds(words, named(name))).toBe(false));
});

describe('a number is found', () => {
  test('whole, by its beginning, and by its last four or more signs, however it is written', () => {
    fc.assert(
      fc.property(digits, fc.integer({ min: 1, max: 24 }), fc.integer({ min: 4, max: 8 }), (number, length, last) => {
        const terms = new Terms().number(number).all();
        for (const typed of [number.toLowerCase(), number.slice(0, length), number.slice(-last)])
          expect([number, typed, finds(typed, terms)]).toEqual([number, typed, true]);
      }),
    );
  });

  const row = new Terms().number('SB-20261122-0001').words('HP LaserJet Pro M404dn').words('惠普打印机').all();
  test.each([
    'SB-2026…-0001',
    '0001',
    '２０２６１１２２',
    'sb20261122',
    'SB-20261122-0001',
    'hp404',
    '惠普 M404',
    '惠普m404',
    '404dn',
    'ＨＰ４０４',
    'laserjet pro',
    'd',
  ])('by %s', (words) => expect(finds(words, row)).toBe(true));
  test.each(['0002', 'sb20261123', 'hp405', '惠普 M405', 'jet', 'laserjets'])('not by %s', (words) =>
    expect(finds(words, row)).toBe(false),
  );
});

test('upper and lower case, full and half width are the same', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...Array.from('abcXYZ019')), minLength: 1, maxLength: 12 }),
      (word) => {
        const wide = Array.from(word, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0)).join('');
        const terms = new Terms().words(word).all();
        for (const other of [word.toUpperCase(), word.toLowerCase(), wide]) {
          expect(new Terms().words(other).all()).toEqual(terms);
          expect(finds(other, terms)).toBe(true);
        }
      },
    ),
  );
});

describe('the terms of a row', () => {
  const head = {
    id: 'BF-20261122-0001',
    process: 'scrap',
    customer: { id: 'C-1', name: '江州市财政信息中心' },
    applicant: { id: 'U-1', name: '单田芳' },
    subject: '惠普激光打印机（SNA1B2C3D4E5）',
    priority: 'normal',
    startedAt: '2026-11-22T00:00:00Z',
    about: { deviceIds: ['D-1'], numbers: ['SNA1B2C3D4E5', 'ZC-10234'], words: ['HP LaserJet Pro M404dn'] },
  } as const;

  test('of a case tell its number, subject, customer, applicant and device, and are no more than two hundred or so', () => {
    const terms = caseTerms(head);
    for (const words of ['0001', '打印机', 'jzs', '单田', 'shantianfang', 'b2c3d4e5', '10234', 'm404', '惠普 财政'])
      expect([words, finds(words, terms)]).toEqual([words, true]);
    expect(terms).toEqual(
      expect.arrayContaining(['device:D-1', 'process:scrap', 'number:bf202611220001', 'title:惠普']),
    );
    expect(terms.length).toBeLessThan(240);
    expect(caseTerms(head)).toEqual(terms);
  });

  test('of a device, a customer and a person', () => {
    const device = {
      name: '核心交换机',
      model: 'S12700',
      serialNumber: 'X1',
      assetNumber: '',
      location: '主机房 A09',
      businessSystem: '收费',
    };
    expect(finds('hxjhj a09 shoufei x1', deviceTerms(device))).toBe(true);
    const contact = { name: '陈国栋', email: 'c@x.example', phone: '0791-5550 0101', post: '', isVip: true };
    const customer = { name: '江州市', contacts: [contact], sites: [{ name: '主机房', address: '' }] };
    expect(finds('chenguodong 55500101 zjf', customerTerms(customer))).toBe(true);
    const user = { name: '曾志伟', username: 'zeng.zw', email: 'zeng@x.example', phone: '+86 139 1234 5678' };
    for (const words of ['zengzhiwei', 'zzw', 'zeng.zw', '12345678', '5678', '志伟'])
      expect([words, finds(words, userTerms(user))]).toEqual([words, true]);
  });

  test('are bounded, and what is most important stays', () => {
    const contacts = Array.from({ length: 100 }, (_, index) => ({
      ...{ name: `联系人${String.fromCodePoint(0x4e00 + index * 37)}`, email: 'a@x.example', post: '', isVip: false },
      phone: `0791-${1_000_000 + index * 7919}`,
    }));
    const terms = customerTerms({ name: '江州市财政信息中心', contacts, sites: [] });
    expect(terms).toHaveLength(MOST_TERMS);
    expect(finds('财政信息 jzsczxxzx', terms)).toBe(true);
    fc.assert(
      fc.property(fc.string({ maxLength: 2_000, unit: 'binary' }), (text) => {
        expect(named(text).length).toBeLessThanOrEqual(MOST_TERMS);
      }),
    );
  });

  test('are written for the collections that have some', () => {
    expect(withTerms('policies', { _id: 'scrap' })).toEqual({ _id: 'scrap' });
    expect(withTerms('contracts', { number: 'YW-1' }).search).toContain('number:yw1');
  });
});

test('whatever is typed asks the index for no more lists than it merges in order', () => {
  const letters = fc.string({
    unit: fc.constantFrom(...Array.from('abcdeghijlnorsuvxyz')),
    minLength: 1,
    maxLength: 40,
  });
  fc.assert(
    fc.property(
      fc.oneof(
        letters,
        chinese,
        fc.string({ maxLength: 100, unit: 'binary' }),
        fc.constantFrom('s', 'sh', 'xian', 'fangan'),
      ),
      (words) => {
        for (const { ways } of wantedIn(words))
          expect(new Set(ways.flatMap(({ terms }) => terms)).size).toBeLessThanOrEqual(150);
      },
    ),
    { numRuns: 300 },
  );
});
