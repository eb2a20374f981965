import type { Key } from '../engine/index.ts'
import type { Person } from '../identity/person.ts'
import type { House } from './house.ts'
import type { RelatedJson } from './schemas/process-instance.ts'
import { maySeeInstance } from './visibility.ts'

/** How another instance has to do with one. */
export type Relation = 'caller' | 'started-from' | 'called' | 'started' | 'same-case'

/** Instances that have to do with one, as far as somebody may see them: who began it, what it began, what else runs in its case. */
export function relatedInstances(house: House, person: Person, key: Key): { key: Key; relation: Relation }[] {
  const { instances, origins } = house
  const parent = instances.find(key)?.parentProcessInstanceKey
  const from = origins.startedFrom(key)
  const caseNo = instances.caseOf(key)
  const found = new Map<Key, Relation>()
  const add = (keys: readonly Key[], relation: Relation) => {
    for (const each of keys) if (each !== key && !found.has(each)) found.set(each, relation)
  }
  if (parent != null) add([parent], 'caller')
  if (from !== undefined) add([from], 'started-from')
  add(origins.calledBy(key), 'called')
  add(origins.startedBy(key), 'started')
  if (caseNo !== undefined) add(instances.keysOfCase(caseNo), 'same-case')
  return [...found]
    .filter(([each]) => instances.find(each) !== undefined && maySeeInstance(house, person, each))
    .map(([each, relation]) => ({ key: each, relation }))
}

/** The same with what lists show of them. */
export function relatedJson(house: House, person: Person, key: Key): RelatedJson[] {
  return relatedInstances(house, person, key).map(({ key: processInstanceKey, relation }) => {
    const { processName, bpmnProcessId, state, caseNo } = house.instances.find(processInstanceKey)!
    return { processInstanceKey, relation, processName: processName ?? bpmnProcessId, state, caseNo }
  })
}
