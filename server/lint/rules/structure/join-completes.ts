import { called } from '../../reading.ts'
import type { Rule } from '../../rule.ts'
import { playTokens } from '../../tokens/token-game.ts'

/** No join waits for a token that never comes: what an exclusive gateway divided is not put together by a parallel one. */
export const joinCompletes: Rule = {
  id: 'join-completes',
  severity: 'error',
  title: { zh: '合并网关等得齐', en: 'Joins get what they wait for' },
  doc: {
    why: '排他网关只走一支，并行网关却要等齐几支：等不到的那一支永远不来，流程永远挂着，也不报错。',
    mend: '分用什么，合也用什么：排他分支用排他网关（×）合并，并行分支（＋）才用并行网关合并。',
  },
  check: model =>
    playTokens(model)
      .mishaps.filter(({ kind }) => kind === 'stuck')
      .map(({ node, missing, way }) => ({
        elementId: node.id,
        message: {
          zh: `“${called(node)}”会永远等下去：${missing.join('、')} 不会再来。走法见反例。`,
          en: `“${called(node)}” waits for ever: nothing comes by ${missing.join(', ')}. See the way that leads there.`,
        },
        way,
      })),
}
