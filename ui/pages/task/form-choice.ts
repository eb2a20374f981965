import type { JsonObject } from '../../../server/forms/index.ts'
import type { TaskDetail } from '../../api-types.ts'
import type { Choice } from './task-next.ts'

/** The answer in the form that decides what comes next, if one does: a field the next steps name. */
export function choiceIn(task: TaskDetail, values: JsonObject): Choice | undefined {
  const fields = new Set(task.next.flatMap(step => (step.action ? [step.action.field] : [])))
  const field = [...fields].find(name => values[name] !== undefined && values[name] !== null)
  if (!field) return undefined
  const value = values[field]
  return { field, value, label: labelIn(task, field, value) }
}

function labelIn(task: TaskDetail, field: string, value: unknown): string {
  const component = task.form?.components.find(each => 'key' in each && each.key === field)
  const options = component && 'values' in component ? component.values : undefined
  return options?.find(option => option.value === value)?.label ?? String(value)
}
