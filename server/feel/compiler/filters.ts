import type { Run } from '../run.ts'
import type { FeelNumber, FeelValue } from '../values/feel-value.ts'
import { isNumber, round, wholePart } from '../values/numbers.ts'
import { isList } from '../values/type-of.ts'
import type { Evaluate, NodeCompiler } from './compilation.ts'
import { bindItem, type Scope } from './scope.ts'

/** `list[2]`, `list[-1]`, `list[item > 3]`; of what is no list there are no items: null. */
export const filterExpression: NodeCompiler = (node, binding, compilation) => {
  const [base, , filter] = node.children
  if (!base || !filter) return compilation.refuse(node, 'expected an index or a condition')
  const value = compilation.compile(base, binding)
  const condition = compilation.compile(filter, bindItem(binding))
  return (run, scope) => {
    const list = value(run, scope)
    if (isList(list)) return select(run, list, condition, scope)
    run.warn('INVALID_TYPE', `Expected a list but found '${run.tell(list)}'`)
    return null
  }
}

function select(run: Run, list: readonly FeelValue[], condition: Evaluate, scope: Scope | null): FeelValue {
  const first = condition(run, { value: list[0] ?? null, parent: scope })
  if (isNumber(first)) return itemAt(run, list, first)
  return list.filter((item, index) => {
    run.spend(1)
    return (index === 0 ? first : condition(run, { value: item, parent: scope })) === true
  })
}

function itemAt(run: Run, list: readonly FeelValue[], index: FeelNumber): FeelValue {
  const position = wholePart(round(index, 0, 'floor')) ?? 0
  const item = position > 0 ? list[position - 1] : position < 0 ? list[list.length + position] : undefined
  if (item !== undefined) return item
  run.warn('OUT_OF_BOUNDS', `Index ${run.tell(index)} out of bounds of a list of ${list.length} items`)
  return null
}
