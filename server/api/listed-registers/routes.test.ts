import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Office, openOffice } from '../../../tests/support/office.ts'
import { signIn, type Visitor } from '../../../tests/support/visitor.ts'
import { escalationRecord } from '../../registers/escalations.ts'
import { parseCsv } from '../register-files/csv.ts'

const REGISTERS = [
  ...['whistles', 'whistle-evaluations', 'escalations', 'transfers', 'disputes', 'certificate-matters', 'officers'],
  ...['evidence-defects', 'preserved-goods', 'province-reports'],
]
const FOR_ALL_WHO_WORK = [
  ...['whistles', 'whistle-evaluations', 'escalations', 'transfers', 'disputes', 'preserved-goods'],
]

let office: Office
let instance = ''
beforeAll(async () => {
  office = await openOffice()
  const desk = await office.desk('lin-shen')
  instance = await desk.start('legal-review', {
    ...{ caseNo: 'LDJ-PT-2026-00031', caseTitle: '河道保洁案', partyName: '沿阶小馆餐饮店', reviewType: 'penalty' },
    ...{ stage: 'beforeDecision', handlerIds: ['he-lichuan'] },
  })
  await office.settled()
  const up = (ownerKey: string, kind: string | null, refId: string | null, toRole: string, toOrg: string | null) =>
    escalationRecord({
      ...{
        ownerKey,
        parameterKey: kind === null ? 'review.first' : null,
        userTaskKey: null,
        kind,
        refId,
        toRole,
        toOrg,
      },
      ...{ processInstanceKey: instance, elementId: 'first-review', consequence: 'escalate', dueAt: null },
    })
  await office.app.enter([up('71', null, null, 'subdistrict-deputy', 'LDJ')])
  await office.app.enter([up('72', 'sign-overdue', 'W-77', 'leading-group-office', null)])
})
afterAll(() => office.close())

const textOf = async (who: Visitor, path: string) => {
  const answer = await who.request('GET', path)
  return { status: answer.status, rows: answer.ok ? parseCsv(await answer.text()).map(({ cells }) => cells) : [] }
}

describe('every register as a file', () => {
  test.each(REGISTERS)('%s: a heading in each language, a cell for each column, and who took it', async register => {
    const auditor = await signIn(office, 'gu-xingzhi')
    const { status, rows } = await textOf(
      auditor,
      `/registers/${register}/file${register === 'escalations' ? '?view=all' : ''}`,
    )
    expect(status).toBe(200)
    const english = await auditor.request('GET', `/registers/${register}/file`, undefined, { 'accept-language': 'en' })
    const [heading] = parseCsv(await english.text())
    expect(heading?.cells).toHaveLength(rows[0]!.length)
    for (const row of rows) expect(row).toHaveLength(rows[0]!.length)
    const [latest] = office.app.house.journal.entries({ limit: 100_000 }).slice(-1)
    expect(latest).toMatchObject({
      kind: 'access',
      verb: expect.stringMatching(/\.export$/),
      actor: { id: 'gu-xingzhi' },
    })
  })

  test.each(REGISTERS)('%s: whoever may not read it gets no file', async register => {
    const handler = await signIn(office, 'lin-shen')
    const { status } = await textOf(handler, `/registers/${register}/file`)
    expect(status).toBe(FOR_ALL_WHO_WORK.includes(register) ? 200 : 403)
  })

  test('a filter that the list does not know is refused, and an unknown register too', async () => {
    const auditor = await signIn(office, 'gu-xingzhi')
    expect((await textOf(auditor, '/registers/transfers/file?outcome=lost')).status).toBe(400)
    expect((await textOf(auditor, '/registers/transfers/file?colour=red')).status).toBe(400)
    expect((await textOf(auditor, '/registers/passwords/file')).status).toBe(400)
  })
})

describe('what went up', () => {
  test.each([
    ['the number of what it is about', 'q=w-77', 1],
    ['the case', 'q=00031', 2],
    ['the title of the procedure', `q=${encodeURIComponent('河道保洁')}`, 2],
    ['the name of the body it went to', `q=${encodeURIComponent('粮道街道办事处')}`, 1],
    ['something else', 'q=zzz', 0],
    ['a limit that is over', 'why=limit', 1],
    ['a reason of a procedure', 'why=sign-overdue', 1],
    ['another consequence', 'consequence=forfeit', 0],
  ])('is found by %s', async (_, query, count) => {
    const auditor = await signIn(office, 'gu-xingzhi')
    const { items } = await auditor.json<{ items: unknown[] }>('GET', `/escalations?view=all&${query}`)
    expect(items).toHaveLength(count)
    const { rows } = await textOf(auditor, `/registers/escalations/file?view=all&${query}`)
    expect(rows).toHaveLength(count + 1)
  })
})
