import type { Sentences } from './sentence.ts'

/** What the shortcuts do. */
export const keysWords = {
  'keys.title': ['快捷键', 'Keyboard shortcuts'],
  'keys.everywhere': ['随处可用', 'Everywhere'],
  'keys.inList': ['在列表中', 'In a list'],
  'keys.onTask': ['在任务上', 'On a task'],
  'keys.next': ['下一件', 'Next'],
  'keys.previous': ['上一件', 'Previous'],
  'keys.open': ['打开', 'Open'],
  'keys.back': ['返回', 'Back'],
  'keys.claim': ['认领', 'Claim'],
  'keys.act': ['第一个办理按钮', 'First action'],
  'keys.giveBack': ['退回', 'Give or send back'],
  'keys.search': ['搜索', 'Search'],
  'keys.inbox': ['到收件箱', 'Go to the inbox'],
  'keys.cases': ['到案件', 'Go to cases'],
  'keys.instances': ['到程序', 'Go to instances'],
  'keys.start': ['到发起', 'Go to start'],
  'keys.help': ['看快捷键', 'Show shortcuts'],
  'keys.note': ['正在填写时，单个字母只是字，不是快捷键。', 'While you are typing, letters are letters.'],
} as const satisfies Sentences
