import type { Json } from '../../engine/protocol/records.ts'
import { compileExpression, type FeelResult, FeelSyntaxError } from '../../feel/index.ts'
import type { ProcedureModel } from '../model.ts'
import { namesIn } from '../reading.ts'
import { combinationsOf, samplesOf } from './combinations.ts'
import { ANY_TEXT, type Domain, joined, kindOf, NOBODY } from './domain.ts'
import { type Writer, writersOf } from './writers.ts'

const MOST_COMBINATIONS = 4_096
/** Of one evaluation: a diagram somebody uploads must not hold up the house. */
const MOST_STEPS = 10_000
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
  const grow = ({ variable, elementId }: Writer, given: Domain): boolean => {
    const before = domains.get(variable) ?? NOBODY
    const after = joined(before, { ...given, writers: [elementId] })
    domains.set(variable, after)
    return after.values.length > before.values.length || after.open !== before.open
  }
  for (const writer of writers.filter(({ expression }) => expression === undefined)) grow(writer, domainOf(writer))
  const computed = writers.flatMap(writer =>
    writer.expression === undefined ? [] : [{ writer, names: namesIn(writer.expression) }],
  )
  let changed: ReadonlySet<string> | undefined
  for (let round = 1; round <= ROUNDS && changed?.size !== 0; round++) {
    const before = changed
    // What an expression reads has not changed, so neither has what it gives.
    const due = computed.filter(({ names }) => before === undefined || names.some(name => before.has(name)))
    const growing = due.filter(({ writer }) => grow(writer, evaluated(writer, domains))).map(({ writer }) => writer)
    changed = new Set(growing.map(({ variable }) => variable))
    if (round === ROUNDS) for (const writer of growing) grow(writer, countsUp(domains.get(writer.variable)))
  }
  return domains
}

const countsUp = (domain = NOBODY): Domain => ({ values: [], open: kindOf(domain.values), writers: [] })

const domainOf = ({ values, open }: Writer): Domain => ({ values, writers: [], ...(open && { open }) })

/** The values an expression may have over what its variables may hold. */
function evaluated({ expression = '', isForeign }: Writer, domains: ReadonlyMap<string, Domain>): Domain {
  const names = namesIn(expression)
  const sources = names.map((name): Domain => {
    const domain = domains.get(name) ?? { ...NOBODY, open: 'other' }
    return isForeign ? { ...domain, open: 'other' } : domain
  })
  if (names[0] === expression.trim()) return sources[0] ?? NOBODY
  const results = resultsOver(expression, names, sources)
  if (results.length === 0) return { values: [], open: 'other', writers: [] }
  const isOpen = sources.some(({ open }) => open !== undefined)
  const isYesOrNo = results.every(value => typeof value === 'boolean')
  // What was not tried may give the other answer.
  if (isYesOrNo) return { values: isOpen ? [true, false] : results, writers: [] }
  const passedOn = results.filter(value => isMarked(value) || (isOpen && isPassedOn(value)))
  const isGuessing = sources.some(source => source.open === 'other')
  // Yes and no were only tried; whoever passes them on does not make them known.
  const values = results.filter(value => !isMarked(value) && !(isGuessing && typeof value === 'boolean'))
  const open = isGuessing ? 'other' : kindOf(passedOn)
  return { values, writers: [], ...(passedOn.length > 0 && { open }) }
}

/** What comes out over every combination; whoever is not sure to have a value has none. */
function resultsOver(expression: string, names: readonly string[], sources: readonly Domain[]): Json[] {
  const samples = sources.map((domain, index) => {
    const values = samplesOf(names[index]!, domain, [expression])
    return values.some(value => value === null) ? values : [...values, null]
  })
  const results = new Map<string, Json>()
  for (const combination of combinationsOf(names, samples, MOST_COMBINATIONS) ?? []) {
    const result = evaluate(expression, combination)
    if (result?.ok) results.set(JSON.stringify(result.value), result.value)
  }
  return [...results.values()]
}

/** A text that came from outside; in a context it stays where it is, for whoever takes that entry out. */
const isMarked = (value: Json) => typeof value === 'string' && value.includes(ANY_TEXT)

/** What an open variable may have made into something else: numbers, lists, and nothing where the kind was wrong. */
const isPassedOn = (value: Json) => value === null || typeof value === 'number' || Array.isArray(value)

/** Evaluates an expression over some values; undefined when it is no FEEL. */
export function evaluate(expression: string, values: ReadonlyMap<string, Json>): FeelResult | undefined {
  try {
    return compileExpression(expression).evaluate({
      variables: name => values.get(name),
      now: () => 0,
      maxSteps: MOST_STEPS,
    })
  } catch (error) {
    if (error instanceof FeelSyntaxError) return undefined
    throw error
  }
}
