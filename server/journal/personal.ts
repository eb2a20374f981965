import type { EngineRecord, Json, Segment } from '../engine/protocol/records.ts'
import type { Entry } from './act.ts'
import { canonicalize } from './canonical.ts'
import type { Sha256 } from './hash.ts'

/** The one member of the object that stands in an entry where a personal value was: `{"$personal":"<commitment>"}`. */
export const PERSONAL = '$personal'

type Members = { [name: string]: Json }

/** What the entry says instead of a personal value: SHA-256 over the salt (hex text) followed by the canonical value. */
export function commitmentOf(value: Json, salt: string, sha256: Sha256): string {
  return sha256(salt + canonicalize(value))
}

/**
 * The entry without the values whose names are personal, wherever they stand: payload, registers, variables, and
 * members inside them. `commit` takes each value and gives its commitment.
 */
export function hidePersonal(entry: Entry, names: ReadonlySet<string>, commit: (value: Json) => string): Entry {
  if (names.size === 0) return entry
  const hide = (value: Json): Json => rewrite(value, (name, member) => (names.has(name) ? marker(member) : undefined))
  const marker = (value: Json): Json => (value === null || isMarker(value) ? value : { [PERSONAL]: commit(value) })
  const hideRecord = (record: EngineRecord): EngineRecord => {
    const value = record.value as unknown as Members
    const changed =
      record.valueType === 'VARIABLE'
        ? { ...value, value: names.has(record.value.name) ? marker(record.value.value) : hide(record.value.value) }
        : value.variables && { ...value, variables: hide(value.variables) }
    return changed ? ({ ...record, value: changed } as unknown as EngineRecord) : record
  }
  const hideSegment = (segment: Segment): Segment => ({ ...segment, records: segment.records.map(hideRecord) })
  return {
    ...entry,
    ...(entry.payload && { payload: hide(entry.payload) as Members }),
    ...(entry.register && {
      register: entry.register.map(line => (line.value ? { ...line, value: hide(line.value) as Members } : line)),
    }),
    ...(entry.segments && { segments: entry.segments.map(hideSegment) }),
  }
}

/**
 * The entry with its personal values back in place. `open` gives the value of a commitment, or `undefined` when it was
 * deleted by legal order: then the marker stays.
 */
export function revealPersonal(entry: Entry, open: (commitment: string) => Json | undefined): Entry {
  const reveal = (value: Json): Json => {
    if (isMarker(value)) return open(value[PERSONAL]) ?? value
    return rewrite(value, (_, member) => (isMarker(member) ? (open(member[PERSONAL]) ?? member) : undefined))
  }
  return reveal(entry as unknown as Json) as unknown as Entry
}

/** Every commitment in an entry, in the order it is read. */
export function commitmentsIn(entry: Entry): string[] {
  const found: string[] = []
  revealPersonal(entry, commitment => void found.push(commitment))
  return found
}

function isMarker(value: Json | undefined): value is { [PERSONAL]: string } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return typeof value[PERSONAL] === 'string' && Object.keys(value).length === 1
}

/** A copy in which `replace` decides over members by name; what it leaves alone is walked on. */
function rewrite(value: Json, replace: (name: string, member: Json) => Json | undefined): Json {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item, index) => replace(String(index), item) ?? rewrite(item, replace))
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([name, member]) => [name, replace(name, member) ?? rewrite(member, replace)]),
  )
}
