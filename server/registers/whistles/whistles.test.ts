import { beforeEach, expect, test } from 'vitest'
import { type OfficeDatabase, openDatabase } from '../../../db/open.ts'
import type { Entry } from '../../journal/act.ts'
import { openWhistles } from './whistle-queries.ts'
import { whistleRecord, whistles } from './whistles.ts'

let office: OfficeDatabase
let seq = 0
beforeEach(() => {
  office = openDatabase(':memory:', { preGrowWal: false })
  seq = 0
})

function enter(...register: Entry['register'] & object): void {
  seq += 1
  whistles.open(office.writer)({ register, seq, at: seq } as unknown as Entry)
}
const whistle = (id: string, value: Parameters<typeof whistleRecord>[2]) => enter(whistleRecord('whistles', id, value))
const found = (q: string) =>
  openWhistles(office.reader)
    .list({ q, limit: 10 })
    .items.map(({ whistleId }) => whistleId)

test('each record sets the columns it names and leaves the others', () => {
  whistle('W-1', { title: '油烟扰民', state: 'approving', itemCodes: ['CG-1'], major: true })
  whistle('W-1', { state: 'dispatched', unknown: 'nobody reads it' })
  expect(openWhistles(office.reader).find('W-1')).toMatchObject({
    ...{ title: '油烟扰民', state: 'dispatched', itemCodes: ['CG-1'], major: 1, whistleSeq: 1 },
  })
})

test('a search takes two characters, several words, and what it is called by now', () => {
  whistle('W-1', { title: '餐饮油烟扰民', place: '民主路100号' })
  whistle('W-2', { title: '占道经营', place: '民主路' })
  expect([found('油烟'), found('民主'), found('民主路 油烟'), found('W-2')]).toEqual([
    ...[['W-1'], ['W-2', 'W-1'], ['W-1'], ['W-2']],
  ])
  whistle('W-1', { title: '噪声扰民' })
  expect([found('油烟'), found('噪声')]).toEqual([[], ['W-1']])
})

test('a whistle is of the body that sends it and of those it calls', () => {
  whistle('W-1', { orgCode: 'LDJ', neededDepts: [{ org: 'WC-CG' }] })
  const of = (org: string) => openWhistles(office.reader).list({ orgs: new Set([org]), limit: 10 }).items.length
  expect(['LDJ', 'WC-CG', 'WC-SW'].map(of)).toEqual([1, 1, 0])
})

test('evaluations of one entry lie side by side', () => {
  const evaluated = (org: string, isLow: boolean) =>
    whistleRecord('whistle-evaluations', `W-1/${org}`, { whistleId: 'W-1', org, orgCode: 'LDJ', title: '油烟', isLow })
  enter(evaluated('WC-CG', false), evaluated('WC-SW', true))
  const { evaluations, evaluationsOf } = openWhistles(office.reader)
  expect(evaluationsOf('W-1')).toHaveLength(2)
  expect(evaluations({ q: '油烟', isLow: true, limit: 10 }).items).toMatchObject([{ org: 'WC-SW' }])
})
