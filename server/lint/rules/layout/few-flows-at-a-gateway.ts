import type { Rule } from '../../rule.ts'

/** Four corners, four lines. */
export const fewFlowsAtAGateway: Rule = {
  id: 'few-flows-at-a-gateway',
  severity: 'error',
  title: { zh: '网关至多四条线', en: 'At most four lines meet at a gateway' },
  doc: {
    why: '菱形只有四个角，第五条线会与别的线重叠。',
    mend: '先用一个网关合并，再用另一个分支；或者把判断分成两步。',
  },
  check: ({ drawing: { shapes, edges } }) =>
    [...shapes.values()]
      .filter(({ type }) => type.endsWith('Gateway'))
      .map(({ id }) => ({ id, flows: edges.filter(edge => edge.sourceId === id || edge.targetId === id).length }))
      .filter(({ flows }) => flows > MOST)
      .map(({ id, flows }) => ({
        elementId: id,
        message: {
          zh: `网关接了 ${flows} 条线，至多 ${MOST} 条。`,
          en: `${flows} lines meet at the gateway, at most ${MOST} may.`,
        },
      })),
}

const MOST = 4
