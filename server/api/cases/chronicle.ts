import type { JournaledEntry } from '../../../db/journal-reader.ts'
import type { Key } from '../../engine/index.ts'
import { describeEntry } from '../history.ts'
import { backstage, historyWords } from '../history-words.ts'
import type { House } from '../house.ts'
import type { Language } from '../language.ts'
import { CLOSE_REASONS, wordOf } from './case-choices.ts'
import { changeName } from './case-words.ts'

/** Entries told at once. */
const PAGE = 200

/** Of what is told: of a case all its procedures and its registers, or of some procedures alone. */
interface Told {
  caseNo?: string
  instances: readonly Key[]
}

/** Everything that was done there in order of time; refusals and the machine's own steps are not part of it. */
export async function chronicle(house: House, { caseNo = '', instances }: Told, after: number, language: Language) {
  const entries = house.journal.entriesOfCase(caseNo, instances, { after, limit: PAGE + 1 })
  const told = entries
    .slice(0, PAGE)
    .filter(({ kind, verb }) => kind !== 'refused' && kind !== 'access' && verb in historyWords && !backstage.has(verb))
  const items = await Promise.all(told.map(entry => itemOf(house, entry, new Set(instances), language)))
  const end = entries.length > PAGE ? entries[PAGE - 1]?.seq : undefined
  return { items, page: end === undefined ? {} : { endCursor: String(end) } }
}

async function itemOf(house: House, entry: JournaledEntry, instances: ReadonlySet<string>, language: Language) {
  const key = instanceOf(entry, instances)
  const instance = key === undefined ? undefined : house.instances.find(key)
  const diagram = instance && (await house.diagrams.get(instance.processDefinitionKey))
  const { seq, at, actor, sentence, happenedAt, late } = describeEntry(
    house,
    withNames(entry, language),
    diagram,
    language,
  )
  return {
    ...{ seq, at, sentence },
    actor: { id: actor.id, name: actor.name, kind: actor.kind },
    processInstanceKey: key ?? null,
    processName: instance ? (instance.processName ?? instance.bpmnProcessId) : null,
    ...(happenedAt !== undefined && { happenedAt }),
    ...(late && { late }),
  }
}

/** An entry with the words of the choices it holds. */
function withNames(entry: JournaledEntry, language: Language): JournaledEntry {
  const { change, closeReason } = entry.payload ?? {}
  const named = {
    ...(typeof change === 'string' && { changeName: changeName(change, language) }),
    ...(typeof closeReason === 'string' && { closeReasonName: wordOf(CLOSE_REASONS, closeReason, language) }),
  }
  return { ...entry, payload: { ...entry.payload, ...named } }
}

/** The instance of the case that an entry is about: named by the act, else by its records. */
function instanceOf({ subject, segments = [] }: JournaledEntry, instances: ReadonlySet<string>): string | undefined {
  const named = [subject?.processInstanceKey, ...segments.map(({ processInstanceKey }) => processInstanceKey)]
  return named.find(key => key !== undefined && instances.has(key))
}
