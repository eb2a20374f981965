import { namesIn as namesOfComponents } from '../../../forms/names.ts'
import type { Component } from '../../../forms/schema.ts'
import { CASE_FACTS, ITEM_POWERS } from '../../case-variables.ts'
import type { ProcedureModel } from '../../model.ts'
import { inputsOf, isFeel, namesIn } from '../../reading.ts'
import type { Finding, Rule, Sentence } from '../../rule.ts'
import { describeCase, tryExpressions } from '../../values/conditions.ts'
import { possibleValues } from '../../values/possible-values.ts'

/** The row a field stands in, and what surrounds it. */
const SURROUNDINGS = ['this', 'parent']

/** What a procedure is handed down that is begun in a case. */
const OF_CASES = ['caseNo', ...CASE_FACTS, ...ITEM_POWERS]

/** What hides a field reads fields that are there, and compares them with what they can be. */
export const formConditions: Rule = {
  id: 'form-conditions',
  severity: 'error',
  title: { zh: '表单显示条件用的字段存在，类型相合', en: 'What hides a field reads what is there, and of its type' },
  doc: {
    why: '显示条件里的字段不存在，或者拿数字与文字比，条件就没有答案：该填的格子不出现，不该填的出现，谁也不会收到提示。',
    mend: '条件里的字段名对照本表单各字段的 key 和前面步骤写的变量；文字加引号，数字和 true、false 不加引号。',
  },
  check: model => {
    const written = new Set([
      ...SURROUNDINGS,
      ...OF_CASES,
      ...possibleValues(model).keys(),
      ...model.nodes.flatMap(inputsOf).map(({ target }) => target),
    ])
    return [...model.forms.values()].flatMap(({ file, form }) =>
      hidden(form.components, written).flatMap(condition => judge(model, condition).map(found => ({ ...found, file }))),
    )
  },
}

/** A condition of a component, with the names that can be read where it stands. */
interface HidingCondition {
  componentId: string
  expression: string
  readable: ReadonlySet<string>
}

function hidden(components: readonly Component[], around: ReadonlySet<string>): HidingCondition[] {
  const readable = new Set([...around, ...namesOfComponents(components)])
  return components.flatMap(component => {
    const expression = component.conditional?.hide?.replace(/^=/, '')
    const own =
      expression !== undefined && isFeel(expression) ? [{ componentId: component.id, expression, readable }] : []
    return [...own, ...('components' in component ? hidden(component.components, readable) : [])]
  })
}

function judge(model: ProcedureModel, { componentId, expression, readable }: HidingCondition): Finding[] {
  const unknown = namesIn(expression).filter(name => !readable.has(name))
  if (unknown.length > 0)
    return [
      {
        ...tell(componentId, {
          zh: `显示条件 ${expression} 读的 ${unknown.join('、')}，本表单和前面的步骤里都没有。`,
          en: `The condition ${expression} reads ${unknown.join(', ')}, which neither this form nor a step before it has.`,
        }),
        // Whoever calls this procedure may have handed it down.
        severity: 'warning',
      },
    ]
  const { cases } = tryExpressions(model, new Map([[componentId, expression]]))
  const odd = cases.find(({ answers, isGuess }) => !isGuess && typeof answers.get(componentId) !== 'boolean')
  if (!odd) return []
  const example = describeCase(odd)
  return [
    tell(componentId, {
      zh: `显示条件 ${expression} ${example.zh}既不是真也不是假。`,
      en: `The condition ${expression} is neither true nor false ${example.en}.`,
    }),
  ]
}

const tell = (elementId: string, message: Sentence): Finding => ({ elementId, message })
