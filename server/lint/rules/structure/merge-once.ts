import { called } from '../../reading.ts'
import type { Rule } from '../../rule.ts'
import { playTokens } from '../../tokens/token-game.ts'

/** No two tokens run through a merge: what a parallel gateway divided is put together by a parallel one. */
export const mergeOnce: Rule = {
  id: 'merge-once',
  severity: 'error',
  title: { zh: '并行的分支不用排他合并', en: 'Parallel ways are not merged by an exclusive gateway' },
  doc: {
    why: '并行的几支各自穿过排他合并，后面的步骤就执行几遍：同一份文书出两份，同一件事批两次。',
    mend: '用并行网关（＋）合并；只想旁路通知的，让那一支在自己的结束事件上结束。',
  },
  check: model =>
    playTokens(model)
      .mishaps.filter(({ kind }) => kind === 'twice')
      .map(({ node, way }) => ({
        elementId: node.id,
        message: {
          zh: `并行的分支先后穿过“${called(node)}”，后面的步骤会执行两遍。走法见反例。`,
          en: `Parallel ways pass “${called(node)}” one after the other, so what follows is done twice. See the way.`,
        },
        way,
      })),
}
