import { describe, test } from 'vitest'
import { expectRow, type Row } from '../evaluated.testing.ts'

describe('conversion and boolean functions', () => {
  test.each<Row>([
    ['string(1.1)', '1.1'],
    ['string(1.10)', '1.10'],
    ['string(true)', 'true'],
    ['string("a")', 'a'],
    ['string(null)', null],
    ['string([1, "a", null])', '[1, "a", null]'],
    ['string({a: 1})', '{a:1}'],
    ['string(date("2012-12-25"))', '2012-12-25'],
    ['string(1/3)', '0.3333333333333333333333333333333333'],
    ['number("1500.5")', 1500.5],
    ['number("1,500", ",")', 1500],
    ['number("1 500.5", " ", ".")', 1500.5],
    ['number("1.500,5", ".", ",")', 1500.5],
    ['number("1,5", null, ",")', 1.5],
    ['number("1,5", ",", ",")', null],
    ['number("one")', null],
    ['number("")', null],
    ['not(true)', false],
    ['not("a")', null],
    ['is defined(1)', true],
    ['is defined(nothing.here)', false],
    ['get or else("this", "default")', 'this'],
    ['get or else(null, "default")', 'default'],
    ['get or else(false, true)', false],
    ['get or else(value: null, default: 1)', 1],
    ['assert(4, 4 > 0)', 4],
    ['fromAi(1, "what it is", "number")', 1],
    ['fromAi(value: 1, options: {strict: true})', 1],
  ])('%s', expectRow)
})
