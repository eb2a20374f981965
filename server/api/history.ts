import type { EngineRecord, Key } from '../engine/index.ts'
import type { Entry } from '../journal/act.ts'
import type { Diagram } from './diagrams.ts'
import { actorWords, backstage, historyWords, takeBackWords } from './history-words.ts'
import type { House } from './house.ts'
import { fill, type Language } from './language.ts'
import type { HistoryItemJson } from './schemas/user-task.ts'
import { twoTimesOf } from './two-times.ts'

/** What was done in an instance, oldest first, as sentences; refusals and the machine's own steps are not part of it. */
export async function caseHistory(house: House, instance: Key, language: Language): Promise<HistoryItemJson[]> {
  const found = house.instances.find(instance)
  if (!found) return []
  const diagram = await house.diagrams.get(found.processDefinitionKey)
  return [...house.journal.entriesOf(instance), ...entriesOnCase(house, found.caseNo)]
    .sort((a, b) => a.seq - b.seq)
    .filter(({ kind, verb }) => kind !== 'refused' && verb in historyWords && !backstage.has(verb))
    .map(entry => ({ ...describeEntry(house, entry, diagram, language), verb: entry.verb }))
}

/** That the case as a whole stood still and went on, which is in none of its instances. */
function entriesOnCase({ suspensions, journal }: House, caseNo: string | null): Entry[] {
  if (caseNo === null || suspensions.ofCase(caseNo).length === 0) return []
  return journal.entriesOfCase(caseNo, []).filter(({ verb }) => verb === 'case.suspend' || verb === 'case.resume')
}

/** One entry as a sentence, with who, when, at which element and by which button. */
export function describeEntry(
  house: House,
  entry: Entry,
  diagram: Diagram | undefined,
  language: Language,
): Omit<HistoryItemJson, 'verb'> {
  const { seq, at, actor, verb, subject, payload } = entry
  const touched = verb.startsWith('message.') || subject?.elementId === undefined ? touchedElement(entry) : undefined
  const elementId = subject?.elementId ?? touched?.elementId
  const elementName = elementId === undefined ? undefined : (diagram?.nameOf(elementId) ?? elementId)
  const action = diagram && elementId !== undefined ? actionIn(entry, diagram, elementId) : undefined
  const assignee = typeof payload?.assignee === 'string' ? house.people.nameOf(payload.assignee) : undefined
  const params = {
    ...payload,
    ...partnersIn(house, entry, language),
    assignee,
    element: elementName,
    action: action?.label,
  }
  const { zh, en } = actorWords[actor.kind]!
  const told = actor.signer ? 'user-task.cosign' : verb
  return {
    seq,
    at: new Date(at).toISOString(),
    actor: {
      id: actor.id,
      name: house.people.nameOf(actor.id) ?? (language === 'zh' ? zh : en),
      kind: actor.kind,
      ...(actor.role !== undefined && { role: actor.role }),
      ...(actor.org !== undefined && { org: actor.org }),
    },
    ...twoTimesOf(entry),
    sentence: sentenceOf(
      action ? `${told}.action` : ((verb.startsWith('message.') ? touched?.verb : undefined) ?? told),
      params,
      language,
    ),
    ...(elementId !== undefined && elementName !== undefined && { elementId, elementName }),
    ...(action && { action: action.action, actionLabel: action.label }),
  }
}

/** Where a message arrived, a job was done or a timer fired: the act names the message, the job or the timer, its records the element. */
function touchedElement({ segments = [] }: Entry): { elementId: string; verb?: string } | undefined {
  for (const { records } of segments) {
    for (const record of records) {
      const found = elementTouchedBy(record)
      if (found) return found
    }
  }
  return undefined
}

function elementTouchedBy({
  valueType,
  intent,
  value,
}: EngineRecord): { elementId: string; verb?: string } | undefined {
  if (valueType === 'MESSAGE_SUBSCRIPTION' && intent === 'CORRELATED')
    return { elementId: value.elementId, verb: 'message.receive' }
  if (valueType === 'TIMER' && intent === 'TRIGGERED') return { elementId: value.targetElementId }
  return valueType === 'JOB' && intent !== 'CREATED' && intent !== 'CANCELED'
    ? { elementId: value.elementId }
    : undefined
}

/** The others an act names: who signed first, from whom a task was taken, and why. */
function partnersIn({ people }: House, { actor, payload }: Entry, language: Language): Record<string, string> {
  const name = (id: unknown) => (typeof id === 'string' ? (people.nameOf(id) ?? id) : undefined)
  const signer = name(actor.signer?.id)
  const from = name(payload?.from)
  const person = name(payload?.person)
  const why = typeof payload?.why === 'string' ? takeBackWords[payload.why]?.[language] : undefined
  return { ...(signer && { signer }), ...(from && { from }), ...(person && { person }), ...(why && { why }) }
}

/** The button of a completion: the result field stands in the payload. */
function actionIn({ verb, payload = {} }: Entry, diagram: Diagram, elementId: string) {
  if (verb !== 'user-task.complete') return undefined
  const actions = diagram.taskWords(elementId)?.actions ?? []
  return actions.find(({ field, value }) => payload[field] === value)
}

function sentenceOf(id: string, params: Record<string, unknown>, language: Language): string {
  const template = historyWords[id]?.[language]
  return template === undefined ? id : fill(template, params, language)
}
