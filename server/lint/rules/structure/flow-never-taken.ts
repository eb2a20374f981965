import { called } from '../../reading.ts'
import type { Finding, Rule } from '../../rule.ts'
import { type TriedGateway, triedGateways } from '../../values/conditions.ts'

/** Every condition is met by some value that its fields can have. */
export const flowNeverTaken: Rule = {
  id: 'flow-never-taken',
  severity: 'error',
  title: { zh: '每一支都走得到', en: 'Every way can be taken' },
  doc: {
    why: '没有一个按钮、选项能使条件成立，这一支就是死的：多半是值写错了字，或者选项改了而条件没有改。',
    mend: '把条件里的值改成按钮、选项里真有的值；确实用不着的分支，连同后面的步骤一起删去。',
  },
  check: model => triedGateways(model).flatMap(findDead),
}

function findDead({ node, conditioned, defaultFlow, cases, isComplete }: TriedGateway): Finding[] {
  if (!isComplete || cases.length === 0) return []
  const dead = conditioned.filter(({ id }) => cases.every(({ answers }) => answers.get(id) === false))
  const isDefaultDead = cases.every(({ answers }) => [...answers.values()].includes(true))
  return [
    ...dead.map(({ id, condition = '', name }) => ({
      elementId: id,
      message: {
        zh: `没有一个值能使“${name ?? id}”的条件 ${condition.replace(/^=/, '')} 成立。`,
        en: `No value meets the condition ${condition.replace(/^=/, '')} of “${name ?? id}”.`,
      },
    })),
    ...(isDefaultDead && defaultFlow
      ? [
          {
            elementId: defaultFlow.id,
            severity: 'hint' as const,
            message: {
              zh: `“${called(node)}”的条件已经包括所有的值，缺省流走不到。`,
              en: `The conditions of “${called(node)}” cover every value, so the default flow is never taken.`,
            },
          },
        ]
      : []),
  ]
}
