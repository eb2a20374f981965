import type { ProcedureModel } from '../../model.ts'
import { called } from '../../reading.ts'
import type { Finding, Rule } from '../../rule.ts'
import { namesReadBy } from '../../values/names-read.ts'
import { possibleValues } from '../../values/possible-values.ts'

/** What a step passes on was filled in by somebody: a first value of nothing is not enough. */
export const neverFilled: Rule = {
  id: 'never-filled',
  severity: 'warning',
  title: { zh: '用到的变量有人填', en: 'What is used is filled in by somebody' },
  doc: {
    why: '变量只在第一步设了空值，以后没有表单、按钮、doneBy 或者系统任务填它：登记簿里、文书上那一格永远是空的。',
    mend: '补上填它的一步（表单字段、doneBy、输出映射）；确实不用了的，把读它的地方也去掉。',
  },
  check: findEmpty,
}

function findEmpty(model: ProcedureModel): Finding[] {
  const domains = possibleValues(model)
  const empty = new Set(
    [...domains].flatMap(([name, { values, open }]) =>
      open === undefined && values.length > 0 && values.every(value => value === null) ? [name] : [],
    ),
  )
  if (empty.size === 0) return []
  return model.nodes.flatMap(node =>
    [...new Set(namesReadBy(node))]
      .filter(name => empty.has(name))
      .map(name => ({
        elementId: node.id,
        message: {
          zh: `“${called(node)}”用到的 ${name} 从来没有人填。`,
          en: `Nobody ever fills in ${name}, which “${called(node)}” uses.`,
        },
      })),
  )
}
