import { officeDate } from '../clock/office-date.ts'
import type { Key, Variables } from '../engine/index.ts'
import type { Component, Form } from '../forms/index.ts'
import type { Entry } from '../journal/act.ts'
import { tellInstance, type UserTask } from '../projections/index.ts'
import { eligibleOfficers } from './eligible-officers.ts'
import { formLists } from './form-lists.ts'
import type { House } from './house.ts'
import { masterLists } from './master-lists.ts'

/** The variables a task sees, those of its own scope and of all around it, the inner ones first; of one that is over, what it saw. */
export function taskVariables({ engine, journal }: House, task: UserTask): Variables {
  const now = engine.visibleVariables(task.processInstanceKey, task.elementInstanceKey)
  if (now) return now
  const entries = journal.entriesOf(task.processInstanceKey)
  const scopes = scopesAround(task, entries)
  const { variables } = tellInstance(task.processInstanceKey, entries)
  const outermostFirst = [...scopes].reverse().map(scope => variables.filter(({ scopeKey }) => scopeKey === scope))
  return Object.fromEntries(outermostFirst.flat().map(({ name, value }) => [name, value]))
}

/** Keys of the task's element instance, of what it lies in, and so on up to the process instance. */
function scopesAround({ elementInstanceKey, processInstanceKey }: UserTask, entries: readonly Entry[]): Key[] {
  const outer = new Map<Key, Key>()
  for (const { records } of entries.flatMap(({ segments = [] }) => segments)) {
    for (const { valueType, key, value } of records)
      if (valueType === 'PROCESS_INSTANCE' && value.flowScopeKey) outer.set(key, value.flowScopeKey)
  }
  const scopes = [elementInstanceKey]
  for (let next = outer.get(elementInstanceKey); next && !scopes.includes(next); next = outer.get(next))
    scopes.push(next)
  return scopes.includes(processInstanceKey) ? scopes : [...scopes, processInstanceKey]
}

/** The form of a task, its lists of people filled in; undefined for a task that is only decided. */
export function taskForm(house: House, task: UserTask, known: Variables): Form | undefined {
  const form = task.formKey === null ? undefined : house.diagrams.form(task.formKey)
  return form && withLists(house, form, String(known.orgCode ?? ''), undefined, known)
}

/** The same as its page offers it: of the officers only those who could be named. */
export function offeredForm(house: House, task: UserTask, known: Variables): Form | undefined {
  const form = task.formKey === null ? undefined : house.diagrams.form(task.formKey)
  const entity = String(known.orgCode ?? '')
  const eligible: Listed = (_, body) => eligibleOfficers(house, body, body === entity ? task.caseNo : null)
  return form && withLists(house, form, entity, eligible, known)
}

/** People of an office of a body, as options. */
type Listed = (role: string, body: string) => { label: string; value: string }[]

/** Lists a form may take its options from by `valuesKey`, and the role whose holders they name; of the street, if nothing else. */
const LISTS: Readonly<Record<string, { role: string; body?: string }>> = {
  officers: { role: 'street-officer' },
  /** Of the street that a transfer goes to, as its officers stand when the form is opened. */
  receivingOfficers: { role: 'street-officer', body: 'toOrg' },
}

/** A form whose `valuesKey` lists hold the people of a street (the entity, for example `LDJ`). */
export function withLists(
  house: House,
  form: Form,
  entity: string,
  listed: Listed = (role, body) => peopleOf(house, body, role),
  known: Variables = {},
): Form {
  const filled = (component: Component): Component => {
    if ('components' in component) return { ...component, components: component.components.map(filled) }
    if (!('valuesKey' in component) || component.valuesKey === undefined) return component
    const { valuesKey: list, ...unlisted } = component
    const common = masterLists[list]
    if (common) return { ...unlisted, values: common(house) }
    const own = formLists[list]
    if (own) return { ...unlisted, values: own(house, { entity, known }) }
    const found = LISTS[list]
    if (!found) return component
    return { ...unlisted, values: listed(found.role, found.body ? String(known[found.body] ?? '') : entity) }
  }
  return { ...form, components: form.components.map(filled) }
}

function peopleOf({ people, clock }: House, entity: string, role: string) {
  const holders = people.listPeople(officeDate(clock.now()), { role })
  const isHere = (org: string) => people.findOrganisation(org)?.entity === entity
  return holders
    .filter(({ appointments }) => appointments.some(held => held.role === role && isHere(held.org)))
    .map(({ personId, name }) => ({ label: name, value: personId }))
}
