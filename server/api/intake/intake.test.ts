import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isIntact, verify } from '../../../db/verify.ts'
import { type Office, openOffice } from '../../../tests/support/office.ts'
import { diagramOf, flow, userTask } from '../../../tests/support/small-diagrams.ts'
import { readings } from '../../app.ts'
import { signatureOf } from '../../identity/request-signature.ts'

/** What takes such matters, as the dispatcher's procedure does. */
const dispatch = diagramOf(
  'takes-matters',
  `<bpmn:startEvent id="asked"><bpmn:messageEventDefinition messageRef="m" /></bpmn:startEvent>
   ${userTask('look', 'street-officer@LDJ-CEC', { kind: 'internal' })}${flow('asked', 'look')}`,
  '<bpmn:message id="m" name="msg.hotline.dispatched" />',
)
const MATTER = {
  sourceId: '20261124-0087',
  org: 'LDJ',
  title: '餐饮油烟扰民',
  problem: '沿阶小馆每天傍晚直排油烟，反映人住在楼上。',
  place: '粮道街 12 号',
  receivedAt: '2026-11-24T09:20:00+08:00',
  reporter: { name: '舒望舒', phone: '13900001234' },
}

let office: Office
let secret: string
beforeAll(async () => {
  office = await openOffice()
  secret = await letIn('hotline')
})
afterAll(() => office.close())

const admin = () => office.desk('fang-yuangui')
async function letIn(clientId: string, source = 'hotline12345'): Promise<string> {
  const body = { clientId, name: '武昌区 12345 办理中心', source }
  return (await (await admin()).send<{ secret: string }>('POST', '/intake-clients', body))!.secret
}

interface Sent {
  key?: string
  client?: string
  /** Seconds by which the sender's clock is off. */
  off?: number
  /** What arrives instead of what was signed. */
  arrives?: object
}

async function handIn(matter: object, { key = secret, client = 'hotline', off = 0, arrives }: Sent = {}) {
  const body = JSON.stringify(matter)
  const timestamp = String(Math.floor(office.app.clock.now() / 1000) + off)
  const answer = await office.app.request('/api/intake', {
    method: 'POST',
    body: arrives ? JSON.stringify(arrives) : body,
    headers: {
      'content-type': 'application/json',
      'x-xunfa-client': client,
      'x-xunfa-timestamp': timestamp,
      'x-xunfa-signature': `sha256=${signatureOf(key, timestamp, Buffer.from(body))}`,
    },
  })
  return { status: answer.status, body: await answer.json() }
}
const matters = () => office.app.house.intakeMatters.page({ limit: 50 })

describe('without a procedure that takes it', () => {
  test('it is taken, told nobody but the street, and found by the dispatcher', async () => {
    const taken = await handIn(MATTER)
    expect([taken.status, taken.body]).toEqual([
      201,
      { ticketNo: 'RX-20261124-0087', receivedAt: '2026-11-24T02:00:00.000Z', processInstanceKey: null },
    ])
    const { items } = await (await office.desk('zheng-huaiyuan')).get<{ items: object[] }>('/intake-matters')
    expect(items).toMatchObject([
      {
        ...{ ticketNo: 'RX-20261124-0087', title: '餐饮油烟扰民', reporter: '舒望舒', phone: '13900001234' },
        ...{ source: { name: '12345 热线' }, happenedAt: '2026-11-24T01:20:00.000Z', process: null },
      },
    ])
    const auditor = await (await office.desk('gu-xingzhi')).get<{ items: object[] }>('/intake-matters')
    expect(auditor.items).toMatchObject([{ reporter: '***', phone: '***' }])
  })

  test('who reported it stays out of the journal, who handed it in stands there', () => {
    const [entry] = office.app.house.journal.entriesOfCase('RX-20261124-0087', [])
    expect(entry).toMatchObject({ verb: 'intake.receive', actor: { kind: 'client', id: 'hotline' } })
    const bodies = office.app.house.db.writer.prepare('SELECT body FROM journal').pluck().all()
    expect(bodies.filter(body => /舒望舒|13900001234/.test(String(body)))).toEqual([])
  })

  test('the same again is answered the same and done nothing with; other words under the number are refused', async () => {
    const seq = office.app.house.journal.lastSeq()
    const again = await Promise.all([handIn(MATTER), handIn({ ...MATTER, level: 'normal' })])
    expect(again.map(({ status, body }) => [status, body.ticketNo])).toEqual(Array(2).fill([200, 'RX-20261124-0087']))
    const other = await handIn({ ...MATTER, problem: '另一件事' })
    expect([other.status, other.body.id]).toEqual([409, 'intake.other-content'])
    expect(office.app.house.journal.lastSeq()).toBe(seq)
  })

  test('twice at the same moment it is one', async () => {
    const both = await Promise.all([1, 2].map(() => handIn({ ...MATTER, sourceId: 'twice' })))
    expect(both.map(({ body }) => body.ticketNo)).toEqual(['RX-twice', 'RX-twice'])
    expect(matters().filter(({ sourceId }) => sourceId === 'twice')).toHaveLength(1)
  })
})

test('a procedure that takes such matters begins with it, once, under its number as case', async () => {
  await office.deploy(dispatch)
  const { body } = await handIn({ ...MATTER, sourceId: '88' })
  expect((await handIn({ ...MATTER, sourceId: '88' })).body).toEqual(body)
  const [begun, ...others] = office.app.house.instances.page({ processDefinitionId: 'takes-matters' }).items
  expect(others).toEqual([])
  expect(begun).toMatchObject({ processInstanceKey: body.processInstanceKey, caseNo: 'RX-88', title: '餐饮油烟扰民' })
  const { items } = await (await office.desk('zheng-huaiyuan')).get<{ items: object[] }>('/intake-matters')
  expect(items[0]).toMatchObject({ process: { name: 'takes-matters', state: 'ACTIVE' } })
})

describe('nothing is taken', () => {
  test.each<[string, Sent]>([
    ['with another secret', { key: 'guessed' }],
    ['from nobody we know', { client: 'stranger' }],
    ['when what arrives is not what was signed', { arrives: { ...MATTER, org: 'JYQ' } }],
    ['when it was signed too long ago', { off: -301 }],
    ['when it is signed for later', { off: 301 }],
  ])('%s', async (_, sent) => {
    const before = [office.app.house.journal.lastSeq(), matters().length]
    const { status, body } = await handIn({ ...MATTER, sourceId: 'bad' }, sent)
    expect([status, body.id]).toEqual([401, 'intake.unsigned'])
    expect([office.app.house.journal.lastSeq(), matters().length]).toEqual(before)
  })

  test('without any signature, not even by an administrator', async () => {
    const cookie = { 'content-type': 'application/json' }
    const bare = await office.app.request('/api/intake', {
      method: 'POST',
      body: JSON.stringify(MATTER),
      headers: cookie,
    })
    expect(bare.status).toBe(401)
    await expect((await admin()).send('POST', '/intake', MATTER)).rejects.toThrow('401')
  })

  test.each<[string, object, string, number]>([
    ['for what is no street', { org: 'WC-CG' }, '/org', 422],
    ['of tomorrow', { receivedAt: '2026-11-25T09:20:00+08:00' }, '/receivedAt', 422],
    ['without a number', { sourceId: '' }, '/sourceId', 400],
    ['without a problem', { problem: ' ' }, '/problem', 400],
    ['with a level nobody knows', { level: 'urgent' }, '/level', 400],
    ['with a member nobody knows', { itemCodes: [] }, '/itemCodes', 400],
  ])('%s; it says which member', async (_, wrong, path, expected) => {
    const { status, body } = await handIn({ ...MATTER, sourceId: 'wrong', ...wrong })
    expect([status, body.errors.map((error: { path: string }) => error.path)]).toEqual([expected, [path]])
  })
})

test('numbers are of their source: the platform of the city may have the same', async () => {
  const key = await letIn('city-platform', 'cityPlatform')
  const { status, body } = await handIn(MATTER, { key, client: 'city-platform' })
  expect([status, body.ticketNo]).toEqual([201, 'CY-20261124-0087'])
})

test('an administrator lets programs in and shuts them out; from then on nothing is taken', async () => {
  const desk = await admin()
  await expect(
    desk.send('POST', '/intake-clients', { clientId: 'hotline', name: 'x', source: 'cityPlatform' }),
  ).rejects.toThrow('intake.client-exists')
  await desk.send('POST', '/intake-clients/hotline/revocation', { reason: '更换系统' })
  await expect(desk.send('POST', '/intake-clients/hotline/revocation', { reason: '更换系统' })).rejects.toThrow(
    'intake.revoked-already',
  )
  const { items } = await desk.get<{ items: object[] }>('/intake-clients')
  expect(items).toMatchObject([{ clientId: 'city-platform', revoked: null }, { revoked: { reason: '更换系统' } }])
  expect(JSON.stringify(items)).not.toContain(secret)
  expect((await handIn({ ...MATTER, sourceId: '99' })).status).toBe(401)
  const bodies = office.app.house.db.writer.prepare('SELECT body FROM journal').pluck().all()
  expect(bodies.filter(body => String(body).includes(secret))).toEqual([])
})

test('what was handed in can be read again from the journal', () => {
  expect(isIntact(verify(office.app.house.db.reader, { readings }))).toBe(true)
})
