import type { Json } from '../../../server/engine/index.ts'
import { pruned } from './recorded-form.ts'
import type { Final, Rejection, Trace, TraceRecord, TraceStep } from './scenario.ts'

export type Level = 'final' | 'key' | 'exact'
export const LEVELS: readonly Level[] = ['final', 'key', 'exact']

/** Zeebe's inner bookkeeping, which our engine does not have. */
const INNER = new Set(['PROCESS_EVENT', 'PROCESS_MESSAGE_SUBSCRIPTION', 'MESSAGE_SUBSCRIPTION'])
/** `#12` in a recording; 16 digits, partition 1, on our engine. */
const KEY = /#\d+|\b22517998\d{8}\b/g

/** What differs between a recording and our run, as lines to read; empty if nothing does. */
export function differences(recorded: Trace, ours: Trace, level: Level): string[] {
  const found = [...rejections(recorded.steps, ours.steps, level), ...finals(recorded.final, ours.final)]
  if (level === 'final') return found
  const [expected, actual] = [outer(recorded), outer(ours)]
  return [...found, ...(level === 'key' ? perKey(expected, actual) : inOrder(expected, actual))]
}

function rejections(recorded: TraceStep[], ours: TraceStep[], level: Level): string[] {
  return recorded.flatMap((step, index) => {
    const [expected, actual] = [step, ours[index]].map(each => told(each, level))
    return expected === actual ? [] : [`step ${index} ${step.do}: expected ${expected}, found ${actual}`]
  })
}

function told(step: TraceStep | undefined, level: Level): string {
  if (step?.noTarget) return 'no target'
  if (!step?.rejection) return 'accepted'
  return level === 'final' ? step.rejection.type : `${step.rejection.type}: ${reasonOf(step.rejection)}`
}

/** Validation reports are compared by element and count; parsers word their complaints in their own way. */
function reasonOf({ reason }: Rejection): string {
  if (!reason.includes('encountered the following errors')) return reason.replace(KEY, '#')
  const elements = [...reason.matchAll(/- Element: ([^\n]+)/g)].map(([, element]) => element).sort()
  return `${elements.join(', ')} (${[...reason.matchAll(/- ERROR/g)].length} errors)`
}

function finals(recorded: Final, ours: Final): string[] {
  return (Object.keys(recorded) as (keyof Final)[]).flatMap(part => {
    const [expected, actual] = [recorded, ours].map(each => JSON.stringify((each[part] as Json[]).map(sortable).sort()))
    return expected === actual ? [] : [`final ${part}: expected ${expected}, found ${actual}`]
  })
}

function sortable(item: Json): string {
  if (typeof item !== 'object' || item === null) return String(item)
  const { key: _, ...rest } = item as Record<string, Json>
  return stable(rest)
}

function outer({ records }: Trace): TraceRecord[] {
  return records.filter(({ valueType }) => !INNER.has(valueType)).map(tidy)
}

/** What feel-scala and the parsers word is cut off before it is compared. */
function tidy(record: TraceRecord): TraceRecord {
  // Zeebe names the decisions of a deployment in hash order.
  if (Array.isArray(record.decisionsMetadata))
    return { ...record, decisionsMetadata: record.decisionsMetadata.map(stable).sort() }
  if (Array.isArray(record.activateInstructions))
    return { ...record, activateInstructions: record.activateInstructions.map(sortScopes) }
  // Whether a member of a result that is null was written down is a matter of the recorder.
  if (record.valueType === 'DECISION_EVALUATION') return pruned(record) as TraceRecord
  if (typeof record.errorMessage !== 'string') return record
  return {
    ...record,
    errorMessage: record.errorMessage.replace(/\s*The evaluation reported the following warnings:[\s\S]*$/, ''),
  }
}

/** The scopes around what was begun, too; older ones have smaller numbers on both sides. */
function sortScopes(instruction: Json): Json {
  const { ancestorScopeKeys, ...rest } = instruction as { ancestorScopeKeys?: string[] }
  if (!ancestorScopeKeys) return instruction
  const numberOf = (key: string) => Number(key.replace('#', ''))
  return { ...rest, ancestorScopeKeys: ancestorScopeKeys.toSorted((one, other) => numberOf(one) - numberOf(other)) }
}

/**
 * Per key the same sequence of records. Keys have different numbers on both sides, so each key is painted with
 * the story of its records, and again with the colours of the keys it mentions, until every key that can be told
 * apart is; then the colours are compared.
 */
function perKey(expected: TraceRecord[], actual: TraceRecord[]): string[] {
  const [left, right] = [painted(expected), painted(actual)]
  const missing = difference(left, right)
  const surplus = difference(right, left)
  return [
    ...missing.map(story => `expected, not found:\n${story}`),
    ...surplus.map(story => `found, not expected:\n${story}`),
  ]
}

interface Story {
  key: string
  lines: string[]
  colour: string
}

function painted(records: TraceRecord[]): Map<string, Story[]> {
  const stories = new Map<string, Story>()
  for (const record of records) {
    const story = stories.get(record.key) ?? {
      key: record.key,
      lines: [],
      colour: '',
    }
    const { key: _, ...rest } = record
    story.lines.push(stable(rest))
    stories.set(record.key, story)
  }
  let colours = new Map<string, string>()
  for (let round = 0; round < 6; round++) {
    const paint = (line: string) => line.replace(KEY, key => `<${colours.get(key) ?? ''}>`)
    colours = new Map([...stories.values()].map(story => [story.key, digest(story.lines.map(paint).join('\n'))]))
  }
  const byColour = new Map<string, Story[]>()
  for (const story of stories.values()) {
    const colour = colours.get(story.key)!
    byColour.set(colour, [...(byColour.get(colour) ?? []), { ...story, colour }])
  }
  return byColour
}

function difference(left: Map<string, Story[]>, right: Map<string, Story[]>): string[] {
  return [...left].flatMap(([colour, stories]) =>
    stories.slice(right.get(colour)?.length ?? 0).map(story => story.lines.map(line => `    ${line}`).join('\n')),
  )
}

function digest(text: string): string {
  let [a, b] = [0x811c9dc5, 0x1234567]
  for (let index = 0; index < text.length; index++) {
    a = Math.imul(a ^ text.charCodeAt(index), 0x01000193)
    b = Math.imul(b ^ text.charCodeAt(index), 0x85ebca6b)
  }
  return (a >>> 0).toString(16) + (b >>> 0).toString(16)
}

/** The same records in the same order; variables written together into one scope may stand in any order. */
function inOrder(expected: TraceRecord[], actual: TraceRecord[]): string[] {
  const [left, right] = [numbered(expected), numbered(actual)]
  const at = Array.from({ length: Math.max(left.length, right.length) }, (_, index) => index).find(
    i => left[i] !== right[i],
  )
  return at === undefined ? [] : [`record ${at}: expected ${left[at] ?? 'nothing'}\n  found ${right[at] ?? 'nothing'}`]
}

function numbered(records: TraceRecord[]): string[] {
  const ordered: TraceRecord[] = []
  for (const record of records) {
    let place = ordered.length
    while (
      place > 0 &&
      isSameWrite(ordered[place - 1]!, record) &&
      String(ordered[place - 1]!.name) > String(record.name)
    )
      place--
    ordered.splice(place, 0, record)
  }
  const numbers = new Map<string, string>()
  return ordered.map(record =>
    stable(record).replace(KEY, key => {
      if (!numbers.has(key)) numbers.set(key, `#${numbers.size + 1}`)
      return numbers.get(key)!
    }),
  )
}

function isSameWrite(one: TraceRecord, other: TraceRecord): boolean {
  return (
    one.valueType === 'VARIABLE' &&
    other.valueType === 'VARIABLE' &&
    one.step === other.step &&
    one.scopeKey === other.scopeKey
  )
}

/** JSON with sorted members. */
function stable(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(stable).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.keys(value)
    .sort()
    .map(name => `${JSON.stringify(name)}:${stable(value[name] ?? null)}`)
  return `{${members.join(',')}}`
}
