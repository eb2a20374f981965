import type { Sentences } from './sentence.ts'

/** Which ways of handling the law allows on which kind of task, and where they were used. */
export const lawfulnessWords = {
  'law.title': ['办理方式', 'Ways of handling'],
  'law.lead': [
    '转办、改派、代理、退回、补录等每一次使用都在这里；哪类任务允许哪种方式，由一张表决定，设计、检查和办理都按它。',
    'Every use of passing on, reassigning, substituting, late entry … One table says what is lawful on which kind of task.',
  ],
  'law.used': ['使用记录', 'Uses'],
  'law.table': ['规则表', 'Rules'],
  'law.find': ['案号或者姓名', 'Case or name'],
  'law.verb': ['办理方式', 'Way'],
  'law.verdict': ['规则', 'Rule'],
  'law.verdict.allowed': ['允许', 'Allowed'],
  'law.verdict.reason': ['须写明原因', 'With a reason'],
  'law.verdict.second': ['须第二人参与', 'With a second person'],
  'law.verdict.forbidden': ['禁止', 'Forbidden'],
  'law.task': ['任务', 'Task'],
  'law.case': ['案号', 'Case'],
  'law.who': ['行为人', 'Who'],
  'law.hands': ['从谁到谁', 'From and to'],
  'law.at': ['时间', 'When'],
  'law.reason': ['原因', 'Reason'],
  'law.kind': ['任务类别', 'Kind of task'],
  'law.empty': ['还没有使用记录', 'No use of them yet'],
  'law.emptyText': [
    '有人转办、改派、代理、交回、退回副署、撤回签名或者补录时，记录出现在这里。',
    'When somebody passes a task on, substitutes or enters something late, it stands here.',
  ],
  'law.noCase': ['无案号', 'no case'],
} as const satisfies Sentences
