import type { EngineRecord, Key } from '../../engine/index.ts'
import type { House } from '../house.ts'

const TENANT = '<default>'

type Item = Record<string, unknown>

/** Every element an instance entered, in order: alive, completed or terminated. */
export function elementInstances(house: House, processInstanceKey: Key): Item[] {
  const items = new Map<Key, Item>()
  const instance = house.instances.find(processInstanceKey)!
  for (const { record, at } of recordsOf(house, processInstanceKey)) {
    if (record.valueType !== 'PROCESS_INSTANCE' || record.intent === 'SEQUENCE_FLOW_TAKEN') continue
    const { elementId, bpmnElementType } = record.value
    if (record.intent === 'ELEMENT_ACTIVATING')
      items.set(record.key, {
        elementInstanceKey: record.key,
        elementId,
        type: bpmnElementType,
        state: 'ACTIVE',
        startDate: at,
        endDate: null,
        processInstanceKey,
        processDefinitionKey: instance.processDefinitionKey,
        processDefinitionId: instance.bpmnProcessId,
        tenantId: TENANT,
      })
    const state = { ELEMENT_COMPLETED: 'COMPLETED', ELEMENT_TERMINATED: 'TERMINATED' }[record.intent as string]
    const item = items.get(record.key)
    if (state && item) Object.assign(item, { state, endDate: at })
  }
  return [...items.values()]
}

/** The last value of every variable, as JSON text. */
export function variables(house: House, processInstanceKey: Key): Item[] {
  const items = new Map<string, Item>()
  for (const { record } of recordsOf(house, processInstanceKey)) {
    if (record.valueType !== 'VARIABLE') continue
    const { name, scopeKey, value } = record.value
    const text = JSON.stringify(value)
    const id = `${scopeKey} ${name}`
    const shown = { name, value: text, isTruncated: false, scopeKey, processInstanceKey, tenantId: TENANT }
    items.set(id, { variableKey: record.key, ...items.get(id), ...shown })
  }
  return [...items.values()]
}

const JOB_STATES: Readonly<Record<EngineRecord<'JOB'>['intent'], string>> = {
  CREATED: 'CREATED',
  COMPLETED: 'COMPLETED',
  TIMED_OUT: 'TIMED_OUT',
  FAILED: 'FAILED',
  RECURRED_AFTER_BACKOFF: 'CREATED',
  RETRIES_UPDATED: 'RETRIES_UPDATED',
  TIMEOUT_UPDATED: 'CREATED',
  CANCELED: 'CANCELED',
  ERROR_THROWN: 'ERROR_THROWN',
  MIGRATED: 'MIGRATED',
}

/** Every job an instance had, and what came of it. */
export function jobs(house: House, processInstanceKey: Key): Item[] {
  const items = new Map<Key, Item>()
  for (const { record } of recordsOf(house, processInstanceKey)) {
    if (record.valueType !== 'JOB') continue
    const { type, elementInstanceKey, retries, errorMessage, errorCode, jobKind, listenerEventType } = record.value
    const elementId = record.intent === 'CREATED' ? record.value.elementId : items.get(record.key)?.elementId
    items.set(record.key, {
      jobKey: record.key,
      type,
      state: JOB_STATES[record.intent],
      kind: jobKind ?? items.get(record.key)?.kind ?? 'BPMN_ELEMENT',
      listenerEventType: listenerEventType ?? items.get(record.key)?.listenerEventType ?? 'UNSPECIFIED',
      elementId,
      elementInstanceKey,
      retries,
      errorMessage: errorMessage ?? null,
      errorCode: errorCode ?? null,
      processInstanceKey,
      tenantId: TENANT,
    })
  }
  return [...items.values()]
}

function* recordsOf({ journal }: House, processInstanceKey: Key): Iterable<{ record: EngineRecord; at: string }> {
  for (const { at, segments = [] } of journal.entriesOf(processInstanceKey))
    for (const segment of segments)
      if (segment.processInstanceKey === processInstanceKey)
        for (const record of segment.records) yield { record, at: new Date(at).toISOString() }
}
