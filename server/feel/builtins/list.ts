import type { Run } from '../run.ts'
import { isSame } from '../values/equality.ts'
import type { FeelFunction } from '../values/feel-function.ts'
import type { FeelNumber, FeelValue } from '../values/feel-value.ts'
import { wholePart } from '../values/numbers.ts'
import { isList } from '../values/type-of.ts'
import { type Declaration, declare } from './builtin.ts'
import { sorted } from './sorted.ts'

type List = readonly FeelValue[]

const declarations: readonly Declaration[] = [
  [
    'list contains(list: list, element: any)',
    (list: List, element: FeelValue) => list.some(item => isSame(item, element)),
  ],
  ['count(list: list)', (list: List) => list.length],
  ['is empty(list: list)', (list: List) => list.length === 0],
  ['all(...list: list)', (list: List) => decided(list, false)],
  ['any(...list: list)', (list: List) => decided(list, true)],
  ['sublist(list: list, start position: number, length?: number)', sublist],
  ['append(list: list, items...: any)', (list: List, items: List) => [...list, ...items]],
  ['concatenate(lists...: any)', (lists: List) => lists.flatMap(asList)],
  ['insert before(list: list, position: number, newItem: any)', insertBefore],
  ['remove(list: list, position: number)', remove],
  ['reverse(list: list)', (list: List) => list.toReversed()],
  ['index of(list: list, match: any)', indexOf],
  ['union(lists...: any)', (lists: List, run: Run) => distinct(lists.flatMap(asList), run)],
  ['distinct values(list: list)', distinct],
  ['duplicate values(list: list)', duplicates],
  ['flatten(list: list)', flatten],
  ['sort(list: list, precedes: function)', sort],
  ['partition(list: list, size: number)', partition],
]

/** Functions on lists. */
export const listBuiltins = declare(declarations)

function decided(list: List, deciding: boolean): FeelValue {
  if (list.includes(deciding)) return deciding
  return list.every(item => item === !deciding) ? !deciding : null
}

function sublist(list: List, start: FeelNumber, length?: FeelNumber): FeelValue {
  const from = indexIn(list, start)
  const count = length === undefined ? Number.POSITIVE_INFINITY : wholePart(length)
  if (from === undefined || count === undefined) return null
  return list.slice(Math.max(0, from), Math.max(0, from + Math.max(0, count)))
}

function insertBefore(list: List, position: FeelNumber, item: FeelValue): FeelValue {
  const index = indexIn(list, position)
  return index === undefined ? null : list.toSpliced(Math.max(0, index), 0, item)
}

function remove(list: List, position: FeelNumber): FeelValue {
  const index = indexIn(list, position)
  if (index === undefined) return null
  return index < 0 ? list : list.toSpliced(index, 1)
}

/** The index of a position that counts from 1, or from -1 at the end; it may lie outside. Undefined for 0. */
function indexIn(list: List, position: FeelNumber): number | undefined {
  const place = wholePart(position)
  if (place === undefined || place === 0) return undefined
  return place > 0 ? place - 1 : list.length + place
}

function indexOf(list: List, match: FeelValue): FeelValue {
  return list.flatMap((item, index) => (isSame(item, match) ? [index + 1] : []))
}

function distinct(list: List, run: Run): FeelValue[] {
  const values: FeelValue[] = []
  for (const item of list) {
    run.spend(values.length >> 4)
    if (!values.some(value => isSame(value, item))) values.push(item)
  }
  return values
}

function duplicates(list: List, run: Run): FeelValue {
  return distinct(list, run).filter(value => {
    run.spend(list.length >> 4)
    return list.filter(item => isSame(item, value)).length > 1
  })
}

function flatten(list: List): FeelValue[] {
  return list.flatMap(item => (isList(item) ? flatten(item) : [item]))
}

function sort(list: List, precedes: FeelFunction): FeelValue {
  if (precedes.parameters.length !== 2) return null
  let isDecided = true
  const items = sorted(list, (a, b) => {
    const answer = precedes.invoke([a, b])
    isDecided &&= typeof answer === 'boolean'
    return answer === true
  })
  return isDecided ? items : null
}

function partition(list: List, size: FeelNumber): FeelValue {
  const length = wholePart(size)
  if (length === undefined || length < 1) return null
  const parts: FeelValue[] = []
  for (let start = 0; start < list.length; start += length) parts.push(list.slice(start, start + length))
  return parts
}

function asList(value: FeelValue): List {
  return isList(value) ? value : [value]
}
