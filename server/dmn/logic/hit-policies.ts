import { compileExpression, type FeelValue, isSame, textOf } from '../../feel/index.ts'
import { DecisionFailure } from '../decision-failure.ts'

/** What one matched rule gives, by the position of the output. */
export type RuleOutput = readonly FeelValue[]

/** What a table needs to know of its outputs to apply a hit policy. */
export interface OutputColumns {
  readonly names: readonly string[]
  /** The listed output values of each column, the most important first. */
  readonly priorities: readonly (readonly FeelValue[])[]
}

/** Makes the result of a table of what its matched rules give; there is at least one. Throws DecisionFailure. */
export type HitPolicy = (outputs: readonly RuleOutput[], columns: OutputColumns) => FeelValue

/** The hit policies by DMN's names; COLLECT with an aggregation has the aggregation after it. */
export const HIT_POLICIES: Record<string, HitPolicy> = {
  UNIQUE: unique,
  FIRST: first,
  ANY: any,
  'RULE ORDER': all,
  COLLECT: all,
  'COLLECT SUM': aggregate('sum(values)'),
  'COLLECT MIN': aggregate('min(values)'),
  'COLLECT MAX': aggregate('max(values)'),
  'COLLECT COUNT': outputs => aggregated('count(values)', singles(outputs)),
  PRIORITY: (outputs, columns) => first(byPriority(outputs, columns), columns),
  'OUTPUT ORDER': (outputs, columns) => all(byPriority(outputs, columns), columns),
}

/** The value of one rule: bare for a single output, else a context. */
export function resultOf(output: RuleOutput, { names }: OutputColumns): FeelValue {
  if (new Set(names).size === 1) return output.at(-1) ?? null
  return Object.fromEntries(names.map((name, index) => [name, output[index] ?? null]))
}

function unique(outputs: readonly RuleOutput[], columns: OutputColumns): FeelValue {
  if (outputs.length > 1) refuse("multiple values aren't allowed for UNIQUE hit policy", outputs, columns)
  return first(outputs, columns)
}

function any(outputs: readonly RuleOutput[], columns: OutputColumns): FeelValue {
  const different = outputs.filter((output, index) => outputs.findIndex(other => isSame(other, output)) === index)
  if (different.length > 1) refuse("different values aren't allowed for ANY hit policy", different, columns)
  return first(outputs, columns)
}

function first([output]: readonly RuleOutput[], columns: OutputColumns): FeelValue {
  return resultOf(output ?? [], columns)
}

function all(outputs: readonly RuleOutput[], columns: OutputColumns): FeelValue {
  return outputs.map(output => resultOf(output, columns))
}

function aggregate(expression: string): HitPolicy {
  return outputs => {
    const values = singles(outputs)
    const strange = values.find(value => aggregated('values instance of number', value) !== true)
    if (strange !== undefined) throw new DecisionFailure(`expected number but found '${textOf(strange)}'`)
    return aggregated(expression, values)
  }
}

function aggregated(expression: string, values: FeelValue): FeelValue {
  const result = compileExpression(expression).evaluateTyped({ variables: () => values, now: () => 0 })
  return result.ok ? result.value : null
}

function singles(outputs: readonly RuleOutput[]): FeelValue[] {
  return outputs.map(([value]) => value ?? null)
}

function byPriority(outputs: readonly RuleOutput[], { priorities }: OutputColumns): RuleOutput[] {
  const ranked = outputs.map(output => ({
    output,
    ranks: output.map((value, column) => rankOf(value, priorities[column] ?? [])),
  }))
  return ranked.sort((a, b) => compareRanks(a.ranks, b.ranks)).map(({ output }) => output)
}

function rankOf(value: FeelValue, priorities: readonly FeelValue[]): number {
  const index = priorities.findIndex(candidate => isSame(candidate, value))
  return index < 0 ? priorities.length : index
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const column = a.findIndex((rank, index) => rank !== b[index])
  return (a[column] ?? 0) - (b[column] ?? 0)
}

function refuse(problem: string, outputs: readonly RuleOutput[], { names }: OutputColumns): never {
  const found = outputs.map(
    output => `Map(${names.map((name, index) => `${name} -> ${textOf(output[index] ?? null)}`).join(', ')})`,
  )
  throw new DecisionFailure(`${problem}. found: 'List(${found.join(', ')})'`)
}
