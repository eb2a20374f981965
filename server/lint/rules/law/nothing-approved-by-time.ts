import type { FlowNode } from '../../../bpmn/index.ts'
import { grantsAt } from '../../law/grants.ts'
import type { ProcedureModel } from '../../model.ts'
import { called, isOverdueMessage, isUserTask, messageOf } from '../../reading.ts'
import type { Finding, Rule } from '../../rule.ts'
import { stepsAfter } from '../../ways/steps.ts'

/** From what time brings about, no way leads to an approval without a person in between. */
export const nothingApprovedByTime: Rule = {
  id: 'nothing-approved-by-time',
  severity: 'error',
  title: { zh: '到期不视为批准', en: 'Nothing is approved by time running out' },
  doc: {
    why: '批准是人的决定，要有人负责。无人处理就当作同意，等于没有审批；法律没有规定默示批准的，决定会被撤销。',
    mend: '到期的分支改为提醒、升级给上一级、退回或者失效；要有结论的，在中间加一个由人办理的任务。',
  },
  check: model => model.nodes.filter(node => isBroughtByTime(model, node)).flatMap(event => findApproval(model, event)),
}

/** A timer, or the message of the limit clock that a limit is over. A procedure that starts on a date is nobody's delay. */
function isBroughtByTime({ graph }: ProcedureModel, node: FlowNode): boolean {
  if (node.type === 'bpmn:StartEvent' && !graph.nodes.get(node.scopeId)?.isEventSubProcess) return false
  if (!/BoundaryEvent|IntermediateCatchEvent|StartEvent/.test(node.type)) return false
  return node.eventType === 'bpmn:TimerEventDefinition' || isOverdueMessage(messageOf(node))
}

/** Walks on from the event until people take over; the first approval on each way is told. */
function findApproval({ graph }: ProcedureModel, event: FlowNode): Finding[] {
  const findings: Finding[] = []
  const passed = new Set([event.id])
  const ways: { node: FlowNode; way: string[] }[] = [{ node: event, way: [event.id] }]
  for (let step = ways.shift(); step; step = ways.shift()) {
    const { node, way } = step
    const approval = grantsAt(node)
    if (approval !== undefined) findings.push(tell(event, node, approval, way))
    else
      for (const next of stepsAfter(graph, node))
        if (!isUserTask(next) && !passed.has(next.id)) {
          passed.add(next.id)
          ways.push({ node: next, way: [...way, next.id] })
        }
  }
  return findings
}

function tell(event: FlowNode, node: FlowNode, approval: string, way: string[]): Finding {
  return {
    elementId: event.id,
    message: {
      zh: `“${called(event)}”到期以后，没有人办理就走到“${called(node)}”（${approval}），等于视为批准。`,
      en: `After “${called(event)}” the way leads to “${called(node)}” (${approval}) without a person: approved by time.`,
    },
    way,
  }
}
