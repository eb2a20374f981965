import type { Sentences } from './sentence.ts'

/** Starting a procedure. */
export const startWords = {
  'start.title': ['发起程序', 'Start a procedure'],
  'start.text': [
    '选一个程序，填好开头的几项。发起以后第一步会到收件箱。',
    'Choose a procedure and fill in its beginning. Its first step goes to the inbox.',
  ],
  'start.list': ['可以发起的程序', 'Procedures you may start'],
  'start.others': ['您现在不能发起的', 'Procedures you may not start now'],
  'start.by': ['由{roles}发起', 'Started by {roles}'],
  'start.needs': ['要填：{fields}', 'Asks for: {fields}'],
  'start.needsFiles': ['要交的材料：{files}', 'documents: {files}'],
  'start.needsNothing': ['开头没有必须填的，发起以后再填', 'Nothing is asked at the start; it comes after'],
  'start.and': ['；', '; '],
  'start.version': ['第 {n} 版', 'version {n}'],
  'start.choose': ['发起“{name}”', 'Start “{name}”'],
  'start.submit': ['发起', 'Start'],
  'start.busy': ['正在发起', 'Starting'],
  'start.steps': ['可能走到的环节', 'Steps that may follow'],
  'start.noForm': ['这个程序开头没有要填的。', 'Nothing has to be filled in to start it.'],
  'start.done': ['已发起“{name}”', 'Started “{name}”'],
  'start.open': ['看这一件', 'Open it'],
  'start.empty': ['还没有程序', 'There is no procedure yet'],
  'start.emptyText': [
    '流程管理员发布程序以后，可以发起的会列在这里。',
    'Procedures appear here once an administrator has published them.',
  ],
  'start.back': ['选别的程序', 'Choose another'],
  'start.backToCase': ['回到案件 {caseNo}', 'Back to case {caseNo}'],
  'start.ofCase': ['发起程序', 'Start a procedure'],
  'start.notNow': ['您现在的职务不能发起。', 'Your present appointments do not allow it.'],
} as const satisfies Sentences
