import type { Json } from '../../engine/protocol/records.ts'
import { compileExpression, type FeelResult } from '../../feel/index.ts'
import type { ProcedureModel } from '../model.ts'
import { namesIn } from '../reading.ts'
import { combinationsOf, samplesOf } from './combinations.ts'
import { ANY_TEXT, type Domain, isEqual, joined, kindOf, NOBODY } from './domain.ts'
import { type Writer, writersOf } from './writers.ts'

const MOST_COMBINATIONS = 4_096
/** A variable that still gets new values after so many rounds counts itself up. */
const ROUNDS = 5

const remembered = new WeakMap<ProcedureModel, ReadonlyMap<string, Domain>>()

/** What each variable of a bundle may hold: buttons, options and constants, carried through mappings and scripts. */
export function possibleValues(model: ProcedureModel): ReadonlyMap<string, Domain> {
  const known = remembered.get(model) ?? spread(writersOf(model))
  remembered.set(model, known)
  return known
}

function spread(writers: Writer[]): Map<string, Domain> {
  const domains = new Map<string, Domain>()
  const grow = (writer: Writer, given: Domain) => {
    const before = domains.get(writer.variable) ?? NOBODY
    const after = joined(before, { ...given, writers: [writer.elementId] })
    domains.set(writer.variable, after)
    return after.values.length > before.values.length || after.open !== before.open
  }
  for (const writer of writers.filter(({ expression }) => expression === undefined)) grow(writer, domainOf(writer))
  const computed = writers.filter(({ expression }) => expression !== undefined)
  for (let round = 1; round <= ROUNDS; round++) {
    const growing = computed.filter(writer => grow(writer, evaluated(writer.expression!, domains)))
    if (growing.length === 0) break
    if (round === ROUNDS)
      for (const writer of growing)
        grow(writer, { values: [], open: kindOf(domains.get(writer.variable)?.values ?? []), writers: [] })
  }
  return domains
}

const domainOf = ({ values, open }: Writer): Domain => ({ values, writers: [], ...(open && { open }) })

/** The values an expression may have over what its variables may hold. */
function evaluated(expression: string, domains: ReadonlyMap<string, Domain>): Domain {
  const names = namesIn(expression)
  const samples = names.map(name => {
    const values = samplesOf(name, domains.get(name) ?? { ...NOBODY, open: 'other' }, [expression])
    // Whoever is not sure to have a value has none.
    return values.some(value => value === null) ? values : [...values, null]
  })
  const isOpen = names.some(
    name => (domains.get(name)?.open ?? (domains.has(name) ? undefined : 'other')) !== undefined,
  )
  const results: Json[] = []
  for (const combination of combinationsOf(names, samples, MOST_COMBINATIONS) ?? []) {
    const result = evaluate(expression, combination)
    if (result?.ok && !results.some(known => isEqual(known, result.value))) results.push(result.value)
  }
  if (results.length === 0) return { values: [], open: 'other', writers: [] }
  const isYesOrNo = results.every(value => typeof value === 'boolean')
  // What was not tried may give the other answer.
  if (isYesOrNo) return { values: isOpen ? [true, false] : results, writers: [] }
  const passedOn = results.filter(value => isMarked(value) || (isOpen && isPassedOn(value)))
  const values = results.filter(value => !isMarked(value))
  return { values, writers: [], ...(passedOn.length > 0 && { open: kindOf(passedOn) }) }
}

/** A text that came from outside; in a context it stays where it is, for whoever takes that entry out. */
const isMarked = (value: Json) => typeof value === 'string' && value.includes(ANY_TEXT)

/** What an open variable may have made into something else: numbers, lists, and nothing where the kind was wrong. */
const isPassedOn = (value: Json) => value === null || typeof value === 'number' || Array.isArray(value)

/** Evaluates an expression over some values; undefined when it is no FEEL. */
export function evaluate(expression: string, values: ReadonlyMap<string, Json>): FeelResult | undefined {
  try {
    return compileExpression(expression).evaluate({ variables: name => values.get(name), now: () => 0 })
  } catch {
    return undefined
  }
}
