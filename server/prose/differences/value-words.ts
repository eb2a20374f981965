import { namedLimits } from '../../bpmn/index.ts'
import { calledIn, type OutlineIndex } from '../outline.ts'
import { amountWords } from '../reading/amount-words.ts'
import type { Names } from '../reading/names.ts'
import { escalationWords, roleNames, rolesIn } from '../reading/who.ts'
import { listed, named, type Said, said, same } from '../reading/words.ts'

/** One side of a comparison: the diagram and what its words mean there. */
export interface Side {
  index: OutlineIndex
  names: Names
}

/** A value in words as one side understands it, and as it is written, for when the words do not tell two values apart. */
export interface ValueWords {
  words: Said
  plain: Said
}

type Reader = (value: string, side: Side) => Said | undefined

const BOOLEANS: Readonly<Record<string, Said>> = { true: said('是', 'yes'), false: said('否', 'no') }

const reference: Reader = (id, { index }) => {
  const part = index.byId.get(id)
  return part && named(calledIn(part))
}

/** What is not shown as it is written. */
const READERS: Readonly<Record<string, Reader>> = {
  'assignment:candidateGroups': (text, { names }) => roleWords(rolesIn(text), names),
  'header:escalateTo': (text, { names }) => escalationWords(text, names),
  'property:escalateTo': (text, { names }) => escalationWords(text, names),
  'property:startRoles': (text, { names }) => roleWords(text.split(/[;；,，|\s]+/), names),
  'header:limit': limitAmounts,
  'property:limit': limitAmounts,
  'call:processId': (id, { names }) => (names.process ? same(names.process(id) ?? id) : undefined),
  lane: reference,
  attachedToRef: reference,
  messageRef: reference,
  'event:messageRef': reference,
  'event:errorRef': reference,
  'event:signalRef': reference,
  default: reference,
}

/** A value of a property in words. */
export function valueWords(key: string, value: string, side: Side): ValueWords {
  const plain = BOOLEANS[value] ?? (value.startsWith('=') ? same(value) : named(value))
  return { words: READERS[key]?.(value, side) ?? plain, plain }
}

const roleWords = (ids: readonly string[], names: Names): Said | undefined =>
  ids.some(id => id !== '') ? roleNames(ids, names) : undefined

function limitAmounts(text: string, { names }: Side): Said | undefined {
  const amounts = namedLimits({ limit: text }).map(({ key }) => names.limit?.(key)?.amount)
  const known = amounts.filter(amount => amount !== undefined)
  return known.length === amounts.length ? listed(known.map(amountWords)) : undefined
}

/** The limit with its name, for two that are as long as each other. */
export function limitNames(text: string, { names }: Side): Said {
  return listed(
    namedLimits({ limit: text }).map(({ key }) => {
      const limit = names.limit?.(key)
      return limit ? said(`“${limit.name.zh}”（${key}）`, `“${limit.name.en}” (${key})`) : named(key)
    }),
  )
}
