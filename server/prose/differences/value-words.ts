import { namedLimits } from '../../bpmn/index.ts'
import { isLawVerb, LAW_VERBS } from '../../policies/lawfulness/verbs.ts'
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

/** What is chosen from a list, as the list calls it. */
const chosen =
  (words: Readonly<Record<string, Said>>): Reader =>
  value =>
    words[value]

const KINDS: Readonly<Record<string, Said>> = {
  internal: said('内部事务', 'internal'),
  'case-handling': said('承办', 'handling the case'),
  'legal-review-first': said('一级审核', 'first review'),
  'legal-review-second': said('复核', 'second review'),
  'legal-review-re': said('复审', 'repeated review'),
  'legal-review-reconcile': said('合议', 'reconciling'),
  'leader-decision': said('负责人决定', 'decision of the head'),
  'on-site-act': said('现场执法', 'on-site act'),
}

/** What is not shown as it is written. */
const READERS: Readonly<Record<string, Reader>> = {
  'assignment:candidateGroups': (text, { names }) => roleWords(rolesIn(text), names),
  'header:escalateTo': told,
  'property:escalateTo': told,
  'property:startRoles': (text, { names }) => roleWords(text.split(/[;；,，|\s]+/), names),
  'header:limit': limitAmounts,
  'header:kind': chosen(KINDS),
  'header:closes': verbs,
  'header:cosign': chosen({ true: said('须有另一人', 'another person') }),
  'property:startFrom': chosen({ case: said('“发起”页和案件页', 'the page of starts and that of a case') }),
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

function verbs(text: string): Said | undefined {
  const ids = text.split(/[;；,，|]/).map(each => each.trim())
  return listed(
    ids.filter(id => id !== '').map(id => (isLawVerb(id) ? said(LAW_VERBS[id].zh, LAW_VERBS[id].en) : same(id))),
  )
}

function told(text: string, { names }: Side): Said | undefined {
  return text === 'diagram' ? said('由图上的流程上报', 'as the diagram says') : escalationWords(text, names)
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
