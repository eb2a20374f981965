import { CalculationFailure } from '../run.ts'
import { compare } from '../values/equality.ts'
import { type Endpoint, FeelRange } from '../values/feel-range.ts'
import type { FeelValue } from '../values/feel-value.ts'
import { textOf } from '../values/text-of.ts'
import { type Declaration, declare } from './builtin.ts'

type Relation = (a: FeelRange, b: FeelRange) => boolean
/** What an argument has to be. */
type Asked = 'any' | 'range'
/** Where an open bound lies: -1 before everything, 1 after everything. */
type Side = -1 | 1

const declarations: readonly Declaration[] = [
  ['before(point1: any, point2: any)', relation(isBefore)],
  ['after(point1: any, point2: any)', relation((a, b) => isBefore(b, a))],
  ['meets(range1: any, range2: any)', relation(meets, 'range', 'range')],
  ['met by(range1: any, range2: any)', relation((a, b) => meets(b, a), 'range', 'range')],
  ['overlaps(range1: any, range2: any)', relation((a, b) => !isBefore(a, b) && !isBefore(b, a), 'range', 'range')],
  ['overlaps before(range1: any, range2: any)', relation(overlapsBefore, 'range', 'range')],
  ['overlaps after(range1: any, range2: any)', relation((a, b) => overlapsBefore(b, a), 'range', 'range')],
  ['finishes(point: any, range: any)', relation((a, b) => ends(a, b) === 0 && starts(a, b) >= 0, 'any', 'range')],
  ['finished by(range: any, point: any)', relation((a, b) => ends(a, b) === 0 && starts(b, a) >= 0, 'range', 'any')],
  ['includes(range: any, point: any)', relation((a, b) => within(b, a), 'range', 'any')],
  ['during(point: any, range: any)', relation(within, 'any', 'range')],
  ['starts(point: any, range: any)', relation((a, b) => starts(a, b) === 0 && ends(a, b) <= 0, 'any', 'range')],
  ['started by(range: any, point: any)', relation((a, b) => starts(a, b) === 0 && ends(b, a) <= 0, 'range', 'any')],
  ['coincides(point1: any, point2: any)', coincide],
]

/** How points and ranges lie to each other. A point counts as the range of itself alone. */
export const rangeBuiltins = declare(declarations)

function coincide(a: FeelValue, b: FeelValue): FeelValue {
  if (a === null || b === null) return null
  if (a instanceof FeelRange !== b instanceof FeelRange) return false
  return relation((one, other) => starts(one, other) === 0 && ends(one, other) === 0)(a, b)
}

function relation(holds: Relation, first: Asked = 'any', second: Asked = 'any') {
  return (a: FeelValue, b: FeelValue): FeelValue => {
    if (a === null || b === null) return null
    if (!isAsked(first, a) || !isAsked(second, b))
      throw new CalculationFailure(`points and ranges do not lie so to each other: ${textOf(a)} and ${textOf(b)}`)
    const [one, other] = [asRange(a), asRange(b)]
    return isRelated(one, other) ? holds(one, other) : null
  }
}

function isAsked(kind: Asked, value: FeelValue): boolean {
  return kind === 'any' || value instanceof FeelRange
}

function asRange(value: FeelValue): FeelRange {
  if (value instanceof FeelRange) return value
  return new FeelRange({ value, isIncluded: true }, { value, isIncluded: true })
}

function isRelated(a: FeelRange, b: FeelRange): boolean {
  const bounds = [a.start, a.end, b.start, b.end].flatMap(({ value }) => (value === undefined ? [] : [value]))
  const [first = null] = bounds
  return bounds.length > 0 && bounds.every(bound => typeof bound !== 'string' && compare(first, bound) !== null)
}

function isBefore(a: FeelRange, b: FeelRange): boolean {
  const gap = distance(a.end, 1, b.start, -1)
  return gap < 0 || (gap === 0 && !(a.end.isIncluded && b.start.isIncluded))
}

function meets(a: FeelRange, b: FeelRange): boolean {
  return a.end.isIncluded && b.start.isIncluded && distance(a.end, 1, b.start, -1) === 0
}

function overlapsBefore(a: FeelRange, b: FeelRange): boolean {
  const [start, end] = [starts(a, b), ends(a, b)]
  return !isBefore(a, b) && !isBefore(b, a) && start <= 0 && end <= 0 && start + end < 0
}

function within(a: FeelRange, b: FeelRange): boolean {
  return starts(a, b) >= 0 && ends(a, b) <= 0
}

/** Negative when `a` starts first; the one that includes its start does. */
function starts(a: FeelRange, b: FeelRange): number {
  return distance(a.start, -1, b.start, -1) || Number(b.start.isIncluded) - Number(a.start.isIncluded)
}

/** Negative when `a` ends first; the one that excludes its end does. */
function ends(a: FeelRange, b: FeelRange): number {
  return distance(a.end, 1, b.end, 1) || Number(a.end.isIncluded) - Number(b.end.isIncluded)
}

/** How the values of two bounds lie to each other. An open bound lies beyond every value, on its own side. */
function distance(a: Endpoint, sideOfA: Side, b: Endpoint, sideOfB: Side): number {
  if (a.value !== undefined && b.value !== undefined) return compare(a.value, b.value) ?? 0
  return (a.value === undefined ? sideOfA : 0) - (b.value === undefined ? sideOfB : 0)
}
