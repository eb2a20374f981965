import type { ProcedureModel } from '../../model.ts'
import { called, namesIn } from '../../reading.ts'
import type { Finding, Rule } from '../../rule.ts'
import { possibleValues } from '../../values/possible-values.ts'

/** Whoever a task is given to by a variable, something writes that variable. */
export const somebodyNamed: Rule = {
  id: 'somebody-named',
  severity: 'error',
  title: { zh: '指定的人有处可得', en: 'Who is named was named somewhere' },
  doc: {
    why: '任务交给变量里的人，变量却从来只有空值：该由原审核人接着办的，谁都能领走；该有人办的，没有人能办。',
    mend: '在前一步写 doneBy=<变量>，让办理人的编号留下来；变量改了名字的，两处一起改。',
  },
  check: findNobody,
}

function findNobody(model: ProcedureModel): Finding[] {
  const domains = possibleValues(model)
  return model.words.userTasks.flatMap(task =>
    [task.assignee, task.candidateUsers]
      .flatMap(text => (text?.startsWith('=') ? [...namesIn(text)] : []))
      .filter(name => {
        const domain = domains.get(name)
        return domain !== undefined && domain.open === undefined && domain.values.every(value => value === null)
      })
      .map(name => ({
        elementId: task.id,
        message: {
          zh: `“${called(task)}”交给 ${name} 里的人，可是没有一步把人写进去。`,
          en: `“${called(task)}” is given to whoever is in ${name}, and no step puts anybody there.`,
        },
      })),
  )
}
