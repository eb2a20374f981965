import { describe, test } from 'vitest'
import { expectRow, type Row } from '../evaluated.testing.ts'

describe('context functions', () => {
  test.each<Row>([
    ['get value({foo: 123}, "foo")', 123],
    ['get value({a: 1}, "b")', null],
    ['get value({x: 1, y: {z: 0}}, ["y", "z"])', 0],
    ['get value({a: {b: 3}}, ["b"])', null],
    ['get value({a: 1}, [])', null],
    ['get value({}, "__proto__")', null],
    ['get entries({foo: 123})', [{ key: 'foo', value: 123 }]],
    ['context put({x: 1}, "y", 2)', { x: 1, y: 2 }],
    ['context put({x: 1}, "x", 2)', { x: 2 }],
    ['context put({x: 1, y: {z: 0}}, ["y", "z"], 2)', { x: 1, y: { z: 2 } }],
    ['context put({x: 1}, ["y", "z"], 2)', { x: 1, y: { z: 2 } }],
    ['context put({x: 1}, [], 2)', null],
    ['context merge([{x: 1, y: 0}, {y: 2}])', { x: 1, y: 2 }],
    ['context merge([{x: 1}, 2])', null],
    ['context([{key: "a", value: 1}, {key: "a", value: 2}])', { a: 2 }],
    ['context([{key: "a"}])', null],
    ['put({a: 1}, "b", 2)', { a: 1, b: 2 }],
    ['put all([{a: 1}, {b: 2}])', { a: 1, b: 2 }],
  ])('%s', expectRow)
})
