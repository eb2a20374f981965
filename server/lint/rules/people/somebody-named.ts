import type { UserTaskWords } from '../../../bpmn/index.ts'
import type { ProcedureModel } from '../../model.ts'
import { called, feelOf, namesIn } from '../../reading.ts'
import type { Finding, Rule } from '../../rule.ts'
import { possibleValues } from '../../values/possible-values.ts'
import { type Writer, writersOf } from '../../values/writers.ts'
import { beginningsOf, shortestWay, stepsAfter } from '../../ways/steps.ts'

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
  return model.words.userTasks.flatMap(task => [
    ...namesIn(feelOf(task.candidateUsers) ?? '')
      .filter(name => isAlwaysEmpty(model, name))
      .map(name => neverNamed(task, name)),
    ...namesIn(feelOf(task.assignee) ?? '').flatMap(name => findUnnamed(model, task, name)),
  ])
}

/** Something writes it, and never anything but nothing. */
function isAlwaysEmpty(model: ProcedureModel, name: string): boolean {
  const domain = possibleValues(model).get(name)
  return domain !== undefined && domain.open === undefined && domain.values.every(value => value === null)
}

/** A way from a start to the task on which nobody is written into the variable. What nothing here writes came with the start. */
function findUnnamed(model: ProcedureModel, task: UserTaskWords, name: string): Finding[] {
  const writers = writersOf(model).filter(({ variable }) => variable === name)
  if (writers.length === 0) return []
  const naming = new Set(writers.filter(writer => !isNothing(writer)).map(({ elementId }) => elementId))
  const way = shortestWay(
    beginningsOf(model.graph),
    ({ id }) => id === task.id,
    node => (naming.has(node.id) ? [] : stepsAfter(model.graph, node)),
  )
  return way ? [{ ...neverNamed(task, name), way: way.map(({ id }) => id) }] : []
}

const isNothing = ({ values, expression, open }: Writer) =>
  open === undefined &&
  (expression === undefined ? values.every(value => value === null) : expression.trim() === 'null')

const neverNamed = (task: UserTaskWords, name: string): Finding => ({
  elementId: task.id,
  message: {
    zh: `“${called(task)}”交给 ${name} 里的人，可是走到这里还没有一步把人写进去。`,
    en: `“${called(task)}” is given to whoever is in ${name}, and no step before it puts anybody there.`,
  },
})
