import type { Sentences } from './sentence.ts'

/** What the program says of a draft, and what can be done about it. */
export const draftProblemWords = {
  'draft.problems.tab': ['问题', 'Problems'],
  'draft.problems.list': ['问题', 'Problems'],
  'draft.problems.mark.error': ['阻', '!'],
  'draft.problems.mark.warning': ['劝', '?'],
  'draft.problems.mark.hint': ['注', 'i'],
  'draft.problems.severity.error': ['发布之前必须改', 'To be mended before publishing'],
  'draft.problems.severity.warning': ['送审之前看一看', 'To be read before submitting'],
  'draft.problems.severity.hint': ['可以不理会', 'May be ignored'],
  'draft.problems.none': ['没有发现问题', 'Nothing found'],
  'draft.problems.asked': [
    '{n} 条规则都查过了：阻 {error}，劝 {warning}，注 {hint}。',
    '{n} rules were asked: {error} {error|error|errors}, {warning} {warning|warning|warnings}, {hint} {hint|hint|hints}.',
  ],
  'draft.problems.asking': ['正在查…', 'Checking…'],
  'draft.problems.failed': ['没有查成：{why}', 'The check failed: {why}'],
  'draft.problems.again': ['再查一次', 'Check again'],
  'draft.problems.whyMend': ['为什么，怎么改', 'Why, and how to mend it'],
  'draft.problems.way': ['走一遍', 'Show the way'],
  'draft.problems.law': ['看条文', 'Read the article'],
  'draft.problems.fix.add-header': ['补写', 'Add it'],
  'draft.problems.fix.set-header': ['改正', 'Put it right'],
  'draft.problems.fix.remove-header': ['去掉', 'Take it away'],
  'draft.problems.fix.set-default-flow': ['设为缺省', 'Make it the default'],
  'draft.problems.fix.remove-condition': ['去掉条件', 'Drop the condition'],
  'draft.problems.fix.set-condition': ['改条件', 'Change the condition'],
  'draft.problems.fix.rename': ['改名', 'Rename'],
  'draft.problems.fix.move-to': ['摆正', 'Straighten'],
  'draft.problems.fix.set-form': ['接上表单', 'Attach the form'],
  'draft.problems.fix.set-correlation-key': ['改相关键', 'Change the key'],
} as const satisfies Sentences
