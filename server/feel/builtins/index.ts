import { booleanBuiltins } from './boolean.ts'
import type { Builtin } from './builtin.ts'
import { contextBuiltins } from './context.ts'
import { conversionBuiltins } from './conversion.ts'
import { listBuiltins } from './list.ts'
import { numericBuiltins } from './numeric.ts'
import { rangeBuiltins } from './range.ts'
import { statisticsBuiltins } from './statistics.ts'
import { stringBuiltins } from './string.ts'
import { temporalBuiltins } from './temporal.ts'
import { temporalConversionBuiltins } from './temporal-conversion.ts'

/** Every built-in function by its name. A new group is a file and a line here. */
export const BUILTINS: ReadonlyMap<string, Builtin> = new Map(
  [
    ...conversionBuiltins,
    ...booleanBuiltins,
    ...stringBuiltins,
    ...numericBuiltins,
    ...listBuiltins,
    ...statisticsBuiltins,
    ...contextBuiltins,
    ...temporalConversionBuiltins,
    ...temporalBuiltins,
    ...rangeBuiltins,
  ].map(builtin => [builtin.name, builtin]),
)
