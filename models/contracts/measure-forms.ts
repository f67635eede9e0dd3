import { attachments, choice, instant, person, signature, table, text } from './fields';
import { form } from './form';

/** 纠正和预防措施, as a procedure asks for them under an id of its own: each with its owner and date. */
export const measuresForm = (id: string) =>
  form(
    id,
    1,
    { zh: '纠正和预防措施', en: 'Measures' },
    {
      measures: table(
        { zh: '措施', en: 'Measures' },
        {
          what: text({ zh: '措施内容', en: 'What is done' }, { max: 500 }),
          kind: choice(
            { zh: '类型', en: 'Kind' },
            { corrective: { zh: '纠正', en: 'Corrective' }, preventive: { zh: '预防', en: 'Preventive' } },
          ),
          owner: person({ zh: '责任人', en: 'Owner' }, { among: 'staff' }),
          due: instant({ zh: '完成期限', en: 'Due' }, { earliest: 'now' }),
        },
        30,
      ),
      signature: signature({ zh: '签发人', en: 'Issued by' }),
    },
  );

/** A measure is carried out, and what proves it. */
export const evidenceForm = (id: string) =>
  form(
    id,
    1,
    { zh: '措施完成情况', en: 'A measure carried out' },
    {
      done: text({ zh: '完成情况', en: 'What was done' }, { multiline: true, max: 2000 }),
      evidence: attachments({ zh: '完成证据', en: 'Evidence' }),
      signature: signature({ zh: '责任人', en: 'Owner' }),
    },
  );

/** Somebody has looked whether a measure was carried out and works. */
export const verificationForm = (id: string) =>
  form(
    id,
    1,
    { zh: '措施验证', en: 'Verification of a measure' },
    {
      checked: text({ zh: '验证方法和结果', en: 'How it was verified' }, { multiline: true, max: 2000 }),
      signature: signature({ zh: '验证人', en: 'Verified by' }),
    },
  );
