import type { ProcedureModel } from '../../model.ts'
import { called, namesIn } from '../../reading.ts'
import type { Finding, Rule } from '../../rule.ts'
import { expressionsIn, namesReadBy, textsIn } from '../../values/names-read.ts'

/** What people choose by a button is asked somewhere. */
export const choiceMatters: Rule = {
  id: 'choice-matters',
  severity: 'warning',
  title: { zh: '按钮选了有用', en: 'It matters which button is chosen' },
  doc: {
    why: '同意和不同意走同一条路，登记簿也不记：办理人以为自己在作决定，其实按哪个都一样。',
    mend: '在任务后面的分支网关上按这个字段写条件；不需要选的，只留一个按钮。',
  },
  check: findIdle,
}

function findIdle(model: ProcedureModel): Finding[] {
  const asked = new Set([
    ...model.nodes.flatMap(namesReadBy),
    ...[...model.forms.values()].flatMap(({ form }) =>
      textsIn(form.components).flatMap(expressionsIn).flatMap(namesIn),
    ),
  ])
  const isInTable = (field: string) => model.tableTexts.some(text => new RegExp(`\\b${field}\\b`).test(text))
  return model.words.userTasks.flatMap(task => {
    const fields = [...new Set(task.actions.map(({ field }) => field))]
    return fields
      .filter(
        field =>
          task.actions.filter(action => action.field === field).length > 1 && !asked.has(field) && !isInTable(field),
      )
      .map(field => ({
        elementId: task.id,
        message: {
          zh: `“${called(task)}”的按钮写 ${field}，可是没有一处看它，选哪个都一样。`,
          en: `The buttons of “${called(task)}” set ${field}, which nothing asks: it does not matter which is chosen.`,
        },
      }))
  })
}
