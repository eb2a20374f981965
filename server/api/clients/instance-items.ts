import type { EngineRecord, Key } from '../../engine/index.ts'
import type { House } from '../house.ts'

const TENANT = '<default>'

type Item = Record<string, unknown>

/** Every element an instance entered, in order: alive, completed or terminated. */
export async function elementInstances(house: House, processInstanceKey: Key): Promise<Item[]> {
  const items = new Map<Key, Item>()
  const instance = house.instances.find(processInstanceKey)!
  const nameOf = await namesIn(house, instance.processDefinitionKey)
  const open = house.incidents.ofInstance(processInstanceKey).filter(({ resolvedAt }) => resolvedAt === null)
  const failed = new Set(open.map(({ elementInstanceKey }) => elementInstanceKey))
  for (const { record, at } of recordsOf(house, processInstanceKey)) {
    if (record.valueType !== 'PROCESS_INSTANCE' || record.intent === 'SEQUENCE_FLOW_TAKEN') continue
    const { elementId, bpmnElementType } = record.value
    if (record.intent === 'ELEMENT_ACTIVATING')
      items.set(record.key, {
        elementInstanceKey: record.key,
        elementId,
        elementName: nameOf(elementId),
        type: bpmnElementType,
        state: 'ACTIVE',
        hasIncident: failed.has(record.key),
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

/** What the diagram calls its elements; a deleted definition has none any more, then the id stands for the name. */
async function namesIn({ diagrams }: House, processDefinitionKey: Key): Promise<(elementId: string) => string> {
  const known = diagrams.has(processDefinitionKey)
  return known ? (await diagrams.get(processDefinitionKey)).nameOf : elementId => elementId
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
  const { processDefinitionKey, bpmnProcessId } = house.instances.find(processInstanceKey)!
  for (const { record } of recordsOf(house, processInstanceKey)) {
    if (record.valueType !== 'JOB') continue
    const { intent, key, value } = record
    // Later records tell only what changed; an error nobody caught names no element.
    const created = items.get(key) ?? {
      jobKey: key,
      type: value.type,
      kind: value.jobKind ?? 'BPMN_ELEMENT',
      listenerEventType: value.listenerEventType ?? 'UNSPECIFIED',
      customHeaders: value.customHeaders ?? {},
      elementId: value.elementId,
      elementInstanceKey: value.elementInstanceKey,
      processDefinitionKey,
      processDefinitionId: bpmnProcessId,
      processInstanceKey,
      tenantId: TENANT,
    }
    items.set(key, {
      ...created,
      state: JOB_STATES[intent],
      worker: value.worker ?? created.worker ?? '',
      retries: value.retries,
      hasFailedWithRetriesLeft: intent === 'FAILED' && value.retries > 0,
      errorMessage: value.errorMessage ?? null,
      errorCode: value.errorCode ?? null,
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
