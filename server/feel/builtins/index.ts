import { booleanBuiltins } from './boolean.ts'
import type { Builtin } from './builtin.ts'

/** Every built-in function by its name. A new group is a file and a line here. */
export const BUILTINS: ReadonlyMap<string, Builtin> = new Map(
  [...booleanBuiltins].map(builtin => [builtin.name, builtin]),
)
