import type { Json } from '../engine/protocol/records.ts'
import { CompiledCache } from './compiled-cache.ts'
import { compileSource } from './compiler/compile.ts'
import { AssertionFailure, CalculationFailure, type FeelContext, Run, StepsExceeded } from './run.ts'
import type { ResultType } from './values/feel-object.ts'
import type { FeelValue } from './values/feel-value.ts'
import { toJson } from './values/to-json.ts'
import { typeOf } from './values/type-of.ts'

/** Why there is no value, and what was stumbled over on the way (`[TYPE] sentence`). */
export interface FeelFailed {
  ok: false
  message: string
  warnings: string[]
}

/** A result as it is stored. */
export type FeelResult = { ok: true; value: Json; warnings: string[] } | FeelFailed

/** A result with its type: `value` is the FEEL value (a date, a duration …), `json` what is stored of it. */
export type TypedResult =
  | {
      ok: true
      type: ResultType
      value: FeelValue
      readonly json: Json
      warnings: string[]
    }
  | FeelFailed

/** An expression ready to be evaluated any number of times. */
export interface CompiledExpression {
  readonly source: string
  /** The free variables it reads. */
  readonly names: readonly string[]
  evaluate(context: FeelContext): FeelResult
  evaluateTyped(context: FeelContext): TypedResult
}

const cache = new CompiledCache<CompiledExpression>(5_000)

/** Compiles an expression (without the leading `=`), or takes it from the cache. Throws FeelSyntaxError. */
export function compileExpression(source: string): CompiledExpression {
  return cache.get(source, build)
}

/** Evaluates what was compiled: a failed assertion and an exceeded budget become a failure. */
export function attempt<T>(
  source: string,
  context: FeelContext,
  evaluate: (run: Run) => T,
): { value: T; run: Run } | FeelFailed {
  const run = new Run(context)
  try {
    return { value: evaluate(run), run }
  } catch (error) {
    return {
      ok: false,
      message: failureMessage(source, error),
      warnings: run.warnings,
    }
  }
}

function build(source: string): CompiledExpression {
  return compileSource(source, 'Expression', (root, compilation) => {
    const compiled = compilation.compile(root, null)
    const evaluate = (run: Run): FeelValue => compiled(run, null)
    return {
      source,
      names: [...compilation.names],
      evaluate(context) {
        const outcome = attempt(source, context, run => toJson(evaluate(run)))
        return 'run' in outcome ? { ok: true, value: outcome.value, warnings: outcome.run.warnings } : outcome
      },
      evaluateTyped(context) {
        const outcome = attempt(source, context, evaluate)
        return 'run' in outcome ? new Typed(outcome.value, outcome.run.warnings) : outcome
      },
    }
  })
}

/** A class, because an object with a getter of its own is made ten times as slowly. */
class Typed {
  readonly ok = true
  readonly type: ResultType

  constructor(
    readonly value: FeelValue,
    readonly warnings: string[],
  ) {
    this.type = typeOf(value)
  }

  get json(): Json {
    return toJson(this.value)
  }
}

function failureMessage(source: string, error: unknown): string {
  if (error instanceof AssertionFailure)
    return `Assertion failure on evaluate the expression '${source}': ${error.message}`
  const failure = `Failed to evaluate the expression '${source}'`
  if (error instanceof StepsExceeded || error instanceof CalculationFailure) return `${failure}: ${error.message}`
  if (!(error instanceof RangeError)) throw error
  return `${failure}: ${/call stack/i.test(error.message) ? 'it is nested too deeply' : error.message}`
}
