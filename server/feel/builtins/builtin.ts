import type { Run } from '../run.ts'
import type { FeelValue } from '../values/feel-value.ts'
import { isList } from '../values/type-of.ts'
import { isOfType } from './parameter-types.ts'

/** One parameter of a built-in. */
interface Parameter {
  name: string
  /** Types it accepts, by their FEEL names; `any` takes everything, null too. */
  types: readonly string[]
  isOptional: boolean
}

/** One way to call a built-in. */
interface Signature {
  parameters: readonly Parameter[]
  /** `list`: takes one list, or its items as arguments. `rest`: the last parameter takes all that is left. */
  variadic: 'list' | 'rest' | undefined
  /** Takes the arguments in order (undefined: not given), then the run. */
  body: (...args: unknown[]) => FeelValue
}

/** A built-in function: its name and the ways to call it. */
export interface Builtin {
  name: string
  signatures: readonly Signature[]
}

/** A declared way to call a built-in: its text and its body. */
export type Declaration = readonly [signature: string, body: (...args: never[]) => FeelValue]

/**
 * Reads declarations such as `['substring(string: string, start position: number, length?: number)', body]`.
 * `?` marks an optional parameter, `...list` one list or its items, `items...` all that is left, `a|b` several types. The text is what a caller may
 * write: the types are checked before the body is called, so a body can declare them.
 */
export function declare(declarations: readonly Declaration[]): Builtin[] {
  const byName = new Map<string, Signature[]>()
  for (const [text, body] of declarations) {
    const open = text.indexOf('(')
    const name = text.slice(0, open)
    const signatures = byName.get(name) ?? []
    signatures.push(readSignature(text.slice(open + 1, -1), body as (...args: unknown[]) => FeelValue))
    byName.set(name, signatures)
  }
  return [...byName].map(([name, signatures]) => ({ name, signatures }))
}

/** Calls a built-in; null, with a warning, when the arguments fit none of its signatures. */
export function invokeBuiltin(
  run: Run,
  { name, signatures }: Builtin,
  given: FeelValue[],
  names?: string[],
): FeelValue {
  run.spend(1)
  for (const signature of signatures) {
    const args = arrange(signature, given, names)
    if (!args) continue
    for (const argument of args) charge(run, argument)
    const result = signature.body(...args, run)
    charge(run, result)
    return result
  }
  const called = `'${name}' with (${given.map(value => run.tell(value)).join(', ')})`
  run.warn('FUNCTION_INVOCATION_FAILURE', `Failed to invoke function ${called}: no such parameters`)
  return null
}

function readSignature(text: string, body: Signature['body']): Signature {
  const parameters = text === '' ? [] : text.split(/,\s*/).map(readParameter)
  const variadic = text.startsWith('...') ? 'list' : text.includes('...') ? 'rest' : undefined
  return { parameters, variadic, body }
}

function readParameter(text: string): Parameter {
  const [name = '', types = 'any'] = text.replace('...', '').split(': ')
  return {
    name: name.replace('?', ''),
    types: types.split('|'),
    isOptional: name.endsWith('?'),
  }
}

/** The arguments in the order of the parameters; undefined when they do not fit. */
function arrange(signature: Signature, given: FeelValue[], names?: string[]): (FeelValue | undefined)[] | undefined {
  const { parameters } = signature
  const args = names ? byName(parameters, given, names) : byPosition(signature, given)
  if (!args || args.length > parameters.length) return undefined
  const fits = parameters.every((parameter, index) => {
    const argument = args[index]
    return argument === undefined ? parameter.isOptional : isOfType(argument, parameter.types)
  })
  if (!fits) return undefined
  return args.length === parameters.length ? args : parameters.map((_parameter, index) => args[index])
}

function byName(
  parameters: readonly Parameter[],
  given: FeelValue[],
  names: string[],
): (FeelValue | undefined)[] | undefined {
  if (names.some(name => !parameters.some(parameter => parameter.name === name))) return undefined
  return parameters.map(({ name }) => given[names.indexOf(name)])
}

function byPosition({ parameters, variadic }: Signature, given: FeelValue[]): FeelValue[] {
  if (variadic === 'list') return given.length === 0 ? given : [listOf(given)]
  if (variadic === undefined || given.length < parameters.length) return given
  return [...given.slice(0, parameters.length - 1), given.slice(parameters.length - 1)]
}

function listOf(given: FeelValue[]): FeelValue {
  const [only] = given
  return given.length === 1 && only !== undefined && isList(only) ? only : given
}

/** Work grows with what a function reads and writes, so that doubling a list or a text is not free. */
function charge(run: Run, value: FeelValue | undefined): void {
  if (typeof value === 'string') run.spend(value.length >> 4)
  else if (Array.isArray(value)) run.spend(value.length)
}
