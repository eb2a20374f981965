import { describe, test } from 'vitest'
import { expectRow, type Row } from '../evaluated.testing.ts'

describe('functions that make one value of many', () => {
  test.each<Row>([
    ['min([1, 2, 3])', 1],
    ['min(3, 1, 2)', 1],
    ['max([1, 2, 3])', 3],
    ['max(["a", "c", "b"])', 'c'],
    ['max([@"2026-01-01", @"2026-02-01"])', '2026-02-01'],
    ['max([1, "a"])', null],
    ['max([1, null])', null],
    ['min([])', null],
    ['sum([0.1, 0.2])', 0.3],
    ['sum(1, 2, 3)', 6],
    ['sum([1, null])', null],
    ['sum([])', null],
    ['product([2, 3, 4])', 24],
    ['product(2, 3, 4)', 24],
    ['mean([1, 2, 3])', 2],
    ['mean(1, 2)', 1.5],
    ['median(8, 2, 5, 3, 4)', 4],
    ['median([6, 1, 2, 3])', 2.5],
    ['median([])', null],
    ['stddev(2, 4, 7, 5)', 2.0816659994661326],
    ['mode(6, 3, 9, 6, 6)', [6]],
    ['mode([6, 1, 9, 6, 1])', [1, 6]],
    ['mode([])', []],
  ])('%s', expectRow)
})
