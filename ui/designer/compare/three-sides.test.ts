import { expect, test } from 'vitest'
import type { Change } from '../../../server/prose/index.ts'
import { threeSides } from './three-sides.ts'

const change = (zh: string, elementIds: string[] = [], more: Partial<Change> = {}): Change => ({
  ...{ kind: 'changed', topic: 'step', file: 'a.bpmn', zh, en: zh, elementIds },
  ...more,
})
const limit = change('“审核”的期限由 5 天改为 3 天', ['review'])
const longer = change('“审核”的期限由 5 天改为 8 天', ['review'])
const role = change('“审核”由主任做', ['review'])
const step = change('加了“归档”', ['archive'])
const name = change('“受理”改名', ['intake'])
const form = change('多问一项', [], { file: 'a.form', topic: 'form' })
const field = change('少问一项', [], { file: 'a.form', topic: 'form' })
const moved = change('“审核”移了位置', ['review'], { topic: 'drawing' })

test.each<[string, Change[], Change[], ReturnType<typeof threeSides>]>([
  ['nothing', [], [], { conflicts: [], release: [], own: [], merged: [] }],
  ['in different places', [limit], [step], { conflicts: [], release: [step], own: [limit], merged: [] }],
  [
    'the same step otherwise',
    [limit],
    [longer],
    { conflicts: [{ own: [limit], release: [longer] }], release: [], own: [], merged: [] },
  ],
  [
    'the same step, each something',
    [limit, role],
    [longer, step],
    { conflicts: [{ own: [limit, role], release: [longer] }], release: [step], own: [], merged: [] },
  ],
  ['alike: nobody has to decide', [limit, name], [limit], { conflicts: [], release: [], own: [name], merged: [limit] }],
  ['one form', [form], [field], { conflicts: [{ own: [form], release: [field] }], release: [], own: [], merged: [] }],
  ['one step and one form', [limit], [field], { conflicts: [], release: [field], own: [limit], merged: [] }],
  [
    'drawn otherwise is nobody’s conflict',
    [limit, moved],
    [moved],
    { conflicts: [], release: [], own: [limit], merged: [] },
  ],
])('%s', (_, own, release, sides) => {
  expect(threeSides(own, release)).toEqual(sides)
})
