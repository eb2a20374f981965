import type { Json } from '../engine/protocol/records.ts'
import { CompiledCache } from './compiled-cache.ts'
import { attempt, type FeelFailed } from './compiled-expression.ts'
import { compileSource } from './compiler/compile.ts'
import { bind } from './compiler/scope.ts'
import { compileCell } from './compiler/unary-tests.ts'
import type { FeelContext } from './run.ts'
import type { FeelValue } from './values/feel-value.ts'

/** Whether the tests hold; null when that cannot be decided. */
export type TestResult = { ok: true; value: boolean | null; warnings: string[] } | FeelFailed

/** The tests of a decision table's cell, ready to be evaluated any number of times. */
export interface CompiledUnaryTests {
  readonly source: string
  /** The free variables they read, without the input itself. */
  readonly names: readonly string[]
  /** Tests the input, which the tests may name `?` or `cellInput`. */
  test(input: Json | FeelValue, context: FeelContext): TestResult
}

const cache = new CompiledCache<CompiledUnaryTests>(5_000)

/** Compiles unary tests (`-`, `"a", "b"`, `not(< 5)`, `[1..5]`, `? > 3`), or takes them from the cache. Throws FeelSyntaxError. */
export function compileUnaryTests(source: string): CompiledUnaryTests {
  return cache.get(source, build)
}

function build(source: string): CompiledUnaryTests {
  return compileSource(source, 'UnaryTests', (root, compilation) => {
    const holds = compileCell(root, bind('cellInput', null), compilation)
    return {
      source,
      names: [...compilation.names],
      test(input, context) {
        const value = input as FeelValue
        const outcome = attempt(source, context, run => holds(run, { value, parent: { value, parent: null } }))
        return 'run' in outcome ? { ok: true, value: outcome.value, warnings: outcome.run.warnings } : outcome
      },
    }
  })
}
