import type { Run } from '../run.ts'
import { nameOf } from '../syntax/name-of.ts'
import type { FeelValue } from '../values/feel-value.ts'
import { propertyOf } from '../values/properties.ts'
import { isContext, isList, memberOf } from '../values/type-of.ts'
import type { NodeCompiler } from './compilation.ts'

/** `a.b`: a member of a context, a property of a date or duration, or those of each item of a list. */
export const pathExpression: NodeCompiler = (node, binding, compilation) => {
  const [base, , member] = node.children
  if (!base || !member) return compilation.refuse(node, 'expected a name after the point')
  const value = compilation.compile(base, binding)
  const name = nameOf(member)
  return (run, scope) => step(run, value(run, scope), name)
}

function step(run: Run, value: FeelValue, name: string): FeelValue {
  if (isContext(value)) {
    const member = memberOf(value, name)
    if (member !== undefined) return member
    run.warn('NO_CONTEXT_ENTRY_FOUND', `No context entry found with key '${name}' in ${run.tell(value)}`)
    return null
  }
  if (isList(value)) {
    run.spend(value.length)
    return value.map(item => step(run, item, name))
  }
  const property = propertyOf(value, name)
  if (property !== undefined) return property
  run.warn('NO_PROPERTY_FOUND', `No property found with name '${name}' of value '${run.tell(value)}'`)
  return null
}
