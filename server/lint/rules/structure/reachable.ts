import type { FlowNode, ProcessGraph } from '../../../bpmn/index.ts'
import type { ProcedureModel } from '../../model.ts'
import { called, nextOf } from '../../reading.ts'
import type { Finding, Rule } from '../../rule.ts'

/** Every step can be reached from a start. */
export const reachable: Rule = {
  id: 'reachable',
  severity: 'error',
  title: { zh: '没有到不了的步骤', en: 'No step is out of reach' },
  doc: {
    why: '到不了的步骤从不执行；看图的人却以为会有人办。',
    mend: '从前面的步骤画一条流到它，或者把它删去。',
  },
  check: findLost,
}

function findLost({ graph, nodes }: ProcedureModel): Finding[] {
  const reached = new Set<string>()
  const ahead = nodes.filter(node => isBeginning(node) || isInAdHoc(graph, node))
  for (let node = ahead.pop(); node; node = ahead.pop()) {
    if (reached.has(node.id)) continue
    reached.add(node.id)
    ahead.push(...nextOf(graph, node))
  }
  return nodes
    .filter(({ id }) => !reached.has(id))
    .map(node => ({
      elementId: node.id,
      message: { zh: `“${called(node)}”到不了。`, en: `“${called(node)}” cannot be reached.` },
    }))
}

/** A start, an event sub-process, what compensates. */
function isBeginning({ type, isEventSubProcess, source }: FlowNode): boolean {
  return type === 'bpmn:StartEvent' || isEventSubProcess || source.isForCompensation === true
}

const isInAdHoc = ({ nodes }: ProcessGraph, { scopeId, incoming }: FlowNode) =>
  nodes.get(scopeId)?.type === 'bpmn:AdHocSubProcess' && incoming.length === 0
