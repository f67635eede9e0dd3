import type { ReportField } from '../../../models/contracts/intake-form';
import type { Text } from '../../../models/contracts/text';

/** What the fields of the public form are called, and what helps to fill them in. */
export const FIELD_WORDS: Readonly<Record<ReportField, { readonly label: Text; readonly help?: Text }>> = {
  name: { label: { zh: '您的姓名', en: 'Your name' } },
  phone: { label: { zh: '联系电话', en: 'Phone' } },
  mail: {
    label: { zh: '电子邮箱', en: 'Mail address' },
    help: { zh: '电话和邮箱至少填写一项', en: 'A phone number or a mail address is needed' },
  },
  title: {
    label: { zh: '故障现象', en: 'What is wrong' },
    help: {
      zh: '一句话，例如“三楼收费窗口打印机不打印”',
      en: 'One sentence, such as “the printer on floor 3 prints nothing”',
    },
  },
  description: {
    label: { zh: '详细描述', en: 'Description' },
    help: {
      zh: '发生了什么、影响哪些业务、已经试过什么',
      en: 'What happened, what it keeps from working, what was tried',
    },
  },
  device: {
    label: { zh: '设备序列号或资产编号', en: 'Serial or asset number of the device' },
    help: {
      zh: '一般贴在设备的背面或侧面；不知道可以不填',
      en: 'Usually on a label; leave it empty if you do not know it',
    },
  },
  when: { label: { zh: '什么时候发生的', en: 'When it happened' } },
};

/** The other words of the public pages. */
export const WORDS = {
  heading: { zh: '故障报修', en: 'Report a fault' },
  to: { zh: '{customer} 报修', en: 'For {customer}' },
  required: { zh: '必填', en: 'required' },
  send: { zh: '提交', en: 'Send' },
  other: { zh: 'English', en: '中文' },
  faulty: { zh: '还没有提交，请检查标出的内容：', en: 'Not sent yet. Please look at what is marked:' },
  leaveEmpty: { zh: '此项请勿填写', en: 'Leave this empty' },
  done: { zh: '已受理', en: 'We have it' },
  number: { zh: '受理编号', en: 'Its number' },
  keep: {
    zh: '请记下编号，联系时说明即可。服务台正在定级，工程师会尽快与您联系。',
    en: 'Please keep the number, and name it when you call. The service desk looks at it now; an engineer will call you.',
  },
  mailed: { zh: '编号也已发送到 {mail}。', en: 'The number goes to {mail} as well.' },
  received: { zh: '已收到，谢谢。', en: 'Thank you, we have it.' },
  another: { zh: '再报一个故障', en: 'Report another' },
  contact: { zh: '服务台：{contact}', en: 'Service desk: {contact}' },
  unknown: { zh: '此页面不存在或已停用', en: 'There is no such page, or it was switched off' },
  unknownHelp: {
    zh: '地址可能没有复制完整，或已更换。请向您的服务台联系人索取新的报修地址。',
    en: 'The address may not be whole, or was changed. Please ask your contact at the service desk for the present one.',
  },
  tooOften: { zh: '提交过于频繁', en: 'Too much came in a short time' },
  tooOftenHelp: {
    zh: '为防止滥用，此页面限制了提交次数。紧急情况请直接致电服务台，或 {minutes} 分钟后再试。',
    en: 'To keep out abuse this page takes so many reports only. If it is urgent, please call; or try again in {minutes} minutes.',
  },
  tooOld: { zh: '请重新填写', en: 'Please fill it in again' },
  busy: {
    zh: '系统繁忙，您填写的内容还在，请稍后再按“提交”',
    en: 'The system is busy. What you wrote is still here; please send it again in a moment',
  },
  failed: { zh: '系统出错，请致电服务台报修', en: 'Something went wrong; please call the service desk' },
} as const satisfies Readonly<Record<string, Text>>;
