import type { ProcedureModel } from '../../model.ts'
import type { Finding, Rule } from '../../rule.ts'

/** What is not drawn is executed all the same. */
export const drawn: Rule = {
  id: 'drawn',
  severity: 'error',
  title: { zh: '每个元素都画出来', en: 'Every element is drawn' },
  doc: {
    why: '没有画出来的步骤照样执行，看图的人却不知道有它。',
    mend: '在设计器里补画，或者删去多余的元素。',
  },
  check: findUndrawn,
}

function findUndrawn({ nodes, drawing: { shapes, edges } }: ProcedureModel): Finding[] {
  const lines = new Set(edges.map(({ id }) => id))
  const hidden = [
    ...nodes.filter(({ id }) => !shapes.has(id)),
    ...nodes.flatMap(({ outgoing }) => outgoing).filter(({ id }) => !lines.has(id)),
  ]
  return hidden.map(({ id }) => ({
    elementId: id,
    message: { zh: `${id} 没有画在图上。`, en: `${id} is not drawn.` },
  }))
}
