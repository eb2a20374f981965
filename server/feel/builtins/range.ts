import { compare } from '../values/equality.ts'
import { type Endpoint, FeelRange } from '../values/feel-range.ts'
import type { FeelValue } from '../values/feel-value.ts'
import { type Declaration, declare } from './builtin.ts'

type Relation = (a: FeelRange, b: FeelRange) => boolean
/** Where an open bound lies: -1 before everything, 1 after everything. */
type Side = -1 | 1

const declarations: readonly Declaration[] = [
  ['before(point1: any, point2: any)', relation(isBefore)],
  ['after(point1: any, point2: any)', relation((a, b) => isBefore(b, a))],
  ['meets(range1: range, range2: range)', relation(meets)],
  ['met by(range1: range, range2: range)', relation((a, b) => meets(b, a))],
  ['overlaps(range1: range, range2: range)', relation((a, b) => !isBefore(a, b) && !isBefore(b, a))],
  ['overlaps before(range1: range, range2: range)', relation(overlapsBefore)],
  ['overlaps after(range1: range, range2: range)', relation((a, b) => overlapsBefore(b, a))],
  ['finishes(point: any, range: range)', relation((a, b) => ends(a, b) === 0 && starts(a, b) >= 0)],
  ['finished by(range: range, point: any)', relation((a, b) => ends(a, b) === 0 && starts(b, a) >= 0)],
  ['includes(range: range, point: any)', relation((a, b) => within(b, a))],
  ['during(point: any, range: range)', relation(within)],
  ['starts(point: any, range: range)', relation((a, b) => starts(a, b) === 0 && ends(a, b) <= 0)],
  ['started by(range: range, point: any)', relation((a, b) => starts(a, b) === 0 && ends(b, a) <= 0)],
  ['coincides(point1: any, point2: any)', relation((a, b) => starts(a, b) === 0 && ends(a, b) === 0)],
]

/** How points and ranges lie to each other. A point counts as the range of itself alone. */
export const rangeBuiltins = declare(declarations)

function relation(holds: Relation): (a: FeelValue, b: FeelValue) => FeelValue {
  return (a, b) => {
    if (a === null || b === null) return null
    const [first, second] = [asRange(a), asRange(b)]
    return isRelated(first, second) ? holds(first, second) : null
  }
}

function asRange(value: FeelValue): FeelRange {
  if (value instanceof FeelRange) return value
  return new FeelRange({ value, isIncluded: true }, { value, isIncluded: true })
}

function isRelated(a: FeelRange, b: FeelRange): boolean {
  const bounds = [a.start, a.end, b.start, b.end].flatMap(({ value }) => (value === undefined ? [] : [value]))
  const [first = null] = bounds
  return bounds.length > 0 && bounds.every(bound => compare(first, bound) !== null)
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
