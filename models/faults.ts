import type { Text } from './contracts/text';

/** What can be wrong with what was sent, beyond what zod says itself; `{name}` stands for what the sentence is about. */
export const FAULTS = {
  // Text, ids, days and hours.
  'not-one-line': { zh: '必须是一行文字，不能含控制字符', en: 'must be one line without control characters' },
  'control-characters': { zh: '不能含控制字符', en: 'must not hold control characters' },
  'turns-direction': {
    zh: '不能含改变文字方向的控制字符',
    en: 'must not hold characters that turn the direction of writing',
  },
  'not-visible': { zh: '不能只有看不见的字符', en: 'must hold more than characters that nobody sees' },
  'not-well-formed': { zh: '含有无效的 Unicode 字符', en: 'must be well-formed Unicode' },
  'not-an-instant': { zh: '不是有效的时间', en: 'not an instant' },
  'link-anew': {
    zh: '流程 {caseId}：由申请人或我方人员在系统中“催办”，即会发来带新链接的邮件',
    en: 'case {caseId}: once the applicant or our staff nudge about it, a mail brings a fresh link',
  },
  'unknown-field': { zh: '未知字段', en: 'unknown field' },
  'not-an-id': { zh: '不是有效的编号', en: 'not an id' },
  'not-a-number': { zh: '须为数字', en: 'has to be a number' },
  'not-a-month': { zh: '月份应写成 2026-11', en: 'a month is written 2026-11' },
  'not-ticked': { zh: '请签字确认（true）', en: 'has to be signed (true)' },
  'not-confirmed': { zh: '请逐项确认（true）', en: 'has to be confirmed (true)' },
  'not-a-phone-number': { zh: '不是有效的电话号码', en: 'not a phone number' },
  'not-a-user-name': {
    zh: '用户名为 2 到 32 个小写字母、数字、点、短横线或下划线，以字母或数字开头',
    en: '2 to 32 small letters, digits, dots, dashes and underscores, the first a letter or digit',
  },
  'not-a-beginning': { zh: '时间应写成 08:30', en: 'a time of day is written 08:30' },
  'not-an-end': { zh: '时间应写成 18:00，午夜写 24:00', en: 'a time of day is written 18:00, midnight 24:00' },
  'no-such-zone': {
    zh: '没有“{zone}”这个时区，应为 IANA 名称，例如 Asia/Shanghai',
    en: 'there is no zone “{zone}”; use an IANA name such as Asia/Shanghai',
  },
  'never-open': { zh: '每周至少要有一段工作时间', en: 'a week without any open time' },
  'opens-too-little': {
    zh: '{from} 至 {to} 的 365 天内只有 {hours} 小时工作时间，至少应有 {least} 小时，否则期限无法计算',
    en: 'has {hours} hours of open time in the 365 days from {from} to {to}; it needs at least {least}, or deadlines cannot be counted',
  },
  'empty-range': { zh: '时段的开始和结束相同', en: 'a range that ends when it begins' },
  'range-over-midnight': {
    zh: '时段跨越午夜：请分成两天填写，前一天到 24:00 为止',
    en: 'a range over midnight: write it as two days, the first until 24:00',
  },
  'person-twice': { zh: '同一人出现了两次', en: 'somebody stands here twice' },
  'no-reader': { zh: '此人不存在、已停用或看不到这条内容', en: 'nobody active, or nobody who may read it' },
  'internal-by-customer': {
    zh: '客户方人员的评论对所有人可见',
    en: 'comments of the customer’s people are for everybody',
  },
  'ranges-overlap': { zh: '与 {from}–{to} 重叠', en: 'overlaps {from}–{to}' },
  'shifts-in-order': {
    zh: '班次应按开始时间先后排列，且不能同时开始',
    en: 'shifts stand in the order of their beginnings',
  },
  'shift-twice': { zh: '班次编号重复', en: 'a shift of that id stands here already' },
  'no-such-shift': { zh: '值班表没有这个班次', en: 'the roster has no such shift' },
  'rotation-too-early': { zh: '轮班不能早于 {day} 开始', en: 'begins no earlier than {day}' },
  'window-too-long': { zh: '起止时间最多相隔 {most} 天', en: 'at most {most} days apart' },
  'too-far-away': { zh: '离现在最多 {most} 年', en: 'at most {most} years from now' },
  'day-twice': { zh: '{day} 出现了两次', en: '{day} stands here twice' },
  'day-of-another-year': { zh: '{day} 不属于 {year} 年', en: '{day} is not a day of {year}' },
  'year-twice': { zh: '{year} 年出现了两次', en: '{year} stands here twice' },
  'working-days-are-open': { zh: '工作日只能按工作时间计算', en: 'working days are counted in open time' },
  'rung-too-late': {
    zh: '该级过晚：工作时间最多 400 天，自然时间最多 3000 天',
    en: 'comes too late: after 400 days of open time, or 3,000 of elapsed time, at most',
  },
  'hand-over-of-whole-case': {
    zh: '整单时限不能移交或呼叫，请在步骤的时限上设置',
    en: 'the limit of a whole case hands nothing over and calls nobody; set that on a step',
  },
  'one-budget': { zh: '请填写 budgetInMs 或 workingDays 中的一个', en: 'give either budgetInMs or workingDays' },
  'not-places': { zh: '应为事件序号，用逗号分隔', en: 'places of events with commas between' },
  'no-such-event': { zh: '文件没有第 {event} 个事件', en: 'the file has no event {event}' },
  'year-needed': { zh: '请指明是哪一年的放假安排', en: 'name the year whose holidays these are' },
  'span-too-long': { zh: '起止时间最多相隔 {most} 年', en: 'at most {most} years apart' },
  'months-reversed': { zh: '截止月份早于起始月份', en: 'the last month is before the first' },
  'not-search-kinds': { zh: '应为 {kinds} 中的若干项，用逗号分隔', en: 'some of {kinds}, with commas between' },
  'unknown-cursor': { zh: '翻页游标不属于此列表', en: 'the cursor does not belong to this list' },
  'window-empty': { zh: '窗口结束须晚于开始', en: 'the window ends before it begins' },
  'steps-too-long': { zh: '各步骤时限之和超过割接窗口', en: 'the limits of the steps add up to more than the window' },
  'no-such-cutover-step': { zh: '计划没有这一步', en: 'the plan has no such step' },
  'step-to-undo': {
    zh: '选择“再次回退某一步”时须写明是第几步，其他处置不填',
    en: 'names the step where one is undone again, and nothing else does',
  },
  'step-not-begun': {
    zh: '第 {step} 步没有开始过，无需回退',
    en: 'step {step} was never begun, so there is nothing to undo',
  },
  'test-missing': { zh: '测试计划中的“{subject}”没有测试结果', en: '“{subject}” of the test plan has no result' },
  'test-not-passed': {
    zh: '“{subject}”未通过，不能选“测试通过”',
    en: '“{subject}” did not pass, so the tests have not',
  },
  'documents-or-none': {
    zh: '请填写更新的文档，或说明无需更新的理由',
    en: 'name the documents that were updated, or say why none needs to be',
  },
  'product-or-not': { zh: '产品问题类投诉应选“是”', en: 'a complaint of this kind is about the product' },
  'product-is-urgent': {
    zh: '用户投诉的产品问题至少为“紧急”',
    en: 'a complaint about the product is at least urgent',
  },
  'remote-without-permission': {
    zh: '远程接入须先取得用户许可，请填写许可人和许可时间',
    en: 'remote access needs the permission of the user: who gave it, and when',
  },
  'out-without-consent': {
    zh: '设备送修须经用户同意，请填写同意的用户',
    en: 'a device goes out for repair with the consent of the user; say whose',
  },
  'nobody-takes-over': { zh: '请选择接手的工程师', en: 'name the engineer who takes over' },
  'user-not-told': {
    zh: '未解决或发现新故障时须告知用户，请填写告知了谁',
    en: 'where it is not solved the user has to be told; say whom',
  },
  'not-to-join': {
    zh: '{id} 不是该客户在办的同类流程，不能并入',
    en: '{id} is no open case of this kind of this customer, so nothing is joined to it',
  },
  'not-to-join-yet': {
    zh: '{id} 尚未定级，请先为其定级，再并入',
    en: '{id} is not graded itself; grade it first, then join this one to it',
  },
  'not-to-join-any-more': {
    zh: '{id} 已由用户确认，正在归档，不能再并入；仍有故障的，请另行受理或待其办结后重新打开',
    en: '{id} was confirmed by the user and is being filed, so nothing is joined to it any more; deal with this one, or reopen that one once it has ended',
  },
  'others-are-joined': {
    zh: '{ids} 已并入此流程，不能撤回；可由有权的人员取消，并入的报修人会得到通知',
    en: '{ids} was joined to it, so it is not withdrawn; who may cancel it can, and who reported those is told',
  },
  'not-graded': {
    zh: '未并入在办故障的，须填写故障级别、紧急程度和类型',
    en: 'what is not joined to an open fault is graded: level, urgency and class',
  },
  'not-to-reopen': {
    zh: '{id} 不能重新打开：须为该客户在 {days} 天内办结的故障，且尚未被重新打开',
    en: '{id} cannot be reopened: it has to be a fault of this customer that was completed within {days} days, and not reopened already',
  },
  'complaint-about-oneself': {
    zh: '投诉涉及您本人，请由服务台或其他同事登记',
    en: 'it is about yourself; let the service desk or a colleague enter it',
  },
  'not-a-cutover-of-customer': { zh: '{id} 不是该客户的变更割接', en: '{id} is no change of this customer' },
  'complained-of': {
    zh: '被投诉人不能承担此投诉中的工作，也不应得知此投诉；请另选他人（例如其上级）',
    en: 'who is complained of has no part in it and is not to learn of it; name somebody else, such as who leads them',
  },
  'hidden-case': {
    zh: '{id} 对部分人员保密，其他流程不能引用',
    en: '{id} is hidden from somebody, so no other case names it',
  },
  'instant-ahead': { zh: '不能晚于现在', en: 'cannot be later than now' },
  'instant-past': { zh: '不能早于现在', en: 'cannot be in the past' },
  'standard-without-model': { zh: '标准变更须注明所重复的变更', en: 'a standard change names the one that it repeats' },
  'model-not-approved': {
    zh: '{id} 不是该客户已完成的变更割接',
    en: '{id} is no completed cutover of this customer',
  },
  'case-itself': { zh: '不能填写本流程自己的编号', en: 'this is the number of the case itself' },
  'case-of-another-customer': { zh: '{id} 不是该客户的流程', en: '{id} is no case of this customer' },
  'one-in-charge': { zh: '须有且只有一位负责人', en: 'exactly one is in charge' },
  'second-line-missing': {
    zh: '除负责人外，至少安排一名二线技术人员或公司专家',
    en: 'besides who is in charge, assign at least one of the second line or one expert',
  },
  'person-or-name': {
    zh: '请选择客户方在册的人员，或填写姓名，二者填一',
    en: 'name somebody of the directory, or else give a name',
  },
  'person-unreachable': {
    zh: '不在册的，电话和邮箱至少填写一项，以便联系',
    en: 'who is not in the directory needs a phone number or a mail address, to be reached',
  },
  'person-of-another-customer': { zh: '不是该客户的人员', en: 'none of the people of this customer' },
  'dissatisfied-why': { zh: '仍不满意的，请写明客户的说法', en: 'say why they are still not satisfied' },
  'problem-stated': {
    zh: '反映问题的须写明问题；没有反映问题的不填',
    en: 'a problem is stated where there is one, and nowhere else',
  },
  'complaint-needs': { zh: '转投诉时须填写', en: 'a complaint needs it' },
  'severe-needs-reason': {
    zh: '严重隐患须选择转重大维护的原因',
    en: 'a severe danger says why it is major',
  },
  'model-not-normal': {
    zh: '{id} 不是一般变更，没有经过测试和会签',
    en: '{id} was no normal change: it was neither tested nor signed off',
  },
  'model-of-another-system': {
    zh: '{id} 割接的是另一业务系统（{system}）',
    en: '{id} was a change of another system ({system})',
  },
  'model-not-signed-off': {
    zh: '{id} 没有有效的测试会签',
    en: '{id} has no sign-off of its tests that stands',
  },
  'device-of-another-customer': { zh: '设备不属于该客户', en: 'a device of another customer' },
  'not-a-colleague': { zh: '{name} 不是公司在职人员', en: '{name} is nobody of the company’s, or has left' },
  'panel-is-fixed': { zh: '由谁会签已由流程规定', en: 'who decides it together is the procedure’s to say' },
  'limit-of-case': { zh: '此步骤的时限由流程内容决定', en: 'the case itself says the limit of this step' },
  'limit-is-fixed': { zh: '此任务的时限不能暂停', en: 'the time of this task is not paused' },

  // Webhooks.
  'url-with-user': { zh: '地址中不能带用户名或密码', en: 'must hold no user name or password' },
  'url-not-https': {
    zh: '必须以 https:// 开头；http 只用于 WEBHOOK_ALLOWED 列出的目标',
    en: 'must begin with https://; http is for the targets of WEBHOOK_ALLOWED',
  },
  'url-leads-inside': {
    zh: '该域名解析到 {address}，在公司网络内部；需要时由运维人员加入 WEBHOOK_ALLOWED',
    en: "leads to {address}, inside the company's network; whoever runs the product can add it to WEBHOOK_ALLOWED",
  },
  'url-inside': {
    zh: '指向公司网络内部；需要时由运维人员加入 WEBHOOK_ALLOWED',
    en: "leads into the company's network; whoever runs the product can add it to WEBHOOK_ALLOWED",
  },
  'event-twice': { zh: '同一事件出现了两次', en: 'an event stands here twice' },
  'no-secrets-key': {
    zh: '尚未设置 SECRETS_KEY，无法保存 webhook 的密钥，请联系运维人员',
    en: 'SECRETS_KEY is not set, so the secret of a webhook cannot be kept; ask whoever runs the product',
  },
  'secret-of-robot': {
    zh: '请填写机器人安全设置中的密钥',
    en: "give the secret of the robot's own settings",
  },
  'secret-is-made': {
    zh: '标准 webhook 的密钥由系统生成',
    en: 'the secret of a standard webhook is made by the product',
  },
  'secret-of-none': { zh: '企业微信机器人没有密钥', en: 'a robot of WeCom has no secret' },
  'webhook-disabled': { zh: '此 webhook 已停用，请先启用', en: 'the webhook is disabled; enable it first' },
  'delivery-under-way': { zh: '正在发送', en: 'it is being sent' },

  // Intake from outside.
  'form-too-old': {
    zh: '此页面打开已久，请刷新后重新填写',
    en: 'this page was opened long ago; reload it and fill it in again',
  },
  'too-many-reports': { zh: '提交过于频繁', en: 'too much came in a short time' },
  'answer-needed': { zh: '请填写', en: 'please fill this in' },
  'reachable-needed': {
    zh: '电话和电子邮箱至少填写一项，以便我们联系您',
    en: 'please give a phone number or a mail address, so that we can reach you',
  },
  'reported-already': {
    zh: '此页面已经提交过一次；如需补充，请联系服务台，或重新打开页面另行报修',
    en: 'this page was sent once already; to add something, please call the service desk, or open the page anew for another report',
  },

  // Records.
  'another-has-it': { zh: '已被另一条记录使用', en: 'another record has it' },
  'no-such-customer': { zh: '没有这个客户', en: 'no such customer' },
  'no-such-calendar': { zh: '没有已发布的工作日历“{id}”', en: 'no calendar “{id}” was published' },
  'no-such-device': { zh: '没有设备 {id}', en: 'no device {id}' },
  'no-such-record': { zh: '没有记录 {id}，或您无权查看', en: 'no record {id}, or none that you may see' },
  'no-such-process': { zh: '没有流程 {process}', en: 'no process {process}' },
  'no-such-team': { zh: '没有这个团队', en: 'no such team' },
  'no-such-colleague': { zh: '没有这个在职同事', en: 'no active colleague of that id' },
  'ends-before-it-starts': { zh: '结束日期早于开始日期', en: 'ends before it starts' },
  'device-of-another': { zh: '不是该合同客户的设备', en: "not a device of the contract's customer" },
  'resolution-first': { zh: '解决时限不能短于响应时限', en: 'the resolution comes after the response' },
  'class-twice': { zh: '同一级别出现了两次', en: 'a class stands here twice' },
  'cell-twice': { zh: '同一类别与级别出现了两次', en: 'a class and tier stand here twice' },
  'level-twice': { zh: '同一故障级别出现了两次', en: 'a level stands here twice' },
  'device-twice': { zh: '同一设备出现了两次', en: 'a device stands here twice' },
  'signs-nothing': { zh: '此步骤的表单没有签字栏', en: 'the form of this step is not signed' },
  'no-such-step': { zh: '流程没有这个步骤', en: 'the process has no such step' },
  'no-such-clock': { zh: '流程没有这个时限', en: 'the process has no such clock' },
  'no-such-amount': { zh: '流程没有这个参数', en: 'the process has no such amount' },
  'not-an-approval': { zh: '该步骤不是审批，不能由多人表决', en: 'is not an approval, so it is not voted on' },
  'more-needed-than-asked': {
    zh: '须同意人数不能多于参加表决的 {seats} 人',
    en: 'no more approvals can be needed than the {seats} who are asked',
  },
  'step-of-applicant': {
    zh: '该步骤由申请人本人办理，不能由值班人办理',
    en: 'is for the applicant, not for who is on duty',
  },
  'duty-approves': {
    zh: '审批由有相应角色的人决定，不能由值班人办理；值班用于团队接手办理的工作',
    en: 'is an approval, which is given by who holds its role; being on duty is for work that a team takes in hand',
  },
  'duty-of-customer': {
    zh: '该步骤由客户方办理，不能由公司的值班人办理',
    en: "is for the customer's side, not for who is on duty in a team of the company",
  },
  'call-without-duty': {
    zh: '该步骤不由值班人办理，没有下一位可以呼叫',
    en: 'nobody on duty takes this step, so nobody is called next',
  },
  'watch-ends-nothing': { zh: '接单和跟进时限不能结束流程', en: 'the limits to acknowledge and to go on end no case' },
  'amount-missing': { zh: '缺少该参数', en: 'is missing' },
  'scrapped-by': { zh: '已由 {by} 报废', en: 'scrapped by {by}' },
  'scrapped-earlier': { zh: '设备早已报废', en: 'scrapped by an earlier record' },

  // People.
  'role-for-one-customer': {
    zh: '用户方角色只能针对一个客户授予',
    en: "a role on a customer's side is held for one customer",
  },
  'admin-for-all': { zh: '管理员不能只针对一个客户', en: 'an administrator is one for the whole company' },
  'role-twice': { zh: '同一角色出现了两次', en: 'a role stands here twice' },
  'phrase-twice': { zh: '同一常用意见出现了两次', en: 'the same words stand here twice' },
  'both-sides': { zh: '不能既是员工又是用户方人员', en: "nobody is both staff and on a customer's side" },
  'team-for-staff': { zh: '用户方人员不属于任何团队', en: "a customer's people belong to no team" },
  'manager-for-staff': { zh: '用户方人员没有上级', en: "a customer's people report to nobody here" },
  'absence-in-a-circle': {
    zh: '代办人在此期间也由此人（直接或间接）代办',
    en: 'is stood in for by this person meanwhile, directly or by others',
  },
  'substitute-oneself': {
    zh: '为他人登记缺勤时，不能指定自己为代办人',
    en: 'who enters an absence of somebody else cannot make themselves the substitute',
  },
  'absence-ends-first': { zh: '结束时间必须晚于开始时间', en: 'must be later than the beginning' },
  'absence-too-long': { zh: '一次缺勤最长 366 天', en: 'one absence lasts 366 days at most' },
  'absence-ends-in-the-past': { zh: '结束时间已过', en: 'is in the past' },
  'absence-overlaps': { zh: '此人在此期间已登记缺勤', en: 'the person is entered as absent in that time already' },
  'absence-has-begun': { zh: '缺勤已开始，开始时间不能再改', en: 'it has begun, so its beginning cannot be changed' },
  'absence-is-over': { zh: '缺勤已结束或已取消', en: 'the absence is over or was cancelled' },
  'substitute-of-another-side': {
    zh: '代办人须是在职同事；客户人员须由同一客户的人员代办',
    en: "must be an active colleague; for a customer's person, one of the same customer",
  },
  'not-of-the-team': { zh: '{id} 不是本团队的在职成员', en: '{id} is no active member of the team' },
  'duty-of-oneself': { zh: '不能替换为本人', en: 'is the one who is on duty' },
  'duty-of-leader': {
    zh: '换班（inReturn）和他人的值班由团队负责人或管理员调整；您可以把自己的一段值班交给同事',
    en: 'swaps (inReturn) and the duty of others are for who leads the team, or an administrator; you may hand a stretch of your own to a colleague',
  },
  'swap-with-somebody': { zh: '换班须指明与谁互换', en: 'a swap needs somebody to swap with' },
  'duty-in-the-past': { zh: '已过去的值班不能再改', en: 'is over, so nobody else can take it' },
  'not-on-duty-then': { zh: '此人在该时段没有值班', en: 'is not on duty in that time' },
  'on-duty-already': { zh: '此人在该时段已在值班', en: 'is on duty in that time already' },
  'duty-changed-already': { zh: '该时段的值班已有调整', en: 'the duty of that time has been changed already' },
  'no-roster': { zh: '该团队还没有值班表', en: 'the team has no roster yet' },
  'duty-change-over': { zh: '该调整已结束或已取消', en: 'the change is over or was cancelled' },
  'manager-in-a-circle': {
    zh: '对方直接或间接向此人汇报，或就是此人',
    en: 'reports to this person already, or is this person',
  },
  'leads-others': {
    zh: '有同事向此人汇报，或有团队由此人负责',
    en: 'colleagues report to this person, or a team is led by them',
  },
  'password-is-user-name': { zh: '密码不能与用户名相同', en: 'the user name is no password' },
  'last-administrator': { zh: '这是最后一位在用的管理员', en: 'the last active administrator' },
  'deactivated-already': { zh: '此人已停用', en: 'is deactivated already' },
  'person-changed': { zh: '{name} 已被他人修改', en: '{name} was changed meanwhile' },
  'no-such-successor': { zh: '没有这个在用人员', en: 'no active person of that id' },
  'successor-is-leaver': { zh: '接手人不能是停用的人', en: 'is the one who goes' },
  'successor-of-another-side': { zh: '接手人与停用的人不属于同一方', en: 'is not on the same side' },
  'name-a-successor': {
    zh: '请用 POST /users/{id}/deactivate 指定接手人',
    en: 'POST /users/{id}/deactivate names who takes them',
  },
  'own-among-tasks': {
    zh: '您是其中流程的申请人，不能指定由谁审批；请由另一位管理员停用此人，或先由有权限的人转办这些任务',
    en: 'you applied for some of these and cannot choose who decides; have another administrator do it, or have somebody who may act hand them on first',
  },
  'another-administrator': {
    zh: '部分任务须由另一位管理员处理，请由其停用此人',
    en: 'another administrator has to see to some of the tasks; have them deactivate this person',
  },
  'tasks-handed-over': { zh: '您的任务正在移交', en: 'your tasks are being handed over' },

  // Tasks and cases.
  'not-an-outcome': { zh: '结果必须是以下之一：{offered}', en: 'outcome must be one of {offered}' },
  'comment-needed': { zh: '{outcome}必须填写意见', en: '{outcome} needs a comment' },
  'not-a-return': { zh: '退回的环节必须是以下之一：{stages}', en: 'returnTo must be one of {stages}' },
  'cannot-take-task': { zh: '不能把此任务交给这个人', en: 'nobody of that id can be given this task' },
  'taker-leaves': { zh: '此人已停用或正在移交任务', en: 'they have left, or hand over what they have' },
  'taker-of-another-side': {
    zh: '此任务只能交给同一方的人员（公司，或同一客户）',
    en: 'it stays on its side, the company’s or that of the same customer',
  },
  'taker-without-role': {
    zh: '此步骤须由该客户的{roles}办理，此人没有该角色',
    en: 'this step is for who holds the role {roles} for its customer, which they do not',
  },
  'applicant-as-decider': { zh: '不能把审批交给申请人', en: 'the applicant cannot be given the decision' },
  'applicant-chooses': { zh: '申请人不能选择由谁审批', en: 'the applicant cannot choose who decides' },
  'transfer-reason': { zh: '转办必须填写原因', en: 'a transfer needs a reason' },
  'withdrawal-reason': { zh: '撤回必须填写原因', en: 'a withdrawal needs a reason' },
  'pause-reason': { zh: '暂停计时必须填写原因', en: 'a pause needs a reason' },
  'pause-ends-in-the-past': { zh: '恢复计时的时间必须晚于现在', en: 'must be later than now' },
  'paused-already': { zh: '计时已经暂停', en: 'the clock is paused already' },
  'not-paused': { zh: '计时没有暂停', en: 'the clock is not paused' },
  'no-deadline': { zh: '该任务没有办理时限', en: 'the task has no deadline' },
  'cancel-reason': { zh: '取消必须填写原因', en: 'a cancel needs a reason' },
  'role-lost': {
    zh: '您已不再担任该步骤所需的角色，请管理员转办此任务',
    en: 'you no longer hold the role that this step asks for; an administrator can transfer the task',
  },
  'voted-already': { zh: '您已表决过，每人只有一票', en: 'you have voted on this already; everybody has one voice' },
  'not-your-turn': { zh: '还没有轮到您表决', en: 'it is not your turn yet' },
  'seat-answered': { zh: '没有这个席位，或该席位已表决', en: 'there is no such seat, or it has voted already' },
  'has-a-seat': {
    zh: '{name}在此任务中已有席位，每人只有一票',
    en: '{name} has a seat on this task already; everybody has one voice',
  },
  'day-ahead': { zh: '不能晚于今天（{today}）', en: 'cannot be later than today, {today}' },
  'too-fast': {
    zh: '{minutes} 分钟内最多 {most} 次，请稍后再试',
    en: 'no more than {most} within {minutes} minutes; try again later',
  },
  'nudged-lately': {
    zh: '刚刚已催办过，{minutes} 分钟后可再次催办',
    en: 'somebody has just nudged; try again in {minutes} minutes',
  },
  'nudge-oneself': { zh: '此任务由您自己办理，无需催办', en: 'the task is yours to do' },
  'nudge-paused': {
    zh: '任务已暂停计时，恢复后才能催办',
    en: 'its clock is paused; nobody is nudged until it goes on',
  },
  'delegated-to': {
    zh: '此任务已委派给{name}，待其答复或收回委派后才能办理',
    en: 'it is delegated to {name}; wait for the answer, or take it back',
  },
  'nothing-delegated': { zh: '此任务没有委派给您', en: 'it is not delegated to you' },
  'no-delegation-of-yours': { zh: '您没有委派此任务', en: 'you have not delegated it' },
  'cannot-answer': {
    zh: '{name}没有账号，只能通过邮件链接审批，不能答复委派',
    en: '{name} has no account: they decide by the links of mails, and could not answer',
  },
  'case-is-full': {
    zh: '此流程记录的往来意见已达上限，请直接同意或驳回',
    en: 'this case holds all the back and forth that it can; please approve or reject',
  },
  'answer-too-long': {
    zh: '此流程记录的内容已接近上限，本次填写的内容合计最多 {most} 个字符，请缩短后再提交',
    en: 'this case holds almost all that it can: at most {most} characters together this time; please shorten it',
  },
  'case-holds-no-more': {
    zh: '此流程记录的内容已达上限，只能取消后另行发起',
    en: 'this case holds all that it can; it can only be cancelled and begun anew',
  },
  'asked-is-absent': {
    zh: '{name}缺勤，无法答复；可改为委派给代办人{substitute}',
    en: '{name} is absent and could not answer; {substitute} stands in and could be asked',
  },
  'delegate-oneself': { zh: '不能委派给自己', en: 'nobody delegates to themselves' },
  'opinion-needed': { zh: '必须填写意见', en: 'an opinion is needed' },
  'not-voted': { zh: '您在此任务中没有可撤回的表决', en: 'you have no vote here to take back' },
  'vote-reason': { zh: '必须填写原因', en: 'a reason is needed' },
  'next-has-voted': { zh: '下一位已表决，不能撤回', en: 'the next has voted, so it cannot be taken back' },
  'too-many-seats': { zh: '一项表决最多 {most} 人', en: 'no more than {most} vote on a task' },
  'place-in-order': { zh: '依次审批只能在前或在后加签', en: 'one after another, a voter comes before or after' },
  'no-order': { zh: '此表决没有先后，只能并行加签', en: 'this vote has no order; add the voter alongside' },
  'no-such-seat': { zh: '没有这个席位', en: 'there is no such seat' },
  'last-seat': {
    zh: '减签后将无法作出决定，至少须保留所需人数',
    en: 'then nobody could decide; as many must stay as are needed',
  },
  'substitution-over': {
    zh: '代办期已结束，此任务已交还本人',
    en: 'you no longer act for the one whose task it is: their absence is over',
  },
  'nothing-to-substitute': {
    zh: '该流程没有需要变更代办人的任务',
    en: 'no task of this case changes hands by it',
  },
  'calendar-in-force': { zh: '该版本的工作日历已在使用', en: 'this version of the calendar is in force already' },
  'calendar-published-meanwhile': {
    zh: '工作日历已发布第 {version} 版，请以该版本为基础重新修改',
    en: 'version {version} was published meanwhile; make your changes to that one',
  },
  'no-draft': { zh: '没有待发布的修改', en: 'there is no draft' },
  'nothing-changed': { zh: '与已发布的版本完全相同', en: 'the same as the published version' },
  'never-published': { zh: '该日历尚未发布，请先导入 JSON 或保存草稿', en: 'was never published and has no draft yet' },
  'past-ending': { zh: '流程已过可以终止的阶段', en: 'the case is past the point where it could be ended' },
  'ends-what-judges-them': {
    zh: '这是对您所做工作的回访，不能由您撤回或取消；确需终止的，请由其他有权限的人取消',
    en: 'it asks how your own work was, so it is not you who ends it; somebody else who has the right may cancel it',
  },
  'past-withdrawal': {
    zh: '已有人开始办理，不能再撤回；确需终止的，由有权限的人取消',
    en: 'somebody works on it already, so it is not withdrawn any more; who has the right may cancel it',
  },
  'answer-lost': { zh: '没有保存办理结果', en: 'the answer was not kept' },
  'unknown-to-engine': { zh: 'Temporal 中没有此流程', en: 'Temporal does not know this case' },
  'still-running': { zh: '流程正在运行', en: 'the workflow is running' },
  'nowhere-to-resume': { zh: '历史中没有可以重新开始的位置', en: 'nothing in its history to begin anew at' },

  // Signatures.
  'not-signed': {
    zh: '请签字：手写（drawn）或键入姓名（typed），并写明姓名',
    en: 'sign by a drawing (drawn) or a typed name (typed), with the name',
  },
  'must-be-drawn': { zh: '此步骤须手写签名', en: 'this step is signed by hand: send a drawing' },
  'drawn-too-little': { zh: '签名太短，请写下完整签名', en: 'too little to be a signature' },
  'drawn-too-much': { zh: '签名最多 {most} 个点，请重写', en: 'a signature has at most {most} points' },

  // Files and bodies.
  'no-file': {
    zh: '请以 multipart/form-data 的 file 字段上传一个非空文件',
    en: 'send one file that is not empty, as multipart/form-data, in the field `file`',
  },
  'no-file-name': { zh: '文件没有名称', en: 'the file has no name' },
  'not-a-file-type': {
    zh: '只接受 {types}，且名称与内容必须一致',
    en: '{types}; name and content must agree',
  },
  'too-large-file': { zh: '文件最大 10 MiB', en: 'at most 10 MiB' },
  'too-large-calendar': { zh: '日历文件最大 2 MiB', en: 'a calendar file has at most 2 MiB' },
  'not-a-calendar-file': { zh: '不是有效的 JSON 日历文件', en: 'not valid JSON' },
  'cannot-take-file': { zh: '不能使用文件 {id}', en: 'cannot take the file {id}' },
  'file-of-a-case': { zh: '文件已属于流程', en: 'it belongs to a case' },
  'upload-malformed': { zh: '上传内容不符合格式（{why}）', en: 'the upload is malformed ({why})' },
  'too-many-faults': { zh: '共 {count} 处错误', en: '{count} faults' },
  'more-rows-than': { zh: '多于 {most} 行', en: 'more than {most} rows' },
  'more-cells-than': {
    zh: '单元格多于 {most} 个（空列也计算在内）',
    en: 'more than {most} cells, empty columns included',
  },
  'no-sheet': { zh: '工作簿没有可见的工作表', en: 'the workbook has no visible sheet' },
  'not-csv': { zh: '不是有效的 CSV（{why}）', en: 'not valid CSV ({why})' },
  'not-xlsx': { zh: '不是有效的 xlsx（{why}）', en: 'not a valid xlsx ({why})' },
  'unknown-encoding': { zh: '既不是 UTF-8 也不是 GB18030 编码', en: 'neither UTF-8 nor GB18030' },
  'document-type': { zh: '工作簿中不能有文档类型声明', en: 'a workbook holds no document type' },
  'too-many-parts': { zh: '工作簿的部件过多', en: 'the workbook has too many parts' },
  'part-missing': { zh: '工作簿缺少 {name}', en: 'the workbook has no {name}' },
  'workbook-encrypted': { zh: '工作簿已加密', en: 'the workbook is encrypted' },
  'unpacks-too-large': { zh: '工作簿解压后过大', en: 'the workbook unpacks to more than it may' },
  'not-json': {
    zh: '请求体不是有效的 JSON，或含有不允许的字段名',
    en: 'the body is not valid JSON, or uses a name that is not allowed',
  },
  'send-json': { zh: '请发送 application/json', en: 'send application/json' },
  'too-deep': { zh: '嵌套超过 {most} 层', en: 'nested more than {most} deep' },
  'not-readable': { zh: '请求无法读取（{why}）', en: 'the request cannot be read ({why})' },
  'sent-from': { zh: '请求来自 {site} 页面', en: 'sent by a {site} page' },
} as const satisfies Record<string, Text>;

/** The name of a sentence about what is wrong. */
export type FaultCode = keyof typeof FAULTS;

/** What stands in the gaps of a sentence. */
export type Facts = Readonly<Record<string, string | number | Text>>;

/** A sentence of the table with its gaps filled, in both languages. */
export function said(code: FaultCode, facts: Facts = {}): Text {
  return filled(FAULTS[code], facts);
}

/** A text with its gaps filled; a gap of which nothing is known stays. */
export function filled({ zh, en }: Text, facts: Facts): Text {
  const fill = (sentence: string, language: keyof Text) =>
    sentence.replaceAll(/\{(\w+)\}/g, (gap, name: string) => {
      const fact = facts[name] ?? gap;
      return typeof fact === 'object' ? fact[language] : String(fact);
    });
  return { zh: fill(zh, 'zh'), en: fill(en, 'en') };
}

/** Codes with what they are called: `同意（approve）、驳回（reject）`. */
export function listed(named: readonly (readonly [code: string, title: Text])[]): Text {
  return {
    zh: named.map(([code, { zh }]) => `${zh}（${code}）`).join('、'),
    en: named.map(([code, { en }]) => `${en} (${code})`).join(', '),
  };
}

/** The table's sentence as zod takes it for a check of our own. */
export function wrong(code: FaultCode, facts: Facts = {}): { readonly error: string; readonly params: { text: Text } } {
  const text = said(code, facts);
  return { error: text.en, params: { text } };
}

/** The table's sentence as an issue for zod, at a path. */
export function issueAt(path: PropertyKey[], code: FaultCode, facts: Facts = {}) {
  const text = said(code, facts);
  return { code: 'custom' as const, message: text.en, params: { text }, path };
}
