import type { Text } from '../../models/contracts/text';

/** Words of the ways by which faults come in from outside: public forms, monitoring systems, mail. */
export const SOURCE_WORDS = {
  'nav.sources': { zh: '受理渠道', en: 'Sources of intake' },
  'sources.help': {
    zh: '客户的公开报修页面和监控系统由此直接报来故障，由服务台定级，渠道的名称即申请人。邮件受理无须在此建立：在工作进程的设置中填写邮箱（IMAP_URL）即可。',
    en: "A customer's public form and monitoring systems report faults by these; the service desk grades them, and the source is named as the applicant. Mail needs none: the mailbox is in the worker's settings (IMAP_URL).",
  },
  'sources.add': { zh: '新建', en: 'Add one' },
  'sources.none': { zh: '还没有受理渠道', en: 'There is none yet' },
  'source.name': { zh: '名称', en: 'Name' },
  'source.kind': { zh: '类型', en: 'Kind' },
  'source.kind.form': { zh: '公开报修页面', en: 'Public form' },
  'source.kind.alerts': { zh: '监控告警', en: 'Monitoring' },
  'source.customer': { zh: '客户', en: 'Customer' },
  'source.contact': { zh: '服务台联系方式', en: 'Contact of the service desk' },
  'source.closesOnRecovery': {
    zh: '告警恢复而无人开始处理时，撤回故障',
    en: 'Withdrawn if it recovers before anybody has begun',
  },
  'source.isEnabled': { zh: '启用状态', en: 'State' },
  'source.enabled': { zh: '已启用', en: 'on' },
  'source.disabled': { zh: '已停用', en: 'off' },
  'source.secrets': { zh: '密钥', en: 'Secrets' },
  'source.secretUntil': { zh: '{at} 生成，{until} 失效', en: 'made {at}, good until {until}' },
  'source.rotate.form': { zh: '更换地址', en: 'New address' },
  'source.rotate.alerts': { zh: '更换密钥', en: 'New token' },
  'source.keepOld': { zh: '旧的继续有效的小时数（0：立即失效）', en: 'Hours for which the old one is good (0: none)' },
  'source.secretTitle.form': { zh: '报修页面的地址', en: 'The address of the form' },
  'source.secretTitle.alerts': { zh: '监控系统的密钥', en: 'The token of the monitoring system' },
  'source.secretOnce.form': {
    zh: '地址只显示这一次，请复制后只发给该客户：有地址的人都能报修。遗失后可更换地址。',
    en: 'It is shown this once: copy it, and give it to that customer only, since whoever has it can report. If it is lost, make a new one.',
  },
  'source.secretOnce.alerts': {
    zh: '密钥只显示这一次，请立即复制到监控系统。遗失后可更换密钥。',
    en: 'It is shown this once: copy it to the monitoring system now. If it is lost, make a new one.',
  },
  'source.disableAsk': {
    zh: '停用后，由此报来的都会被拒绝。确定停用？',
    en: 'What comes by it is refused then. Switch it off?',
  },
  'source.deleteAsk': {
    zh: '删除后密钥立即失效，已报来的故障保留。确定删除？',
    en: 'Its secret is void at once; what it has reported stays. Delete it?',
  },
  'source.connect': { zh: '如何接入', en: 'How to connect it' },
  'source.form.give': {
    zh: '把报修页面的地址发给该客户，可印成二维码张贴。客户无须登录，填写姓名、联系方式和故障现象，提交后得到编号。',
    en: "Give the form's address to the customer, as a QR code if you like. Nobody signs in: they state name, how to reach them and what is wrong, and get a number.",
  },
  'source.form.lost': {
    zh: '地址只在新建和更换时显示一次。遗失或传开时请更换；旧地址可保留几小时，供客户换用。',
    en: 'The address is shown once, when it is made. Where it is lost or has got about, make a new one; the old one can be kept for some hours.',
  },
  'source.form.copy': {
    zh: '同一地址每小时最多受理 60 次报修，超过的请对方稍后再试（可在设置中调整）。',
    en: 'By one address 60 reports are taken an hour; more are asked to come later (see the settings).',
  },
  'source.alerts.address': { zh: '告警发送到', en: 'Alerts are sent to' },
  'source.alerts.token': {
    zh: '每个请求带 Authorization: Bearer <密钥>。同一告警重复发送只开一件故障，恢复时自动撤回或记录。',
    en: 'Each request has Authorization: Bearer <token>. An alert that is sent again opens no second fault; its recovery withdraws it, or is noted.',
  },
  'source.alerts.alertmanager': { zh: 'Prometheus Alertmanager 的设置', en: 'Settings of Prometheus Alertmanager' },
  'source.alerts.labels': {
    zh: '标签 device（或 serial、asset）为设备的序列号或资产编号；severity 为 critical、error、warning、info，作为定级的参考。',
    en: 'The label device (or serial, asset) is the number of a device; severity (critical, error, warning, info) is what grading begins with.',
  },
  'source.cases': { zh: '由此报来的故障', en: 'What it has reported' },
} as const satisfies Record<string, Text>;
