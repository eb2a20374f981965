import type { FeelValue } from './values/feel-value.ts'
import { briefTextOf } from './values/text-of.ts'
import { typeNameOf } from './values/type-of.ts'

/** What an expression may see of the world. */
export interface FeelContext {
  /** The value of a variable (JSON, or a FEEL value such as a function); undefined when there is none of that name. */
  variables: (name: string) => unknown
  /** The clock: milliseconds since 1970-01-01T00:00:00Z. */
  now: () => number
  /** The IANA zone of `now()` and `today()`; UTC when absent. */
  zone?: string
  /** Random numbers from 0 to below 1, for `random number()` and `uuid()`; the platform's cryptographic source when absent. */
  random?: () => number
  /** How many steps one evaluation may take; one million when absent. */
  maxSteps?: number
  /** Whether warnings name the types of values instead of the values, which may be personal data where warnings are kept. */
  hidesValues?: boolean
}

/** Words of Zeebe for what an evaluation stumbled over without failing. */
export type WarningType =
  | 'NO_VARIABLE_FOUND'
  | 'NO_CONTEXT_ENTRY_FOUND'
  | 'NO_PROPERTY_FOUND'
  | 'NOT_COMPARABLE'
  | 'INVALID_TYPE'
  | 'NO_FUNCTION_FOUND'
  | 'FUNCTION_INVOCATION_FAILURE'
  | 'ASSERT_FAILURE'
  | 'OUT_OF_BOUNDS'

/** The evaluation took more steps than it may. */
export class StepsExceeded extends Error {}

/** A condition the expression itself asserts does not hold. */
export class AssertionFailure extends Error {}

/** What a function was asked for cannot be calculated; on Zeebe the evaluation fails there, too. */
export class CalculationFailure extends Error {}

const DEFAULT_STEPS = 1_000_000
const MAX_WARNINGS = 50

/** One evaluation at work: its context, its step budget and its warnings. */
export class Run {
  readonly context: FeelContext
  readonly warnings: string[] = []
  private readonly budget: number
  private steps = 0

  constructor(context: FeelContext) {
    this.context = context
    this.budget = context.maxSteps ?? DEFAULT_STEPS
  }

  /** Counts work done; the evaluation fails when it is too much. */
  spend(steps: number): void {
    this.steps += steps
    if (this.steps > this.budget) throw new StepsExceeded(`it took more than ${this.budget} steps`)
  }

  /** A random number from 0 to below 1. */
  random(): number {
    if (this.context.random) return this.context.random()
    const [value = 0] = crypto.getRandomValues(new Uint32Array(1))
    return value / 2 ** 32
  }

  warn(type: WarningType, message: string): void {
    if (this.warnings.length < MAX_WARNINGS) this.warnings.push(`[${type}] ${message}`)
  }

  /** A value as warnings tell it. */
  tell(value: FeelValue): string {
    const isPlain = value === null || typeof value === 'boolean'
    return this.context.hidesValues && !isPlain ? typeNameOf(value) : briefTextOf(value)
  }

  /** The variable of the caller; undefined when there is none. */
  variable(name: string): FeelValue | undefined {
    return this.context.variables(name) as FeelValue | undefined
  }
}
