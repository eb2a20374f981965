import type { BpmnElementType, ElementValue, EngineRecord, Instant, Json, Key } from '../engine/protocol/records.ts'
import type { Entry } from '../journal/act.ts'

/** How often and how long an element was passed. Instants and durations in ms. */
export interface ElementVisits {
  elementId: string
  type: BpmnElementType
  /** Whether somebody is there now, or was. */
  state: 'went' | 'now'
  /** How often it was entered. */
  count: number
  /** Time spent there in visits that have ended. */
  dwellMs: number
  /** Since when the oldest present visit lasts. */
  openSince?: Instant
}

export interface VariableState {
  name: string
  value: Json
  scopeKey: Key
  updatedAt: Instant
  updatedBySeq: number
}

/** What became of one instance, told from its entries. */
export interface InstanceStory {
  /** In the order of their first visit. */
  elements: ElementVisits[]
  /** Ids of the sequence flows that were taken. */
  flows: string[]
  /** Last value of every variable, by scope and name. */
  variables: VariableState[]
}

type VisitRecord = EngineRecord<'PROCESS_INSTANCE'>

/**
 * Reads path, dwell times and variables of an instance out of its entries (all of them, oldest first). Nothing of this
 * is kept in tables: a completion would pay three pages for what is looked at now and then.
 */
export function tellInstance(processInstanceKey: Key, entries: Iterable<Entry>): InstanceStory {
  const elements = new Map<string, ElementVisits>()
  const flows = new Set<string>()
  const variables = new Map<string, VariableState>()
  const open = new Map<Key, { visits: ElementVisits; since: Instant }>()

  for (const { at, seq, segments = [] } of entries) {
    for (const segment of segments) {
      if (segment.processInstanceKey !== processInstanceKey) continue
      for (const record of segment.records) {
        if (record.valueType === 'VARIABLE' && record.intent !== 'MIGRATED') {
          const { name, value, scopeKey } = record.value
          variables.set(`${scopeKey} ${name}`, { name, value, scopeKey, updatedAt: at, updatedBySeq: seq })
        }
        if (record.valueType !== 'PROCESS_INSTANCE' || record.key === processInstanceKey) continue
        if (record.intent === 'SEQUENCE_FLOW_TAKEN') flows.add(record.value.elementId)
        else visit(record, at)
      }
    }
  }
  for (const { visits, since } of open.values()) {
    visits.state = 'now'
    visits.openSince = Math.min(visits.openSince ?? since, since)
  }
  return { elements: [...elements.values()], flows: [...flows], variables: [...variables.values()] }

  function visit({ intent, key, value }: VisitRecord, at: Instant): void {
    // What is migrated leaves one element and enters another.
    const isMoved = intent === 'ELEMENT_MIGRATED' && open.get(key)?.visits.elementId !== value.elementId
    if (isMoved || intent === 'ELEMENT_COMPLETED' || intent === 'ELEMENT_TERMINATED') leave(key, at)
    if (!isMoved && intent !== 'ELEMENT_ACTIVATING') return
    const visits = visitsOf(value)
    visits.count++
    open.set(key, { visits, since: at })
  }

  function leave(key: Key, at: Instant): void {
    const visited = open.get(key)
    if (visited) visited.visits.dwellMs += at - visited.since
    open.delete(key)
  }

  function visitsOf({ elementId, bpmnElementType }: ElementValue): ElementVisits {
    let visits = elements.get(elementId)
    if (!visits) {
      visits = { elementId, type: bpmnElementType, state: 'went', count: 0, dwellMs: 0 }
      elements.set(elementId, visits)
    }
    return visits
  }
}
