import type { RequestWords } from '../../bpmn/index.ts'
import type { Person } from '../../identity/person.ts'
import type { InstanceSummary } from '../../projections/index.ts'
import type { House } from '../house.ts'
import { isTaskOf } from '../visibility.ts'

/** Whether a request is this person's to make: a handler's, of whoever may work a task, or of an office at the instance's body. */
export function mayAsk(
  house: House,
  person: Person,
  { instance, words: { by } }: { instance: InstanceSummary; words: RequestWords },
): boolean {
  if (by.kind === 'roles') return by.roles.some(role => holdsOffice(house, person, instance, role))
  if (by.kind === 'handlers') return handlersOf(house, instance).includes(person.personId)
  const tasks = house.tasks.openOf(instance.processInstanceKey).filter(({ elementId }) => elementId === by.elementId)
  return tasks.some(task => (task.assignee === null ? isTaskOf(person, task) : task.assignee === person.personId))
}

/** `<role>` at the body the instance belongs to or below it, or `<role>@<organisation>` just there. */
export function holdsOffice(
  house: House,
  { appointments }: Pick<Person, 'appointments'>,
  instance: InstanceSummary,
  office: string,
): boolean {
  const [role, org] = office.split('@')
  const body = org === undefined ? bodyOf(house, instance) : undefined
  return appointments.some(
    held => held.role === role && (org === undefined ? isWithin(house, held.org, body) : held.org === org),
  )
}

/** No tree of organisations is deeper; a circle in a register must not hold up anybody. */
const DEEPEST = 16

function isWithin({ people }: House, org: string, body: string | undefined): boolean {
  let at: string | null = org
  for (let depth = 0; at !== null && depth < DEEPEST; depth++) {
    if (at === body) return true
    at = people.findOrganisation(at)?.parent ?? null
  }
  return false
}

const bodyOf = (house: House, instance: InstanceSummary) => variableOf(house, instance, 'orgCode') as string | undefined

function handlersOf(house: House, instance: InstanceSummary): unknown[] {
  const handlers = variableOf(house, instance, 'handlerIds')
  return Array.isArray(handlers) ? handlers : []
}

function variableOf({ engine }: House, { processInstanceKey }: InstanceSummary, name: string): unknown {
  return engine.visibleVariables(processInstanceKey, processInstanceKey)?.[name]
}
