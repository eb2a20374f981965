import type { ModdleElement } from '../../../bpmn/index.ts'
import type { ProcedureModel } from '../../model.ts'
import { called, nextOf } from '../../reading.ts'
import type { Finding, Rule } from '../../rule.ts'

/** From every step some end can be reached. */
export const reachesEnd: Rule = {
  id: 'reaches-end',
  severity: 'error',
  title: { zh: '没有死路', en: 'No dead ends' },
  doc: {
    why: '走进去就出不来的步骤，案件永远办不完；没有画出结束事件的路，到底办成了什么也说不清。',
    mend: '从这一步画一条通到结束事件的路；路的尽头画上结束事件，写明是什么结果。',
  },
  check: findDeadEnds,
}

function findDeadEnds({ graph, nodes }: ProcedureModel): Finding[] {
  const ends = nodes.filter(({ type }) => type === 'bpmn:EndEvent')
  const saved = new Set(ends.map(({ id }) => id))
  for (let size = -1; size < saved.size; ) {
    size = saved.size
    for (const node of nodes) if (nextOf(graph, node).some(({ id }) => saved.has(id))) saved.add(node.id)
  }
  return nodes
    .filter(({ id, childIds, source }) => !saved.has(id) && !isWhole(childIds, source))
    .map(node => ({
      elementId: node.id,
      message: {
        zh: `从“${called(node)}”走不到任何一个结束。`,
        en: `No end can be reached from “${called(node)}”.`,
      },
    }))
}

/** An event sub-process is left by its own ends; what compensates is called, not passed. */
const isWhole = (childIds: string[], source: ModdleElement) =>
  (childIds.length > 0 && source.triggeredByEvent === true) || source.isForCompensation === true
