import { isField, nameOf } from '../../../forms/names.ts'
import type { Component } from '../../../forms/schema.ts'
import type { ProcedureModel } from '../../model.ts'
import { outputsOf } from '../../reading.ts'
import type { Finding, Rule } from '../../rule.ts'

const MONEY_NAME = /(?:amount|money|price|fee|cost|fine|penaltySum|income)$/i
const MONEY_LABEL = /金额|罚款数|罚款额|价款|费用|（元）|\(元\)/

/** Money is whole fen in a variable named so, shown in yuan. */
export const moneyInFen: Rule = {
  id: 'money-in-fen',
  severity: 'error',
  title: { zh: '金额以分计', en: 'Money is counted in fen' },
  doc: {
    why: '以元计的小数相加会差一分，比较大小也会错；名字不带 Fen，别人不知道是分还是元，会错一百倍。',
    mend: '数字框加属性 unit = fen，变量名以 Fen 结尾（如 amountFen）；页面上照旧填元、显示元。',
  },
  check: model => [...inForms(model), ...inDiagram(model)],
}

function inForms({ forms }: ProcedureModel): Finding[] {
  return [...forms.values()].flatMap(({ file, form }) =>
    form.components.flatMap(findWrong).map(finding => ({ ...finding, file })),
  )
}

/** A mapping into a name that speaks of money. */
function inDiagram({ nodes }: ProcedureModel): Finding[] {
  return nodes.flatMap(node =>
    outputsOf(node)
      .map(({ target }) => target.split('.').at(-1) ?? target)
      .filter(name => MONEY_NAME.test(name))
      .map(name =>
        tell(
          node.id,
          `“${name}”是金额，应以分计并以 Fen 结尾。`,
          `“${name}” is money, so it must be in fen and end in Fen.`,
        ),
      ),
  )
}

function findWrong(component: Component): Finding[] {
  if ('components' in component) return component.components.flatMap(findWrong)
  if (component.type !== 'number' || !isField(component)) return []
  const name = nameOf(component) ?? ''
  const isFen = component.properties?.unit === 'fen'
  const isNamedFen = name.endsWith('Fen')
  const looksLikeMoney = MONEY_NAME.test(name) || MONEY_LABEL.test(component.label ?? '')
  if (isFen && !isNamedFen)
    return [tell(component.id, `以分计的“${name}”应以 Fen 结尾。`, `“${name}” is in fen, so its name must end in Fen.`)]
  if (!isFen && (isNamedFen || looksLikeMoney))
    return [
      tell(
        component.id,
        `“${name}”是金额，应加属性 unit = fen。`,
        `“${name}” is money and needs the property unit = fen.`,
      ),
    ]
  return []
}

const tell = (elementId: string, zh: string, en: string): Finding => ({ elementId, message: { zh, en } })
