import type { Text } from '../../models/contracts/text';

/** Words of one's common opinions. */
export const PHRASE_WORDS = {
  'phrases.title': { zh: '常用意见', en: 'Common opinions' },
  'phrases.insert': { zh: '填入“{phrase}”', en: 'Insert “{phrase}”' },
  'phrases.between': { zh: '；', en: '; ' },
  'phrases.edit': { zh: '编辑常用意见', en: 'Edit them' },
  'phrases.keep': { zh: '存为常用意见', en: 'Keep what I wrote' },
  'phrases.kept': { zh: '已存为常用意见', en: 'Kept' },
  'phrases.tooLong': { zh: '每条最多 200 个字', en: 'At most 200 characters each' },
  'phrases.full': { zh: '最多 30 条', en: 'At most 30' },
  'phrases.help': {
    zh: '办理任务、填写原因时可直接选用。最多 30 条，每条最多 200 个字；只有您自己看得到。',
    en: 'They stand beside every field for a comment or a reason. At most 30, of at most 200 characters; nobody else sees them.',
  },
  'phrases.one': { zh: '常用意见', en: 'Common opinion' },
  'phrases.number': { zh: '第 {number} 条常用意见', en: 'Common opinion {number}' },
  'phrases.up': { zh: '第 {number} 条上移', en: 'Move {number} up' },
  'phrases.down': { zh: '第 {number} 条下移', en: 'Move {number} down' },
  'phrases.remove': { zh: '删除第 {number} 条', en: 'Remove {number}' },
  'phrases.add': { zh: '添加一条', en: 'Add one' },
  'phrases.save': { zh: '保存常用意见', en: 'Save them' },
  'phrases.useSuggested': { zh: '从建议开始', en: 'Begin with suggestions' },
  'phrases.suggest.agree': { zh: '同意', en: 'Agreed.' },
  'phrases.suggest.checked': { zh: '情况属实，同意', en: 'Checked and agreed.' },
  'phrases.suggest.soon': { zh: '同意，请尽快办理', en: 'Agreed; please do it soon.' },
  'phrases.suggest.papers': { zh: '请补充材料', en: 'Please add the missing papers.' },
  'phrases.suggest.explain': { zh: '请说明原因', en: 'Please explain why.' },
  'phrases.suggest.refuse': { zh: '不符合规定，不同意', en: 'Against the rules; not agreed.' },
} as const satisfies Record<string, Text>;
