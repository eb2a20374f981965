import { called } from '../../reading.ts'
import type { Finding, Rule } from '../../rule.ts'
import { describeCase, triedGateways } from '../../values/conditions.ts'

/** Every condition answers yes or no to every value its fields can have. */
export const conditionTypes: Rule = {
  id: 'condition-types',
  severity: 'error',
  title: { zh: '条件里的类型相合', en: 'Conditions compare what can be compared' },
  doc: {
    why: '拿数字与文字比，结果既不是真也不是假，流程停在网关上出事件单。',
    mend: '把条件里的值写成字段的类型：文字加引号，数字和 true、false 不加引号。',
  },
  check: model =>
    triedGateways(model).flatMap(({ node, conditioned, cases }) =>
      conditioned.flatMap((flow): Finding[] => {
        const odd = cases.find(({ answers, isGuess }) => !isGuess && typeof answers.get(flow.id) !== 'boolean')
        if (!odd) return []
        const example = describeCase(odd)
        const condition = (flow.condition ?? '').replace(/^=/, '')
        return [
          {
            elementId: flow.id,
            message: {
              zh: `“${called(node)}”的条件 ${condition} ${example.zh}既不是真也不是假。`,
              en: `The condition ${condition} of “${called(node)}” is neither true nor false ${example.en}.`,
            },
          },
        ]
      }),
    ),
}
