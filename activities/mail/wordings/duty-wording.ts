import type { Text } from '../../../models/contracts/text';
import { WORDS, type Wording } from './words';

const roster: Text = { zh: '查看值班表', en: 'Open the roster' };

/** The words of duty, and of what the system reports of itself. */
export const DUTY_WORDING = {
  'duty-called': {
    tag: { zh: '值班', en: 'On duty' },
    lead: ({ step, untakenBy }) => ({
      zh: `${untakenBy ? `${untakenBy}未在规定时间内接单或跟进，` : ''}现呼叫您接手，请您签收并办理“${step.zh}”。`,
      en: `${untakenBy ? `${untakenBy} has not acknowledged or followed it up in time. ` : ''}You are called next: please claim and answer “${step.en}”.`,
    }),
    reason: () => WORDS.because,
    link: WORDS.handle,
  },
  'duty-changed': {
    tag: { zh: '换班', en: 'Duty changed' },
    lead: ({ by }) => ({
      zh: `${by}调整了值班安排，请留意交接时间。`,
      en: `${by} has changed who is on duty; please mind the hand-over.`,
    }),
    reason: () => WORDS.because,
    link: roster,
  },
  'duty-change-cancelled': {
    tag: { zh: '换班取消', en: 'Duty as before' },
    lead: ({ by }) => ({
      zh: `${by}取消了以下值班调整，自此按原值班表值班。`,
      en: `${by} has cancelled this change; from now on duty is as the roster says.`,
    }),
    reason: () => WORDS.because,
    link: roster,
  },
  'webhook-disabled': {
    tag: { zh: '已停用', en: 'Disabled' },
    lead: ({ subject }) => ({
      zh: `“${subject}”接连三天没有收到任何事件，或已声明不再接收，系统已将其停用，此后的事件不再发送。请检查后重新启用，并按需补发。`,
      en: `Nothing has got through to “${subject}” for three days, or it said that it is gone. It was disabled, and is sent no more events. Please look into it, enable it again, and redeliver what is needed.`,
    }),
    reason: () => ({ zh: '最后一次的结果', en: 'What came of the last attempt' }),
    link: { zh: '打开 Webhook', en: 'Open the webhook' },
  },
} as const satisfies Record<string, Wording>;
