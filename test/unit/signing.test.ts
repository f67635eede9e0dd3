import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { printedDecisions } from '../../activities/documents/printed-decisions';
import { renderDocument } from '../../activities/documents/render';
import { scrapApprovalForm } from '../../activities/documents/scrap';
import { valid } from '../../api/http/invalid';
import { Problem } from '../../api/http/problem';
import { policyFaults } from '../../api/use-cases/policy';
import { faultOf } from '../../console/form/rules';
import { fieldsOf } from '../../console/form/schema';
import type { Form as ShownForm } from '../../console/api/types';
import { sayIn } from '../../console/words/say';
import type { DocumentRequest } from '../../models/contracts/record';
import { jsonSchemaOf } from '../../models/contracts/form';
import { PROCESSES } from '../../models/contracts/processes';
import { scrapOpinion, scrapProcess } from '../../models/contracts/scrap';
import { asSigned, markIn, type Mark, type Signing } from '../../models/contracts/signing';
import {
  isTooLittle,
  MOST_POINTS,
  pathOf,
  pointsIn,
  simplified,
  type Point,
  type Strokes,
} from '../../models/contracts/strokes';
import { complaintMinutes } from '../../models/contracts/complaint-forms';
import { decision } from './case-in-progress';
import { pageText, pdfContents, pdfPages } from './documents.pdf-text';
import { decision as printed, scrapForm } from './documents.views';

const LINKS_DOC = readFileSync(join(__dirname, '../../docs/decision-links.md'), 'utf8');

/** Two strokes that look like a hand. */
const HAND: Strokes = [
  [
    [80, 60],
    [300, 80],
    [180, 200],
  ],
  [
    [320, 50],
    [420, 190],
  ],
];
const drawn = (strokes: unknown = HAND, name: unknown = '陈科长') => ({ kind: 'drawn', name, strokes });
const typed = (name: unknown = '陈科长') => ({ kind: 'typed', name });

function faultsOf(signing: Signing | undefined, signature: unknown): (readonly [string, string])[] {
  try {
    valid(asSigned(scrapOpinion, signing).schema, { signature }, '/form');
    return [];
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return (problem.more.faults ?? []).map(
      ({ pointer, detail }) => [pointer, typeof detail === 'string' ? detail : detail.zh] as const,
    );
  }
}

test.each(PROCESSES.filter(({ policy }) => policy.signatures).map((one) => [one.type, one] as const))(
  'docs/decision-links.md says which steps of %s are signed by hand',
  (type, { policy, steps }) => {
    const row = LINKS_DOC.split('\n').find((text) => text.startsWith(`| \`${type}\``)) ?? '';
    const told = [...row.matchAll(/`([a-z-]+)` ([^,|]+)/g)].slice(1).map(([, step, title]) => [step, title?.trim()]);
    expect(told).toEqual(Object.keys(policy.signatures ?? {}).map((step) => [step, steps[step]?.title.zh]));
  },
);

test('a form that is signed by hand is held to all that it is held to otherwise', () => {
  const attendees = [{ person: 'U-li' }, { person: 'U-li' }];
  const signature: Mark = { kind: 'drawn', name: '李工', strokes: HAND };
  const minutes = { attendees, discussed: '核对', resolved: '致歉', signature };
  const answer = asSigned(complaintMinutes, 'asked').schema.safeParse(minutes);
  expect(answer.error?.issues.map(({ path }) => path.join('/'))).toEqual(['attendees/1/person']);
});

describe('what is a signature', () => {
  test.each<[string, Signing | undefined, unknown]>([
    ['a tick, where the policy says nothing', undefined, true],
    ['a tick, where a drawing is asked for: as before', 'asked', true],
    ['a typed name, where a drawing is asked for', 'asked', typed()],
    ['a drawing, where it is asked for', 'asked', drawn()],
    ['a drawing, where it is required', 'required', drawn()],
    [
      'the edges of the box',
      'required',
      drawn([
        [
          [0, 0],
          [600, 240],
        ],
      ]),
    ],
  ])('%s', (_, signing, signature) => expect(faultsOf(signing, signature)).toEqual([]));

  const dots = Array.from({ length: 9 }, (_, at): Point[] => [[at * 60, 100]]);
  const long = Array.from({ length: MOST_POINTS + 1 }, (_, at) => [at % 600, at % 240]);
  test.each<[string, Signing | undefined, unknown, string]>([
    ['a drawing, where nobody asked', undefined, drawn(), '/form/signature'],
    ['a tick, where a drawing is required', 'required', true, '此步骤须手写签名'],
    ['a typed name, where a drawing is required', 'required', typed(), '此步骤须手写签名'],
    ['nothing, where a drawing is required', 'required', undefined, '此步骤须手写签名'],
    ['nothing, where it is asked for', 'asked', undefined, '请签字'],
    ['no strokes', 'required', drawn([]), '签名太短'],
    ['a stroke of no points', 'required', drawn([...HAND, []]), '/form/signature/strokes/2'],
    ['a dot', 'required', drawn([[[300, 100]]]), '签名太短'],
    ['dots all over', 'asked', drawn(dots), '签名太短'],
    [
      'a slip of the finger',
      'required',
      drawn([
        [
          [300, 100],
          [320, 105],
        ],
      ]),
      '签名太短',
    ],
    [
      'a scribble on one spot',
      'required',
      drawn([
        [
          [5, 5],
          [20, 20],
          [5, 5],
          [20, 20],
          [5, 5],
        ],
      ]),
      '签名太短',
    ],
    ['more points than a hand makes', 'required', drawn([long]), '/form/signature/strokes'],
    ['more points in all', 'asked', drawn([long.slice(0, 900), long.slice(0, 900)]), '1500'],
    [
      'more strokes than a name has',
      'required',
      drawn(Array.from({ length: 61 }, () => HAND[0])),
      '/form/signature/strokes',
    ],
    [
      'a point outside',
      'required',
      drawn([
        [
          [0, 0],
          [601, 0],
        ],
      ]),
      '/form/signature/strokes/0/1/0',
    ],
    [
      'a point above',
      'required',
      drawn([
        [
          [0, -1],
          [600, 0],
        ],
      ]),
      '/form/signature/strokes/0/0/1',
    ],
    [
      'half a unit',
      'required',
      drawn([
        [
          [0, 0.5],
          [600, 0],
        ],
      ]),
      '/form/signature/strokes/0/0/1',
    ],
    [
      'points of three numbers',
      'required',
      drawn([
        [
          [0, 0, 0],
          [600, 0, 0],
        ],
      ]),
      '/form/signature/strokes/0/0',
    ],
    [
      'words for numbers',
      'required',
      drawn([
        [
          ['0', '0'],
          [600, 0],
        ],
      ]),
      '/form/signature/strokes/0/0/0',
    ],
    ['a picture', 'required', drawn('data:image/png;base64,AAAA'), '/form/signature/strokes'],
    ['an operator', 'asked', { $gt: '' }, '请签字'],
    ['no name', 'required', { kind: 'drawn', strokes: HAND }, '/form/signature/name'],
    ['a blank name', 'required', drawn(HAND, '  '), '/form/signature/name'],
    ['a name of two lines', 'required', drawn(HAND, 'a\nb'), '/form/signature/name'],
    ['a name of 51 letters', 'required', drawn(HAND, '名'.repeat(51)), '/form/signature/name'],
    ['more than that', 'required', { ...drawn(), colour: 'red' }, '/form/signature'],
  ])('not %s', (_, signing, signature, said) => {
    const faults = faultsOf(signing, signature);
    expect(faults.length).toBeGreaterThan(0);
    expect(JSON.stringify(faults)).toContain(said);
  });

  test('a body full of what is wrong gets an answer that one can read', () => {
    const many = Array.from({ length: 50_000 }, () => [9_999, -1]);
    expect(faultsOf('required', drawn([many])).length).toBeLessThanOrEqual(100);
  });

  test('the form tells the page how it is signed, in its JSON Schema and beside it', () => {
    const [shown, asked] = [undefined, 'asked' as const].map((signing) =>
      jsonSchemaOf(asSigned(scrapOpinion, signing)),
    );
    expect(shown).toEqual(jsonSchemaOf(scrapOpinion));
    expect(asked).toMatchObject({ properties: { signature: { anyOf: [{ const: true }, {}, {}] } } });
    expect(asked).toMatchObject({ properties: { signature: { 'x-field': { kind: 'signature', signing: 'asked' } } } });
    expect(JSON.parse(JSON.stringify(asked))).toEqual(asked);
  });

  test('the mark is found among the values of a form, and a tick is none', () => {
    expect(markIn({ place: 'A-03', signature: drawn() })).toEqual(drawn());
    expect(markIn({ place: 'A-03', signature: true })).toBeNull();
    expect(markIn({})).toBeNull();
  });
});

describe('a policy that names signatures', () => {
  const faults = (signatures: Record<string, Signing>) =>
    policyFaults(scrapProcess, { ...scrapProcess.policy, signatures }).map(({ pointer }) => pointer);

  test('of steps that are signed', () => {
    expect(faults({ receipt: 'required', 'department-review': 'asked', wipe: 'asked' })).toEqual([]);
  });

  test('not of steps that there are not, or whose form nobody signs', () => {
    expect(faults({ nowhere: 'asked', amend: 'required' })).toEqual(['/signatures/nowhere', '/signatures/amend']);
  });
});

describe('the console, before the API', () => {
  const fault = (signing: Signing, value: unknown) => {
    const [field] = fieldsOf(jsonSchemaOf(asSigned(scrapOpinion, signing)) as unknown as ShownForm);
    return faultOf(field!, value, '签字', sayIn('zh'));
  };

  test.each<[Signing, unknown, string | null]>([
    ['required', undefined, '请在框内手写签名，并写明姓名'],
    ['asked', undefined, '请手写签名或键入姓名'],
    ['required', drawn([[[300, 100]]]), '签名太短，请写下完整签名'],
    ['required', drawn(), null],
    ['asked', typed(), null],
  ])('%s: %j → %s', (signing, value, says) => expect(fault(signing, value)).toBe(says));
});

describe('strokes', () => {
  const coordinate = fc.integer({ min: 0, max: 240 });
  const stroke = fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 40 });

  test('simplified, begin and end where they did, with points that were drawn, none of them new', () => {
    fc.assert(
      fc.property(stroke, fc.double({ min: 0, max: 20, noNaN: true }), (points, tolerance) => {
        const fewer = simplified(points, tolerance);
        expect([fewer[0], fewer.at(-1)]).toEqual([points[0], points.at(-1)]);
        expect(fewer.length).toBeLessThanOrEqual(points.length);
        expect(fewer.every((point) => points.includes(point as [number, number]))).toBe(true);
        expect(simplified(fewer, tolerance).length).toBeLessThanOrEqual(fewer.length);
      }),
    );
  });

  test('a straight line needs its ends only, a corner stays', () => {
    expect(
      simplified(
        [
          [0, 0],
          [5, 5],
          [9, 9],
        ],
        0.8,
      ),
    ).toEqual([
      [0, 0],
      [9, 9],
    ]);
    expect(
      simplified(
        [
          [0, 0],
          [50, 50],
          [100, 0],
        ],
        0.8,
      ),
    ).toHaveLength(3);
  });

  test('become a path of which every point is one of theirs; a point alone is a dot', () => {
    expect(pathOf(HAND)).toBe('M80 60L300 80L180 200M320 50L420 190');
    expect(pathOf([[[7, 8]]])).toBe('M7 8L7 8');
    expect([pathOf([]), pointsIn(HAND), isTooLittle(HAND)]).toEqual(['', 5, false]);
  });
});

describe('on paper', () => {
  const mark: Mark = { kind: 'drawn', name: '陈大文', strokes: HAND };
  const isDrawnIn = (pdf: Buffer) =>
    pdfContents(pdf).join('').includes('80 60 m\n300 80 l\n180 200 l\n320 50 m\n420 190 l\n');

  test('a decision is printed with the drawing above the name and the time', async () => {
    const at = { isVoid: false, at: '2026年11月20日 14:32' };
    const blocks = (decisions: readonly ReturnType<typeof printed>[]) => [
      { kind: 'decisions' as const, title: '五、审批意见', decisions },
    ];
    const plain = await renderDocument(scrapForm({ blocks: blocks([printed(at)]) }));
    const signed = await renderDocument(scrapForm({ blocks: blocks([printed({ ...at, mark })]) }));
    const text = pdfPages(signed).map(pageText).join('');
    expect(text).toContain('签字：李建国（署名：陈大文）');
    expect(text).toContain('日期：2026年11月20日 14:32');
    expect([isDrawnIn(signed), isDrawnIn(plain)]).toEqual([true, false]);
    const names = [
      printed({ mark: { kind: 'typed', name: '李建国' } }),
      printed({ mark: { ...mark, name: '李建国' } }),
    ];
    const others = pdfPages(await renderDocument(scrapForm({ blocks: blocks(names) })))
      .map(pageText)
      .join('');
    expect(others).toContain('签字：李建国（键入姓名）');
    expect(others.match(/署名/g)).toBeNull();
  });

  test('the drawing stands above the name, not above the date beside it', async () => {
    const decisions = [printed({ at: '2026年11月20日 14:32', mark: { ...mark, name: '李建国' } })];
    const pdf = await renderDocument(scrapForm({ blocks: [{ kind: 'decisions', title: '五、审批意见', decisions }] }));
    const line = pdfPages(pdf)
      .flat()
      .find(({ text }) => text.startsWith('签字：李建国'))!;
    const [, left] = /1 0 0 1 ([\d.]+) [\d.]+ cm\n0\.2 0 0 0\.2 0 0 cm\n80 60 m/.exec(pdfContents(pdf).join(''))!;
    const [nameEnds, dateIs] = [line.xInPt + 6 * 9.5, '日期：2026年11月20日 14:32'];
    expect(line.text.endsWith(dateIs)).toBe(true);
    expect(Number(left) + 120).toBeCloseTo(nameEnds, 0);
  });

  test('the form of a case takes the mark from the decision, in receipts as in approvals', () => {
    const receipt = decision({
      ...{ step: 'receipt', stage: 'hand-back', outcome: 'submit', comment: '' },
      form: { receivedOn: '2026-11-20', place: 'A-03', condition: '齐全', signature: mark },
    });
    const review = decision({ step: 'department-review', form: { signature: mark } });
    const request = {
      ...{ id: 'x', kind: 'scrap-approval', state: 'completed', issuedAt: '2026-11-21T10:05:33.000Z' },
      head: {
        id: 'BF-1',
        applicant: { id: 'U-li', name: '李工' },
        startedAt: '2026-11-20T01:00:00.000Z',
        customer: null,
      },
      data: { request: { valueInYuan: 1 }, names: {} },
      ...{ facts: {}, decisions: [receipt, review], journalHead: { seq: 1, hash: '' } },
    } as unknown as DocumentRequest;
    const view = scrapApprovalForm(request, { company: '公司', timeZone: 'Asia/Shanghai' });
    const fields = view.blocks.flatMap((block) => (block.kind === 'fields' ? block.fields : []));
    expect(fields.find(({ label }) => label === '签收人')).toMatchObject({ drawing: HAND });
    expect(printedDecisions(scrapProcess, [review], 'Asia/Shanghai')).toMatchObject([{ mark }]);
  });
});
