import type { Sentences } from './sentence.ts'

/** Signing in, and setting the office up. */
export const signInWords = {
  'signIn.title': ['登录', 'Sign in'],
  'signIn.motto': [
    '街道执法办案，一步一步有依据',
    'Case approval for street-level enforcement, each step with its basis',
  ],
  'signIn.account': ['账号', 'Account'],
  'signIn.password': ['密码', 'Password'],
  'signIn.submit': ['登录', 'Sign in'],
  'signIn.busy': ['正在登录', 'Signing in'],
  'signIn.wrong': ['账号或密码不对，请再核对一次。', 'The account or the password is not right.'],
  'signIn.demo': ['演示账号', 'Demo accounts'],
  'signIn.demoText': [
    '这是演示库，人和案件都是虚构的。点一个账号就填好。',
    'This is a demo database; people and cases are invented. Choose an account to fill it in.',
  ],
  'signIn.others': ['其他账号 {count} 个', '{count} other accounts'],
  'signIn.filter': ['按姓名、角色或机构找', 'Find by name, role or organisation'],
  'signIn.more': ['还有 {count} 个，写几个字缩小范围', '{count} more; write a few letters'],
  'signIn.nobody': ['没有这样的账号', 'No such account'],
  'signIn.needsSetUp': ['还没有管理员', 'There is no administrator yet'],
  'signIn.needsSetUpText': [
    '请打开启动时打印的一次性链接，建立第一个管理员账号。',
    'Open the one-time link printed at start to create the first administrator.',
  ],
  'signIn.lost': [
    '登录已经过期，请再登录一次，填过的草稿还在。',
    'Your session has ended. Sign in again; your drafts are kept.',
  ],
  'setUp.title': ['建立第一个管理员', 'Create the first administrator'],
  'setUp.text': [
    '这个链接只能用一次。管理员不办案，只管人员、机构和流程。',
    'This link works once. Administrators do not work on cases; they manage people, organisations and procedures.',
  ],
  'setUp.name': ['姓名', 'Name'],
  'setUp.account': ['账号', 'Account'],
  'setUp.accountHelp': ['小写字母、数字与短横', 'Lower-case letters, digits and hyphens'],
  'setUp.password': ['密码', 'Password'],
  'setUp.passwordHelp': ['至少 12 个字符', 'At least 12 characters'],
  'setUp.again': ['再写一次密码', 'Repeat the password'],
  'setUp.differs': ['两次写的密码不同。', 'The two passwords differ.'],
  'setUp.submit': ['建立', 'Create'],
  'setUp.noToken': ['链接不完整', 'The link is not complete'],
  'setUp.noTokenText': [
    '请完整复制启动时打印的链接再打开。',
    'Copy the whole link printed at start and open it again.',
  ],
  'setUp.done': ['已建立，请登录。', 'Created. Please sign in.'],
} as const satisfies Sentences
