import type { Text } from '../../models/contracts/text';

/** Words of the sign-in and of one's own account. */
export const SIGN_IN_WORDS = {
  'signIn.title': { zh: '登录', en: 'Sign in' },
  'signIn.username': { zh: '用户名', en: 'User name' },
  'signIn.password': { zh: '密码', en: 'Password' },
  'signIn.submit': { zh: '登录', en: 'Sign in' },
  'signIn.needed': { zh: '请填写{field}', en: '{field} is needed' },
  'signIn.expired': { zh: '登录已过期，请重新登录。', en: 'Your sign-in has expired; sign in again.' },
  'signIn.goesOn': { zh: '登录后将打开您要访问的页面。', en: 'The page you asked for opens after you sign in.' },
  'signIn.demo': { zh: '演示账号', en: 'Demo accounts' },
  'signIn.demoHelp': {
    zh: '选一位同事，从他的角度试用：',
    en: 'Pick a colleague and try the product as they see it:',
  },
  'signIn.slogan': {
    zh: '每个服务流程都是可追溯、不丢失的任务链。',
    en: 'Every procedure a traceable chain of tasks that loses nothing.',
  },
  'me.title': { zh: '我的账号', en: 'My account' },
  'me.roles': { zh: '我的角色', en: 'My roles' },
  'me.language': { zh: '界面与邮件语言', en: 'Language of pages and mails' },
  'me.email': { zh: '邮箱', en: 'E-mail' },
  'me.password': { zh: '修改密码', en: 'Change my password' },
  'me.passwordNow': { zh: '当前密码', en: 'Present password' },
  'me.passwordNext': { zh: '新密码（至少 10 位）', en: 'New password (at least 10 characters)' },
  'me.passwordChanged': { zh: '密码已修改，其他登录均已退出', en: 'Password changed; all other sign-ins have ended' },
  'me.sessions': { zh: '登录记录', en: 'Where I am signed in' },
  'me.thisOne': { zh: '本次登录', en: 'This one' },
  'me.endSession': { zh: '退出此登录', en: 'End it' },
  'me.lastSeen': { zh: '最近使用 {at}', en: 'last used {at}' },
} as const satisfies Record<string, Text>;
