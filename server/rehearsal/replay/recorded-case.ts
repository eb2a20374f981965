import type { JournaledEntry } from '../../../db/journal-reader.ts'
import type { House } from '../../api/house.ts'
import type { EngineRecord, Instant, Key, Variables } from '../../engine/index.ts'

/** Something an instance was given from outside, at the time it came. */
export type RecordedInput = { at: Instant; seq: number } & (
  | { kind: 'task'; elementId: string; action?: string; variables: Variables }
  | { kind: 'message'; elementId: string; name: string; correlationKey: string; variables: Variables }
)

/** What a worker answered once. */
export interface RecordedAnswer {
  errorCode?: string
  variables: Variables
}

/** What is known of a finished case: everything it was given, and nothing that it made of it. */
export interface RecordedCase {
  instance: Key
  caseNo: string | null
  startedAt: Instant
  /** Where it began: the start event. */
  startEventId: string
  variables: Variables
  inputs: RecordedInput[]
  /** Answers of workers by element, in order. */
  answers: Map<string, RecordedAnswer[]>
  /** Somebody moved it by hand, changed its variables or took it over to another version: it cannot be told again. */
  isByHand: boolean
}

/** Reads a finished instance out of its entries. */
export function readCase({ journal, instances }: House, instance: Key): RecordedCase {
  const summary = instances.find(instance)!
  const read: RecordedCase = {
    ...{ instance, caseNo: summary.caseNo, startedAt: summary.startedAt, startEventId: '' },
    ...{ variables: {}, inputs: [], answers: new Map(), isByHand: false },
  }
  const place: Place = { entry: undefined, hasBegun: false }
  for (const entry of journal.entriesOf(instance)) readEntry(read, entry, place)
  return read
}

/** Where the reading is. */
interface Place {
  entry: JournaledEntry | undefined
  /** What came with a message is told after it. */
  message?: Extract<RecordedInput, { kind: 'message' }> | undefined
  /** Something beyond the start event was reached. */
  hasBegun: boolean
}

function readEntry(read: RecordedCase, entry: JournaledEntry, place: Place): void {
  Object.assign(place, { entry, message: undefined })
  for (const segment of entry.segments ?? []) {
    if (segment.processInstanceKey !== read.instance) continue
    for (const record of segment.records) readRecord(read, record, place)
  }
}

function readRecord(read: RecordedCase, record: EngineRecord, place: Place): void {
  readStart(read, record, place)
  const { at = 0, seq = 0 } = place.entry ?? {}
  const { valueType, intent, value } = record
  if (valueType === 'USER_TASK' && intent === 'COMPLETED') {
    const { elementId, action, variables = {} } = value
    read.inputs.push({ kind: 'task', at, seq, elementId, variables, ...(isButton(action) && { action }) })
  }
  if (valueType === 'JOB' && (intent === 'COMPLETED' || intent === 'ERROR_THROWN')) readAnswer(read, record)
  if (valueType === 'MESSAGE_SUBSCRIPTION' && intent === 'CORRELATED') {
    const { elementId, messageName: name, correlationKey } = value
    place.message = { kind: 'message', at, seq, elementId, name, correlationKey, variables: {} }
    read.inputs.push(place.message)
  }
  if (valueType === 'PROCESS_EVENT' && place.message && value.targetElementId === place.message.elementId)
    Object.assign(place.message.variables, value.variables)
  if (isByHand(record)) read.isByHand = true
}

/** What it began with: the variables that are there before anything but the start event is reached. */
function readStart(read: RecordedCase, { valueType, intent, value, key }: EngineRecord, place: Place): void {
  if (place.hasBegun) return
  if (valueType === 'VARIABLE' && intent === 'CREATED' && value.scopeKey === read.instance)
    read.variables[value.name] = value.value
  if (valueType !== 'PROCESS_INSTANCE' || intent !== 'ELEMENT_ACTIVATING' || key === read.instance) return
  if (value.bpmnElementType === 'START_EVENT' && read.startEventId === '') read.startEventId = value.elementId
  else place.hasBegun = true
}

function readAnswer({ answers }: RecordedCase, { value, intent }: EngineRecord<'JOB'>): void {
  const { elementId, variables = {}, errorCode } = value
  const answer = { variables, ...(intent === 'ERROR_THROWN' && errorCode !== undefined && { errorCode }) }
  answers.set(elementId, [...(answers.get(elementId) ?? []), answer])
}

/** What the engine says when nobody pressed anything. */
const isButton = (action: string | undefined): action is string => action !== undefined && action !== 'complete'

const BY_HAND: ReadonlySet<string> = new Set([
  'PROCESS_INSTANCE_MODIFICATION',
  'PROCESS_INSTANCE_MIGRATION',
  'VARIABLE_DOCUMENT',
])

const isByHand = ({ valueType }: EngineRecord): boolean => BY_HAND.has(valueType)
