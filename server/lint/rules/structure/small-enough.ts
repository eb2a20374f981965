import type { Rule } from '../../rule.ts'
import { playTokens } from '../../tokens/token-game.ts'

/** A diagram whose every order of steps can be looked at. */
export const smallEnough: Rule = {
  id: 'small-enough',
  severity: 'warning',
  title: { zh: '结构检查做得完', en: 'The structure can be checked to the end' },
  doc: {
    why: '同时并行的分支太多，走法超过两万种，只查了其中一部分；有没有等不齐的合并，不能保证。',
    mend: '把一部分并行的步骤放进子流程；人也才看得懂。',
  },
  check: model =>
    playTokens(model).unfinished.map(scope => ({
      elementId: model.graph.id,
      message: {
        zh: `“${scope}”的走法太多，结构只检查了一部分。`,
        en: `“${scope}” has too many orders of steps; its structure was checked in part.`,
      },
    })),
}
