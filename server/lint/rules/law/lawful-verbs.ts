import { TASK_KINDS } from '../../../policies/kinds.ts'
import { cellOf } from '../../../policies/lawfulness/table.ts'
import { isLawVerb, LAW_VERBS } from '../../../policies/lawfulness/verbs.ts'
import { type DiagramVerb, diagramVerbsOn } from '../../law/diagram-verbs.ts'
import type { ProcedureModel } from '../../model.ts'
import { called, isUserTask, wordsOf } from '../../reading.ts'
import type { Finding, Rule } from '../../rule.ts'

/** No task is done in a way that the table of lawful verbs forbids on its kind. */
export const lawfulVerbs: Rule = {
  id: 'lawful-verbs',
  severity: 'error',
  title: { zh: '办理方式合法', en: 'Tasks are handled in lawful ways' },
  doc: {
    why: '自动通过、超时通过、同人去重、本人跳过、或签，都少了一个法律要求的人。哪一类任务允许哪种方式，有一张表，设计、检查、办理都按它。',
    mend: '去掉这种设置；导入的图带来的，在“图的源码”里删去，或者重画这一步。确属内部事务的，类别写 internal。',
  },
  check: model => [
    ...model.nodes.filter(isUserTask).flatMap(task =>
      diagramVerbsOn(model, task).flatMap(used => {
        const { kind } = wordsOf(model, task) ?? {}
        const cell = cellOf(used.verb, kind)
        return cell.verdict === 'forbidden' ? [tell(task, kind, used, cell)] : []
      }),
    ),
    ...unknownClosed(model),
  ],
}

function tell(
  task: Parameters<typeof called>[0] & { id: string },
  kind: string | undefined,
  { verb, said }: DiagramVerb,
  cell: ReturnType<typeof cellOf>,
): Finding {
  const { zh, en } = LAW_VERBS[verb]
  const named = kind !== undefined && kind in TASK_KINDS ? TASK_KINDS[kind as keyof typeof TASK_KINDS] : undefined
  return {
    elementId: task.id,
    message: {
      zh: `“${called(task)}”${named ? `（${named.zh}）` : ''}设了${zh}（${said}）：${cell.zh}。`,
      en: `“${called(task)}”${named ? ` (${named.en})` : ''} has ${en} (${said}): ${cell.en}.`,
    },
    ...(cell.basis[0] !== undefined && { law: cell.basis[0] }),
  }
}

/** What is closed must be a verb people use. */
function unknownClosed({ words }: ProcedureModel): Finding[] {
  return words.userTasks.flatMap((task): Finding[] => {
    const { id, closes = [] } = task
    const isKnown = (verb: string) => isLawVerb(verb) && LAW_VERBS[verb].by === 'person'
    const wrong = closes.filter(verb => !isKnown(verb))
    if (wrong.length === 0) return []
    const rest = closes.filter(isKnown).join(';')
    return [
      {
        elementId: id,
        message: {
          zh: `“${called(task)}”的 closes 写了不认识的办理方式：${wrong.join('、')}。`,
          en: `closes of “${called(task)}” names ways of handling that do not exist: ${wrong.join(', ')}.`,
        },
        fix: rest
          ? { kind: 'set-header', elementId: id, key: 'closes', value: rest }
          : { kind: 'remove-header', elementId: id, key: 'closes' },
      },
    ]
  })
}
