import { join } from 'node:path'
import { createJournal } from '../../db/journal.ts'
import { journalIndex } from '../../db/journal-index.ts'
import { openDatabase } from '../../db/open.ts'
import { openCaseList } from '../../server/registers/cases/case-list.ts'
import { cases } from '../../server/registers/cases/cases.ts'
import { quantile } from './blocks.ts'

const STREETS = Array.from({ length: 14 }, (_, index) => `S${String(index).padStart(2, '0')}`)
const SUBJECTS = [
  '占用人行道经营案',
  '餐饮油烟扰民案',
  '擅自搭建阳光房案',
  '未经批准设置户外广告案',
  '运输渣土未密闭案',
]
const NAMES = ['沿阶小馆', '澄湖广告有限公司', '砺石渣土运输有限公司', '云梯装饰工程有限公司', '晨炊早点铺']
const REPETITIONS = 200

/**
 * How long a page of the register of cases takes for a reader of fourteen streets, ms, median: the newest, a frequent word
 * of two characters, and a rare name. The journal wrote them all.
 */
export function measureRegisters(folder: string, count: number): { newest: number; frequent: number; rare: number } {
  const db = openDatabase(join(folder, 'registers.db'))
  const journal = createJournal(db.writer, { clock: { now: () => 0 }, projections: [journalIndex, cases] })
  db.writer.transaction(() => {
    for (let i = 0; i < count; i++) journal.append(registration(i), [], [])
  })()
  const list = openCaseList(db.reader)
  const measure = (q?: string) => {
    const times = Array.from({ length: REPETITIONS }, () => {
      const begun = performance.now()
      const { items } = list({ orgs: STREETS, q, limit: 50 })
      if (items.length === 0) throw new Error(`Expected cases of '${q}', found none`)
      return performance.now() - begun
    })
    return quantile(times.slice(20), 0.5)
  }
  const found = { newest: measure(), frequent: measure('油烟'), rare: measure('栖霞') }
  db.close()
  return found
}

function registration(i: number) {
  const orgCode = STREETS[i % STREETS.length]!
  const caseNo = `${orgCode}-PT-2026-${String(i).padStart(6, '0')}`
  const partyName = i % 5000 === 0 ? '栖霞茶社' : `${NAMES[i % 5]!}${i % 997}`
  const about = {
    orgCode,
    itemCode: `T-${i % 30}`,
    title: SUBJECTS[(i * 7) % 5]!,
    source: 'other',
    place: `民主路${i % 300}号`,
  }
  const days = { discoveredOn: '2026-01-01', conductFrom: '2026-01-01', conductTo: null }
  return {
    ...{ kind: 'register' as const, verb: 'case.register', actor: { kind: 'person' as const, id: 'lin-shen' }, at: i },
    register: [
      { register: 'parties', op: 'put' as const, id: `P${i}`, value: { orgCode, partyType: 'citizen', partyName } },
      {
        register: 'cases',
        op: 'put' as const,
        id: caseNo,
        value: { ...about, ...days, partyId: `P${i}`, clause58: [] },
      },
    ],
  }
}
