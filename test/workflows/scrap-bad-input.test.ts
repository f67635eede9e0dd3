import { Installation } from '../harness/installation';
import type { Answer } from '../harness/person';
import { hires, refused } from './refusals';

describe('设备报废审批: requests that are refused', () => {
  let h: Installation;
  beforeAll(async () => {
    h = await Installation.start();
  });
  afterAll(async () => {
    await h.stop();
  });

  /** Sends a request that is complete but for these fields of its form. */
  async function startWith(change: Readonly<Record<string, unknown>>, who = 'li'): Promise<() => Promise<Answer>> {
    const body = await h.as(who).scrapBody(await h.device(), change);
    const form = { ...body.form, ...change };
    return async () => await h.as(who).post('/cases', { ...body, form });
  }

  it.each(['lunch', '', 'Scrap', 'constructor', '__proto__', 'toString'])(
    'the process %j is unknown',
    async (process) => {
      const { form } = await h.as('li').scrapBody(await h.device());
      await refused(h, () => h.as('li').post('/cases', { process, form }), 'invalid-input', '/process');
    },
  );

  it.each<[string, Readonly<Record<string, unknown>>, readonly string[]]>([
    ['a reason', { reason: undefined }, ['/form/reason']],
    ['a reason that says something', { reason: ' \r\n ' }, ['/form/reason']],
    ['a reason of readable length', { reason: '长'.repeat(2001) }, ['/form/reason']],
    ['a device', { device: undefined }, ['/form/device']],
    ['a device that exists', { device: 'D-nowhere' }, ['/form/device']],
    ['a device by its id', { device: 'constructor' }, ['/form/device']],
    ['a device by an id that is one', { device: '../D-0001' }, ['/form/device']],
    ['evidence', { evidence: [] }, ['/form/evidence']],
    ['evidence as a list', { evidence: 'A-1' }, ['/form/evidence']],
    ['a bearable number of files', { evidence: Array.from({ length: 11 }, (_, at) => `A-${at}`) }, ['/form/evidence']],
    ['a kind of evidence that is offered', { evidenceKind: 'hearsay' }, ['/form/evidenceKind']],
    ['a value in numbers', { valueInYuan: '8000' }, ['/form/valueInYuan']],
    ['a value that is none below zero', { valueInYuan: -1 }, ['/form/valueInYuan']],
    ['a value in whole fen', { valueInYuan: 0.001 }, ['/form/valueInYuan']],
    ['a remark in words', { remark: 5 }, ['/form/remark']],
    ['known fields only', { colour: 'red' }, ['/form/colour']],
    [
      'all of that at once, and is told so at once',
      { device: 1, reason: '', evidenceKind: null, evidence: null, valueInYuan: null },
      ['/form/device', '/form/reason', '/form/evidenceKind', '/form/evidence', '/form/valueInYuan'],
    ],
  ])('the form needs %s', async (_, change, pointers) => {
    await refused(h, await startWith(change), 'invalid-input', ...pointers);
  });

  it('needs a form, and nothing beside it', async () => {
    const { form } = await h.as('li').scrapBody(await h.device());
    const starts = (body: unknown) => async () => await h.as('li').post('/cases', body);
    await refused(h, starts({ process: 'scrap' }), 'invalid-input', '/form');
    await refused(h, starts({ process: 'scrap', form: [] }), 'invalid-input', '/form');
    await refused(h, starts({ process: 'scrap', form: null }), 'invalid-input', '/form');
    await refused(h, starts({ form }), 'invalid-input', '/process');
    await refused(h, starts({}), 'invalid-input', '/process', '/form');
    await refused(h, starts({ process: 'scrap', form, priority: 'urgent' }), 'invalid-input', '/priority');
  });

  describe('the device', () => {
    it('has been scrapped already', async () => {
      const device = await h.device({ state: 'scrapped', scrappedBy: 'BF-20200101-0001' });
      const answer = await refused(h, await startWith({ device }), 'wrong-state');
      expect(answer.body.detail).toContain('BF-20200101-0001');
    });

    it('has an open case, which the answer names; not even its own applicant starts a second', async () => {
      const device = await h.device();
      const caseId = await h.as('zhao').startsScrap(device);
      await h.mails.expect('chen', '【待办】', caseId);
      for (const who of ['li', 'zhao']) {
        const answer = await refused(h, await startWith({ device }, who), 'already-open');
        expect(answer.body.detail).toBe(caseId);
      }
      await h.mails.nothingElse(caseId);
    });

    it('is another customer’s: to the engineer it does not exist', async () => {
      await refused(h, await startWith({ device: 'D-0006' }), 'invalid-input', '/form/device');
    });

    it('is another customer’s, which the engineer sees in another role, but does not serve', async () => {
      const engineer = { role: 'engineer', customerId: 'C-0001' } as const;
      await hires(h, 'shi', engineer, { role: 'finance', customerId: null });
      await refused(h, await startWith({ device: 'D-0006' }, 'shi'), 'not-allowed');
    });

    it('is asked for twice at once: one case, and one refusal that names it', async () => {
      const [device, other] = [await h.device(), await h.as('zhao').scrapBody('')];
      const form = { ...other.form, device };
      const mine = await h.as('li').scrapBody(device);
      const [cases, journal] = [await h.db.cases.countDocuments(), await h.db.journal.countDocuments()];
      const answers = await Promise.all([
        h.as('li').post('/cases', mine),
        h.as('zhao').post('/cases', { ...other, form }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
      const [started, late] = answers[0].status === 201 ? answers : answers.toReversed();
      expect(late?.body).toMatchObject({ code: 'already-open', detail: started?.body.caseId });
      expect(await h.db.cases.countDocuments()).toBe(cases + 1);
      expect(await h.db.intake.countDocuments({ 'input.request.device': device })).toBe(1);
      const caseId = String(started?.body.caseId);
      expect(await h.db.journal.countDocuments()).toBe(journal + (await h.db.journal.countDocuments({ caseId })));
      await h.mails.expect('chen', '【待办】', caseId);
      await h.mails.nothingElse(caseId);
    });
  });

  describe('the person', () => {
    it.each([
      ['finance', 'zhou'],
      ['the service desk', 'zheng'],
      ["the customer's department", 'chen'],
      ['management', 'wu'],
      ['the administrator', 'admin-demo'],
    ])('is %s, who does not start this', async (_, who) => {
      await refused(h, await startWith({}, who), 'not-allowed');
    });

    it('has not signed in, or no longer works here', async () => {
      const leaver = await hires(h, 'leaver', { role: 'engineer', customerId: 'C-0001' });
      const body = await leaver.scrapBody(await h.device());
      await h.db.users.updateOne({ username: 'leaver' }, { $set: { isActive: false } });
      await refused(h, () => leaver.post('/cases', body), 'not-signed-in');
      const headers = { authorization: 'Bearer nobody-knows-this-token-at-all' };
      await refused(h, () => h.as('li').post('/cases', body, { headers }), 'not-signed-in');
    });
  });

  describe('the evidence', () => {
    it('is somebody else’s', async () => {
      const evidence = [await h.as('zhao').uploads('别人的.txt')];
      await refused(h, await startWith({ evidence }), 'not-your-attachment', '/form/evidence');
    });

    it('is in part somebody else’s: the own part stays free for a better request', async () => {
      const [mine, theirs] = [await h.as('li').uploads('我的.txt'), await h.as('zhao').uploads('别人的.txt')];
      await refused(h, await startWith({ evidence: [mine, theirs] }), 'not-your-attachment', '/form/evidence');
      await expect(h.as('li').startsScrap(await h.device(), { evidence: [mine] })).resolves.toMatch(/^BF-/);
    });

    it('belongs to another case already', async () => {
      const evidence = [await h.as('li').uploads('已用.txt')];
      await h.as('li').startsScrap(await h.device(), { evidence });
      await refused(h, await startWith({ evidence }), 'not-your-attachment', '/form/evidence');
    });

    it('is handed in for two devices at once: it belongs to one case, and the other request is refused', async () => {
      for (let again = 0; again < 5; again += 1) {
        const file = await h.as('li').uploads('一份.txt');
        const starts = await Promise.all([startWith({ evidence: [file] }), startWith({ evidence: [file] })]);
        const answers = await Promise.all(starts.map(async (start) => await start()));
        const started = answers.find(({ status }) => status === 201);
        expect(answers.map(({ status }) => status).sort()).toEqual([201, 403]);
        expect(answers.find((answer) => answer !== started)?.body.code).toBe('not-your-attachment');
        expect((await h.db.attachments.findById(file).lean())?.caseId).toBe(started?.body.caseId);
      }
    });

    it('was uploaded too long ago', async () => {
      const file = await h.as('li').uploads('过期.txt');
      await h.db.attachments.updateOne({ _id: file }, { $set: { expiresAt: new Date(Date.now() - 1_000) } });
      await refused(h, await startWith({ evidence: [file] }), 'not-your-attachment', '/form/evidence');
    });

    it.each(['A-nowhere', 'constructor', 'D-0001'])('is %s, which is no file', async (id) => {
      await refused(h, await startWith({ evidence: [id] }), 'not-your-attachment', '/form/evidence');
    });
  });

  it('tells the same in English to those who ask for it, and in Chinese to everybody else', async () => {
    const { form } = await h.as('li').scrapBody(await h.device());
    const title = async (headers: Readonly<Record<string, string>>) =>
      (await h.as('li').post('/cases', { process: 'lunch', form }, { headers })).body.title;
    expect(await title({})).toBe('输入不符合要求');
    expect(await title({ 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.8' })).toBe('输入不符合要求');
    expect(await title({ 'accept-language': 'fr' })).toBe('输入不符合要求');
    expect(await title({ 'accept-language': 'en' })).toBe('The input is not valid');
    expect(await title({ 'accept-language': 'en-GB,en;q=0.9,zh;q=0.2' })).toBe('The input is not valid');
  });
});
