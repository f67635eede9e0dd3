import { createTransport } from 'nodemailer';
import { eventually } from '../harness/eventually';
import { FaultPlay } from '../harness/fault';
import { startGreenMail, type GreenMail } from '../harness/greenmail';
import { Installation } from '../harness/installation';
import { sampleMail } from '../harness/mail-samples';

const PATIENCE_IN_MS = 400_000;
const PATIENCE_IN_TRIES = 600;

test(
  'a worker turns a mail of a customer’s person into a fault, and their answer into a word on it',
  async () => {
    const held: { server?: GreenMail; h?: Installation } = {};
    try {
      const server = (held.server = await startGreenMail());
      const h = (held.h = await Installation.start({
        ...{ IMAP_URL: server.imapUrl, IMAP_INTERVAL_MS: '300', MAIL_FROM: 'Opsflow <desk@ops.example>' },
      }));
      const arrives = async (raw: Buffer) => {
        const transport = createTransport(server.smtpUrl);
        await transport.sendMail({ envelope: { from: 'chen@opsflow.example', to: 'desk@ops.example' }, raw });
        transport.close();
      };

      await arrives(sampleMail('foxmail'));
      const caseId = await eventually(async () => {
        const row = await h.db.cases.findOne({ subject: '三楼收费窗口打印机不打印' }).lean();
        if (!row) throw new Error('no case yet');
        return row._id;
      }, PATIENCE_IN_TRIES);
      const task = await new FaultPlay(h).waitsFor(caseId, 'triage');
      expect((await h.as('zheng').post(`/tasks/${task._id}/claim`, {})).status).toBe(200);
      await h.mails.expect('chen', '【故障已受理】', caseId);

      await arrives(
        Buffer.from(sampleMail('reply').toString('latin1').replaceAll('GZ-20200101-0001', caseId), 'latin1'),
      );
      await h.mails.expect('zheng', '【提到您】', caseId);
      const { body } = await h.as('chen').get<{ items: { text: string }[] }>(`/cases/${caseId}/comments`);
      expect(body.items.map(({ text }) => text.split('\n').at(-1))).toEqual(['补充：隔壁窗口也不打印了。']);
    } finally {
      await held.h?.stop();
      held.server?.stop();
    }
  },
  PATIENCE_IN_MS,
);
