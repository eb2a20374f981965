import type { ProcedureModel } from '../../model.ts'
import { called } from '../../reading.ts'
import type { Finding, Rule } from '../../rule.ts'
import { describeCase, type TriedGateway, triedGateways } from '../../values/conditions.ts'
import { beginningsOf, shortestWay, stepsAfter } from '../../ways/steps.ts'

/** No two conditions of an exclusive gateway hold at the same time. */
export const gatewayOverlap: Rule = {
  id: 'gateway-overlap',
  severity: 'error',
  title: { zh: '排他网关的条件互不重叠', en: 'Conditions of a gateway exclude each other' },
  doc: {
    why: '两个条件同时成立时，引擎走文件里写在最后的那一支；图上看不出先后，挪一下连线，结果就变了。',
    mend: '把条件改成互斥：在其中一个条件里加上“且不……”，或者拆成先后两个网关。',
  },
  check: model =>
    triedGateways(model)
      .filter(({ node }) => node.type === 'bpmn:ExclusiveGateway')
      .flatMap(gateway => findOverlaps(model, gateway)),
}

function findOverlaps({ graph }: ProcedureModel, { node, conditioned, cases }: TriedGateway): Finding[] {
  const way = shortestWay(
    beginningsOf(graph),
    ({ id }) => id === node.id,
    each => stepsAfter(graph, each),
  )
  return conditioned.flatMap((flow, index) =>
    conditioned.slice(index + 1).flatMap((other): Finding[] => {
      const overlapping = cases.filter(({ answers }) => answers.get(flow.id) === true && answers.get(other.id) === true)
      const both = overlapping.find(({ isCoincidence }) => !isCoincidence) ?? overlapping[0]
      if (!both) return []
      const example = describeCase(both)
      return [
        {
          elementId: node.id,
          message: {
            zh: `“${called(node)}”的“${called(flow)}”和“${called(other)}”${example.zh}同时成立，引擎走写在最后的“${called(other)}”。`,
            en: `“${called(flow)}” and “${called(other)}” of “${called(node)}” both hold ${example.en}; the engine takes “${called(other)}”, the last in the file.`,
          },
          // On to where the engine goes, which the drawing does not say.
          way: [...(way ?? [node]).map(({ id }) => id), other.targetId],
          ...(both.isCoincidence && { severity: 'warning' }),
        },
      ]
    }),
  )
}
