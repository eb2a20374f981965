import type { JournaledEntry } from '../../../db/journal-reader.ts'
import type { House } from '../../api/house.ts'
import type { EngineRecord, Instant, Key, Variables } from '../../engine/index.ts'
import { CalledScopes } from './called-scopes.ts'
import type { Place } from './place.ts'

/** Something an instance was given from outside, at the time it came. */
export type RecordedInput = { at: Instant; seq: number } & (
  | { kind: 'task'; place: Place; action?: string; variables: Variables }
  | { kind: 'message'; place: Place; name: string; correlationKey: string; variables: Variables }
)

/** What a worker answered once. */
export interface RecordedAnswer {
  errorCode?: string
  variables: Variables
}

/** What is known of a finished case and of what it called: everything they were given, and nothing that they made of it. */
export interface RecordedCase {
  instance: Key
  caseNo: string | null
  startedAt: Instant
  /** Where it began: the start event. */
  startEventId: string
  variables: Variables
  inputs: RecordedInput[]
  /** Answers of workers by place, in order. */
  answers: Map<Place, RecordedAnswer[]>
  /** Somebody moved it, or what it called, by hand, changed its variables or took it over to another version: it cannot be told again. */
  isByHand: boolean
}

/** Reads a finished instance and those it called out of their entries. */
export function readCase(house: House, instance: Key): RecordedCase {
  const summary = house.instances.find(instance)!
  const read: RecordedCase = {
    ...{ instance, caseNo: summary.caseNo, startedAt: summary.startedAt, startEventId: '' },
    ...{ variables: {}, inputs: [], answers: new Map(), isByHand: false },
  }
  readInstance(house, read, new CalledScopes(instance), instance)
  return read
}

/** Reads one of the instances of a case, and then what it called. */
function readInstance(house: House, read: RecordedCase, scopes: CalledScopes, instance: Key): void {
  const reading: Reading = { scope: '', entry: undefined, hasBegun: false }
  for (const entry of house.journal.entriesOf(instance)) {
    Object.assign(reading, { entry, message: undefined })
    for (const segment of entry.segments ?? []) {
      if (segment.processInstanceKey !== instance) continue
      scopes.note(segment)
      reading.scope = scopes.scopeOf(instance) ?? ''
      for (const record of segment.records) readRecord(read, record, reading)
    }
  }
  for (const called of house.origins.calledBy(instance)) readInstance(house, read, scopes, called)
}

/** Where the reading is. */
interface Reading {
  /** What places of the instance begin with. */
  scope: string
  entry: JournaledEntry | undefined
  /** What came with a message is told after it. */
  message?: Extract<RecordedInput, { kind: 'message' }> | undefined
  /** Something beyond the start event was reached. */
  hasBegun: boolean
}

function readRecord(read: RecordedCase, record: EngineRecord, reading: Reading): void {
  const { scope } = reading
  if (scope === '') readStart(read, record, reading)
  const { at = 0, seq = 0 } = reading.entry ?? {}
  const { valueType, intent, value } = record
  if (valueType === 'USER_TASK' && intent === 'COMPLETED') {
    const { elementId, action, variables = {} } = value
    const place = `${scope}${elementId}`
    read.inputs.push({ kind: 'task', at, seq, place, variables, ...(isButton(action) && { action }) })
  }
  if (valueType === 'JOB' && (intent === 'COMPLETED' || intent === 'ERROR_THROWN')) readAnswer(read, record, scope)
  if (valueType === 'MESSAGE_SUBSCRIPTION' && intent === 'CORRELATED') {
    const { elementId, messageName: name, correlationKey } = value
    reading.message = { kind: 'message', at, seq, place: `${scope}${elementId}`, name, correlationKey, variables: {} }
    read.inputs.push(reading.message)
  }
  if (valueType === 'PROCESS_EVENT' && reading.message?.place === `${scope}${value.targetElementId}`)
    Object.assign(reading.message.variables, value.variables)
  if (isByHand(record)) read.isByHand = true
}

/** What it began with: the variables that are there before anything but the start event is reached. */
function readStart(read: RecordedCase, { valueType, intent, value, key }: EngineRecord, reading: Reading): void {
  if (reading.hasBegun) return
  if (valueType === 'VARIABLE' && intent === 'CREATED' && value.scopeKey === read.instance)
    read.variables[value.name] = value.value
  if (valueType !== 'PROCESS_INSTANCE' || intent !== 'ELEMENT_ACTIVATING' || key === read.instance) return
  if (value.bpmnElementType === 'START_EVENT' && read.startEventId === '') read.startEventId = value.elementId
  else reading.hasBegun = true
}

function readAnswer({ answers }: RecordedCase, { value, intent }: EngineRecord<'JOB'>, scope: string): void {
  const { elementId, variables = {}, errorCode } = value
  const answer = { variables, ...(intent === 'ERROR_THROWN' && errorCode !== undefined && { errorCode }) }
  const place = `${scope}${elementId}`
  answers.set(place, [...(answers.get(place) ?? []), answer])
}

/** What the engine says when nobody pressed anything. */
const isButton = (action: string | undefined): action is string => action !== undefined && action !== 'complete'

const BY_HAND: ReadonlySet<string> = new Set([
  'PROCESS_INSTANCE_MODIFICATION',
  'PROCESS_INSTANCE_MIGRATION',
  'VARIABLE_DOCUMENT',
])

const isByHand = ({ valueType }: EngineRecord): boolean => BY_HAND.has(valueType)
