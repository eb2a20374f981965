import { extensionOf, textOf } from '../../../bpmn/index.ts'
import type { ProcedureModel } from '../../model.ts'
import { feelOf } from '../../reading.ts'
import type { Finding, Rule } from '../../rule.ts'

/** Somebody works the jobs of service tasks, and the processes that are called are there. */
export const knownJobs: Rule = {
  id: 'known-jobs',
  severity: 'error',
  title: { zh: '服务任务有人执行', en: 'Jobs are worked by somebody' },
  doc: {
    why: '没有执行者的服务任务永远停在那里；调用了不存在的流程，办到那一步就出事件单。',
    mend: '改用已有的任务类型或已发布的流程；要用的决策表随包一起带来；新的任务类型先请维护人员做出来。',
  },
  check: findUnworked,
}

function findUnworked({ nodes, graph, decisions, known }: ProcedureModel): Finding[] {
  const inBundle = new Set(decisions.flatMap(model => [...model.decisions.keys()]))
  return nodes.flatMap(({ id, source }) => {
    const type = textOf(extensionOf(source, 'zeebe:TaskDefinition'), 'type')
    const called = textOf(extensionOf(source, 'zeebe:CalledElement'), 'processId')
    const decision = textOf(extensionOf(source, 'zeebe:CalledDecision'), 'decisionId')
    return [
      ...missing(id, type, known.jobTypes, '没有人执行任务类型', 'Nobody works jobs of the type'),
      ...(called === graph.id ? [] : missing(id, called, known.processIds, '没有流程', 'There is no process')),
      ...missing(id, decision, inBundle, '包里没有决策', 'The bundle has no decision'),
    ]
  })
}

function missing(
  elementId: string,
  name: string | undefined,
  there: ReadonlySet<string>,
  zh: string,
  en: string,
): Finding[] {
  if (name === undefined || feelOf(name) !== undefined || there.has(name)) return []
  return [{ elementId, message: { zh: `${zh}“${name}”。`, en: `${en} “${name}”.` } }]
}
