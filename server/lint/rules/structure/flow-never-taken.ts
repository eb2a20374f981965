import { called, namesIn } from '../../reading.ts'
import type { Finding, Rule } from '../../rule.ts'
import { type TriedGateway, triedGateways } from '../../values/conditions.ts'
import { mendedValue } from '../../values/mended-condition.ts'

/** Every condition is met by some value that its fields can have. */
export const flowNeverTaken: Rule = {
  id: 'flow-never-taken',
  severity: 'error',
  title: { zh: '每一支都走得到', en: 'Every way can be taken' },
  doc: {
    why: '没有一个按钮、选项能使条件成立，这一支就是死的：多半是值写错了字，或者选项改了而条件没有改。',
    mend: '把条件里的值改成按钮、选项里真有的值；确实用不着的分支，连同后面的步骤一起删去。',
  },
  check: model => triedGateways(model).flatMap(gateway => [...findConstant(gateway), ...findDead(gateway)]),
}

/** A condition that asks nothing always gives the same answer. */
function findConstant({ conditioned }: TriedGateway): Finding[] {
  return conditioned
    .filter(({ condition = '' }) => namesIn(condition).length === 0)
    .map(({ id, condition = '', name }) => ({
      elementId: id,
      message: {
        zh: `“${name ?? id}”的条件 ${condition.replace(/^=/, '')} 不看任何字段，总是一样。`,
        en: `The condition ${condition.replace(/^=/, '')} of “${name ?? id}” asks no field: it is always the same.`,
      },
    }))
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
      ...mendedValue(
        id,
        condition,
        cases.flatMap(({ values }) => namesIn(condition).flatMap(asked => values.get(asked) ?? [])),
      ),
    })),
    ...(isDefaultDead && defaultFlow
      ? [
          {
            elementId: defaultFlow.id,
            // Several conditions may share all values among them; one alone that always holds divides nothing.
            severity: conditioned.length > 1 ? ('hint' as const) : ('warning' as const),
            message: {
              zh: `“${called(node)}”的条件已经包括所有的值，缺省流走不到。`,
              en: `The conditions of “${called(node)}” cover every value, so the default flow is never taken.`,
            },
          },
        ]
      : []),
  ]
}
