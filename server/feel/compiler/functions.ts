import { type Builtin, invokeBuiltin } from '../builtins/builtin.ts'
import { BUILTINS } from '../builtins/index.ts'
import { CalculationFailure, type Run } from '../run.ts'
import { nameOf } from '../syntax/name-of.ts'
import { childOf, type SyntaxNode } from '../syntax/syntax-node.ts'
import { FeelFunction } from '../values/feel-function.ts'
import type { FeelValue } from '../values/feel-value.ts'
import type { Compilation, Evaluate, NodeCompiler } from './compilation.ts'
import { findName } from './names.ts'
import { type Binding, bind, type Scope } from './scope.ts'

interface Arguments {
  values: Evaluate[]
  /** The parameter each value is meant for; absent when they are given by position. */
  names?: string[]
}

/** `function(a, b) a + b`: a value that can be called. */
export const functionDefinition: NodeCompiler = (node, outer, compilation) => {
  const parameters = (childOf(node, 'FormalParameters')?.children ?? [])
    .filter(child => child.kind === 'FormalParameter')
    .map(parameter => nameOf(parameter.children[0] ?? parameter))
  const body = childOf(node, 'FunctionBody')?.children ?? []
  const [expression] = body
  if (!expression || expression.kind === 'external')
    return compilation.refuse(node, 'external functions are not supported')
  const binding = parameters.reduce<Binding | null>((inner, name) => bind(name, inner), outer)
  const evaluate = compilation.compile(expression, binding)
  return (run, scope) =>
    new FeelFunction(parameters, args => {
      run.spend(1)
      const inner = parameters.reduce<Scope | null>(
        (parent, _name, index) => ({ value: args[index] ?? null, parent }),
        scope,
      )
      return evaluate(run, inner)
    })
}

/** `substring("text", 2)`, `f(a: 1)`: a function of the expression, a built-in, or one of the caller's variables. */
export const functionInvocation: NodeCompiler = (node, binding, compilation) => {
  const [callee] = node.children
  if (!callee) return compilation.refuse(node, 'expected a function')
  const args = compileArguments(node, binding, compilation)
  if (callee.kind !== 'VariableName' && callee.kind !== 'SpecialFunctionName') {
    if (callee.kind === 'FunctionInvocation' || !/^[\p{L}_`]/u.test(callee.text))
      return compilation.refuse(node, 'expected the name of a function')
    const value = compilation.compile(callee, binding)
    return (run, scope) => invokeValue(run, scope, callee.text, value(run, scope), args)
  }
  return invokeName(nameOf(callee), args, binding)
}

/** `date("2026-01-01")`, `@"2026-01-01"`: written like a call, a word of its own in the grammar. */
export const dateTimeLiteral: NodeCompiler = (node, binding, compilation) => {
  const literal = childOf(node, 'AtLiteral')?.children[0]
  if (literal) return invokeName('@', { values: [compilation.compile(literal, binding)] }, null)
  const word = childOf(node, 'DateTimeConstructor')
  if (!word) return compilation.refuse(node, 'expected a date or time')
  return invokeName(nameOf(word), compileArguments(node, binding, compilation), null)
}

function invokeName(name: string, args: Arguments, binding: Binding | null): Evaluate {
  const builtin = BUILTINS.get(name)
  if (builtin && binding === null) return invokeKnown(builtin, args)
  const find = findName(name, binding)
  const fallback = builtin && invokeKnown(builtin, args)
  return (run, scope) => {
    const found = find(run, scope)
    if (found instanceof FeelFunction) return invokeFunction(run, scope, found, args)
    if (fallback) return fallback(run, scope)
    return unknown(run, name, args)
  }
}

function invokeKnown(builtin: Builtin, { values, names }: Arguments): Evaluate {
  return (run, scope) => {
    const given = values.map(value => value(run, scope))
    return invokeBuiltin(run, builtin, given, names)
  }
}

function invokeValue(run: Run, scope: Scope | null, text: string, callee: FeelValue, args: Arguments): FeelValue {
  if (callee instanceof FeelFunction) return invokeFunction(run, scope, callee, args)
  unknown(run, text, args)
  throw new CalculationFailure(`expected a function but found '${run.tell(callee)}'`)
}

function invokeFunction(run: Run, scope: Scope | null, callee: FeelFunction, { values, names }: Arguments): FeelValue {
  run.spend(1)
  const given = values.map(value => value(run, scope))
  if (!names) return given.length === callee.parameters.length ? callee.invoke(given) : refused(run, callee, given)
  if (names.some(name => !callee.parameters.includes(name))) return refused(run, callee, given)
  return callee.invoke(callee.parameters.map(name => given[names.indexOf(name)] ?? null))
}

function unknown(run: Run, name: string, { values }: Arguments): null {
  run.warn('NO_FUNCTION_FOUND', `No function found with name '${name}' and ${values.length} parameters`)
  return null
}

function refused(run: Run, callee: FeelFunction, given: readonly FeelValue[]): null {
  run.warn(
    'FUNCTION_INVOCATION_FAILURE',
    `Expected ${callee} but was called with (${given.map(value => run.tell(value)).join(', ')})`,
  )
  return null
}

function compileArguments(node: SyntaxNode, binding: Binding | null, compilation: Compilation): Arguments {
  const named = childOf(node, 'NamedParameters')
  if (!named) {
    const positional = childOf(node, 'PositionalParameters')?.children ?? []
    return {
      values: positional.map(child => compilation.compile(child, binding)),
    }
  }
  const pairs = named.children.filter(child => child.kind === 'NamedParameter')
  return {
    names: pairs.map(pair => nameOf(childOf(pair, 'ParameterName') ?? pair)),
    values: pairs.map(pair => compilation.compile(pair.children.at(-1) ?? pair, binding)),
  }
}
