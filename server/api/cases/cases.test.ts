import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isIntact, verify } from '../../../db/verify.ts'
import { type CaseOffice, openCaseOffice, SUSPENDED } from '../../../tests/support/case-office.ts'
import { filing } from '../../../tests/support/filing.ts'
import { readings } from '../../app.ts'

let office: CaseOffice
beforeAll(async () => {
  office = await openCaseOffice()
})
afterAll(() => office.close())

const ask = async (personId: string, method: string, path: string, body?: unknown) => {
  const answer = await (await office.visitor(personId)).request(method, path, body as never)
  const text = await answer.text()
  return { status: answer.status, body: text ? (text.startsWith('{') ? JSON.parse(text) : text) : undefined }
}
const register = (variables: object, by = 'lin-shen') =>
  ask(by, 'POST', '/cases', { variables: { ...filing, ...variables } })
const change = (caseNo: string, variables: object, by = 'lin-shen') =>
  ask(by, 'POST', `/cases/${caseNo}/changes`, { variables: { reason: '复核后更正', ...variables } })

describe('a case is registered', () => {
  test('under the next number of its street and year, with its party and its handlers', async () => {
    const first = await register({})
    const second = await register({ title: '餐饮油烟扰民案' })
    expect([first.status, first.body.caseNo]).toEqual([201, 'LDJ-PT-2026-00001'])
    expect(second.body.caseNo).toBe('LDJ-PT-2026-00002')
    const { body } = await ask('lin-shen', 'GET', '/cases/LDJ-PT-2026-00001')
    expect(body).toMatchObject({
      title: '占用人行道经营案',
      item: { name: '占道经营' },
      state: { value: 'filed' },
      party: { partyName: '程知远', idNumber: '420*************15', isMasked: true },
      canChange: { permitted: true },
    })
    expect(body.handlers.map((each: { id: string }) => each.id).sort()).toEqual(['he-lichuan', 'lin-shen'])
    expect(body.handlers[0].certificateNumber).toMatch(/^E420106/)
  })

  test('and the same number is the same party', async () => {
    const found = await ask('lin-shen', 'GET', '/parties?q=沿阶')
    expect(found.body.items).toHaveLength(1)
    const cases = await ask('lin-shen', 'GET', `/cases?partyId=${found.body.items[0].partyId}`)
    expect(cases.body.items).toHaveLength(2)
  })

  test('with nothing personal in the journal', () => {
    const bodies = office.app.house.db.writer.prepare('SELECT body FROM journal').pluck().all().join()
    expect(bodies).toContain('case.register')
    for (const personal of ['程知远', '420106198001010015', '92420106MA4KXY1286', '13900000000'])
      expect(bodies).not.toContain(personal)
  })

  test.each<[string, object, string, number, string]>([
    ['by one handler alone', { handlerIds: ['lin-shen'] }, 'lin-shen', 403, 'R-TWO'],
    [
      'with a handler whose certificate is suspended',
      { handlerIds: ['lin-shen', SUSPENDED] },
      'lin-shen',
      403,
      'R-CERT',
    ],
    ['by somebody whose certificate is suspended', {}, SUSPENDED, 403, 'R-CERT'],
    ['by auxiliary staff', {}, 'ding-xiaoman', 403, 'R-AUX'],
    ['by a reviewer', {}, 'zhou-yanqing', 403, 'R-AUX'],
    ['by an administrator', {}, 'fang-yuangui', 403, ''],
    ['about an item the street is not empowered to', { itemCode: 'T-SW-9' }, 'lin-shen', 403, 'R-SUBJECT'],
  ])('not %s', async (_, variables, by, status, rule) => {
    const refused = await register(variables, by)
    expect([refused.status, refused.body.rule ?? '']).toEqual([status, rule])
    expect(refused.body.detail).not.toMatch(/case\.|policy\./)
  })

  test.each<[string, object, string]>([
    ['no item', { itemCode: undefined }, '/itemCode'],
    ['a wrong digit in the identity number', { idCard: '420106198001010014' }, '/idCard'],
    ['a wrong character in the credit code', { creditCode: '92420106MA4KXY1287' }, '/creditCode'],
    ['a minor without a guardian', { ...citizen('420106201405120047') }, '/guardian'],
    ['a handler of nowhere', { handlerIds: ['lin-shen', 'zhou-yanqing'] }, '/handlerIds/1'],
    ['a file nobody brought', { materials: [{ kind: 'evidence', file: strange() }] }, '/materials/0/file'],
  ])('not with %s', async (_, variables, path) => {
    const refused = await register(variables)
    expect(refused.status).toBe(422)
    expect(refused.body.errors.map((error: { path: string }) => error.path)).toContain(path)
  })

  test('and a number that was refused is not left out', async () => {
    expect((await register({ title: '占道洗车案' })).body.caseNo).toBe('LDJ-PT-2026-00003')
  })
})

function citizen(idCard: string) {
  return { partyType: 'citizen', partyName: '向小满', idCard, tradeName: undefined, creditCode: undefined }
}

function strange() {
  return { fileId: 'a'.repeat(64), name: '证据.pdf', size: 1, type: 'application/pdf' }
}

describe('a case changes', () => {
  test('by its handlers, and only what a review must not have missed moves its instant', async () => {
    const caseNo = await office.registered({ title: '违法搭建案' })
    const at = async () => (await ask('lin-shen', 'GET', `/cases/${caseNo}`)).body.lastMaterialChangeAt
    const before = await at()
    await office.until(office.app.clock.now() + 60_000)
    office = { ...office, visitor: (await reopened()).visitor }
    expect((await change(caseNo, { change: 'title', title: '违法搭建阳光房案' })).status).toBe(204)
    expect(await at()).toBe(before)
    expect((await change(caseNo, { change: 'facts', facts: '补充：搭建面积为十二平方米。' })).status).toBe(204)
    expect(await at()).not.toBe(before)
    const { body } = await ask('lin-shen', 'GET', `/cases/${caseNo}`)
    expect(body.changes.map((each: { kind: { value: string } }) => each.kind.value)).toEqual(['facts', 'title'])
    expect(body.changes[1]).toMatchObject({ before: '违法搭建案', after: '违法搭建阳光房案', isMaterial: false })
  })

  test('not by anybody else, not into what it is, and with a reason', async () => {
    const caseNo = await office.registered()
    expect((await change(caseNo, { change: 'title', title: '别的' }, 'deng-ziyang')).body.id).toBe('case.handlers-only')
    expect((await change(caseNo, { change: 'title', title: '占用人行道经营案' })).body.errors[0].path).toBe('/change')
    expect((await change(caseNo, { change: 'title', title: '别的', reason: '' })).body.errors[0].path).toBe('/reason')
  })

  test('files come to it and are taken out', async () => {
    const caseNo = await office.registered()
    const { evidence } = await office.caseFiles()
    const materials = [{ kind: 'evidence', file: evidence }]
    expect((await change(caseNo, { change: 'evidence-added', materials })).status).toBe(204)
    // Whoever sees the case may open its files.
    expect((await ask('zheng-huaiyuan', 'GET', `/files/${evidence.fileId}`)).status).toBe(200)
    expect((await change(caseNo, { change: 'evidence-removed', removed: [evidence.fileId] })).status).toBe(204)
    const { body } = await ask('lin-shen', 'GET', `/cases/${caseNo}`)
    expect(body.materials[0]).toMatchObject({ name: '证据.pdf', kind: { label: '证据' } })
    expect(body.materials[0].removedAt).not.toBeNull()
  })

  test('situations of article 58 are added and stay', async () => {
    const caseNo = await office.registered({ clause58: ['1'] })
    expect((await change(caseNo, { change: 'clause58', clause58: ['3'] })).status).toBe(204)
    const { body } = await ask('lin-shen', 'GET', `/cases/${caseNo}`)
    expect(body.isUnder58).toBe(true)
    expect(body.clause58.map((each: { value: string }) => each.value)).toEqual(['1', '3'])
  })

  test('a hearing that ended long ago is entered late, with a reason, and counts from its entry', async () => {
    const caseNo = await office.registered()
    const variables = { change: 'hearing-ended', hearingEndedOn: '2026-11-10', reason: '听证笔录今天收到' }
    expect((await change(caseNo, variables)).status).toBe(422)
    const late = { variables, lateReason: '听证主持人今天才移交笔录' }
    expect((await ask('lin-shen', 'POST', `/cases/${caseNo}/changes`, late)).status).toBe(204)
    const { body } = await ask('lin-shen', 'GET', `/cases/${caseNo}`)
    expect(body.changes[0].happenedAt).toBe('2026-11-09T16:00:00.000Z')
    expect(body.lastMaterialChangeAt).toBe(body.changes[0].recordedAt)
  })
})

describe('its handlers', () => {
  const name = (caseNo: string, handlerIds: string[], by = 'zheng-huaiyuan') =>
    ask(by, 'PUT', `/cases/${caseNo}/handlers`, { variables: { handlerIds, reason: '工作调整' } })

  test('are named by their director; who leaves stays part of its history', async () => {
    const caseNo = await office.registered()
    expect((await name(caseNo, ['he-lichuan', 'ye-wanzhou'])).status).toBe(204)
    const { body } = await ask('he-lichuan', 'GET', `/cases/${caseNo}`)
    const present = body.handlers.filter((each: { until: unknown }) => each.until === null)
    expect(present.map((each: { id: string }) => each.id).sort()).toEqual(['he-lichuan', 'ye-wanzhou'])
    expect(office.app.house.cases.everHandlersOf(caseNo)).toContain('lin-shen')
    expect((await change(caseNo, { change: 'title', title: '别的' })).body.id).toBe('case.handlers-only')
  })

  test.each([
    [['lin-shen'], 'zheng-huaiyuan', 403, 'R-TWO'],
    [['lin-shen', SUSPENDED], 'zheng-huaiyuan', 403, 'R-CERT'],
    [['lin-shen', 'ye-wanzhou'], 'lin-shen', 403, ''],
  ])('are not %j by %s', async (handlerIds, by, status, rule) => {
    const caseNo = await office.registered()
    const refused = await name(caseNo, handlerIds, by)
    expect([refused.status, refused.body.rule ?? '']).toEqual([status, rule])
  })
})

describe('who sees it', () => {
  test.each([
    ['deng-ziyang', 200],
    ['zhou-yanqing', 200],
    ['mei-qinghe', 200],
    ['gu-xingzhi', 200],
    ['wei-mingjian', 200],
    ['ding-xiaoman', 404],
    ['fang-yuangui', 404],
    ['jian-shuyan', 404],
  ])('%s: %s', async (personId, status) => {
    expect((await ask(personId, 'GET', '/cases/LDJ-PT-2026-00001')).status).toBe(status)
    expect((await ask(personId, 'GET', '/cases')).status).toBe(status === 200 ? 200 : 403)
  })

  test('all of a party is told for a reason, and that is written down', async () => {
    const { items } = (await ask('lin-shen', 'GET', '/parties?q=沿阶')).body
    const path = `/parties/${items[0].partyId}/disclosure`
    expect((await ask('lin-shen', 'POST', path, {})).status).toBe(400)
    const whole = await ask('lin-shen', 'POST', path, { reason: '制作送达回证' })
    expect(whole.body.party).toMatchObject({ idNumber: '420106198001010015', isMasked: false })
    const entry = office.app.house.journal.findEntry(office.app.house.journal.lastSeq())
    expect(entry).toMatchObject({ kind: 'access', verb: 'party.disclose', actor: { id: 'lin-shen' } })
    expect(entry?.payload).toEqual({ reason: '制作送达回证' })
  })

  test('a file of the register is masked, and who took it is written down', async () => {
    const { body } = await ask('lin-shen', 'GET', '/case-files/parties?q=沿阶')
    expect(body).toContain('420*************15')
    expect(body).not.toContain('420106198001010015')
    const entry = office.app.house.journal.findEntry(office.app.house.journal.lastSeq())
    expect(entry).toMatchObject({ kind: 'access', verb: 'party.export' })
    expect((await ask('lin-shen', 'GET', '/case-files/cases?state=filed')).body.split('\n').length).toBeGreaterThan(5)
  })
})

describe('it is found', () => {
  test.each([
    ['油烟', 1],
    ['占道', 1],
    ['人行道 民主路', 1],
    ['00002', 1],
    ['LDJ-PT-2026-00002', 1],
    ['沿阶小馆', 2],
    ['栖霞', 0],
    ['烟', 1],
  ])('by %s', async (q, least) => {
    const { body } = await ask('lin-shen', 'GET', `/cases?q=${encodeURIComponent(q)}`)
    expect(body.items.length >= least && (least > 0 || body.items.length === 0)).toBe(true)
  })

  test('a party by its whole number, never by a part of it', async () => {
    expect((await ask('lin-shen', 'GET', '/parties?q=420106198001010015')).body.items).toHaveLength(1)
    expect((await ask('lin-shen', 'GET', '/parties?q=42010619800101')).body.items).toHaveLength(0)
  })

  test('page by page, each once', async () => {
    const seen: string[] = []
    let after = ''
    do {
      const { body } = await ask('lin-shen', 'GET', `/cases?limit=3${after && `&after=${after}`}`)
      seen.push(...body.items.map((each: { caseNo: string }) => each.caseNo))
      after = body.page.endCursor ?? ''
    } while (after)
    expect(seen).toEqual([...new Set(seen)].sort().reverse())
    expect(seen.length).toBeGreaterThan(8)
  })
})

test('a rebuild from the journal gives the same registers', async () => {
  await office.settled()
  const report = verify(office.app.house.db.reader, { readings })
  expect([report.fault, report.differences, report.unexplained]).toEqual([undefined, [], []])
  expect(isIntact(report)).toBe(true)
})

/** A clock that was set forward ended every session. */
async function reopened() {
  const { signIn } = await import('../../../tests/support/visitor.ts')
  const visitors = new Map<string, ReturnType<typeof signIn>>()
  return {
    visitor: (personId: string) => {
      const known = visitors.get(personId) ?? signIn(office, personId)
      visitors.set(personId, known)
      return known
    },
  }
}
