import { readFile } from 'node:fs/promises'
import { isAddressedTo } from '../../server/api/limits/note-escalation.ts'
import { namedLimits, parseBpmn, readProcessVocabulary } from '../../server/bpmn/index.ts'
import { dayOf } from '../../server/deadlines/office-day.ts'
import type { Escalation } from '../../server/registers/escalations.ts'
import { officeOfFile } from './procedure.ts'

/** The limits that tasks of a shipped procedure name and that no instance of this file, or of another house, let run out, as `task limit`. */
export async function limitsNotRunOut(processDefinitionId: string, of?: House): Promise<string[]> {
  const xml = await readFile(`workflows/${processDefinitionId}/${processDefinitionId}.bpmn`, 'utf8')
  const { userTasks } = readProcessVocabulary(await parseBpmn(xml)).processes[0]!
  const named = userTasks.flatMap(task => namedLimits(task).map(({ key }) => `${task.id} ${key}`))
  const house = of ?? (await officeOfFile()).app.house
  const ranOut = house.journal
    .entries({ limit: 100_000 })
    .filter(({ verb }) => verb === 'limit.overdue')
    .filter(({ subject }) => processOf(house, subject?.processInstanceKey) === processDefinitionId)
    .map(({ subject, payload }) => `${subject?.elementId} ${payload?.limit}`)
  return named.filter(limit => !ranOut.includes(limit)).sort()
}

/** What went up in instances of a procedure and is addressed to nobody who works here. */
export async function unheard(processDefinitionId: string): Promise<string[]> {
  const { house } = (await officeOfFile()).app
  const people = house.people.listPeople(dayOf(house.clock.now()))
  return escalationsOf(house, processDefinitionId)
    .filter(escalation => !people.some(person => isAddressedTo(house, person, escalation)))
    .map(wayOf)
}

/** To whom what went up in instances of a procedure, each way once: `task limit > role@org`; with its kind, what the diagram sent. */
export async function wentUp(processDefinitionId: string): Promise<string[]> {
  const { house } = (await officeOfFile()).app
  return [...new Set(escalationsOf(house, processDefinitionId).map(wayOf))].sort()
}

type House = Awaited<ReturnType<typeof officeOfFile>>['app']['house']

const escalationsOf = (house: House, processDefinitionId: string) =>
  house.escalations
    .list({ limit: 10_000 })
    .filter(({ processInstanceKey }) => processOf(house, processInstanceKey) === processDefinitionId)

const wayOf = ({ elementId, kind, parameterKey, toRole, toOrg }: Escalation) =>
  [elementId, kind ?? parameterKey, '>', toOrg === null ? toRole : `${toRole}@${toOrg}`].join(' ')

const processOf = ({ instances }: House, key = '') => instances.find(key)?.bpmnProcessId
