import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isIntact, verify } from '../../../db/verify.ts'
import { type Office, openOffice } from '../../../tests/support/office.ts'
import { readings } from '../../app.ts'
import { signatureOf } from '../../identity/request-signature.ts'

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

const admin = (of = office) => of.desk('fang-yuangui')
async function letIn(clientId: string, source = 'hotline12345', of = office): Promise<string> {
  const body = { clientId, name: '武昌区 12345 办理中心', source }
  return (await (await admin(of)).send<{ secret: string }>('POST', '/intake-clients', body))!.secret
}

interface Sent {
  at?: Office
  key?: string
  client?: string
  /** Seconds by which the sender's clock is off. */
  off?: number
  /** What arrives instead of what was signed. */
  arrives?: object
}

async function handIn(matter: object, { at = office, key = secret, client = 'hotline', off = 0, arrives }: Sent = {}) {
  const body = JSON.stringify(matter)
  const timestamp = String(Math.floor(at.app.clock.now() / 1000) + off)
  const answer = await at.app.request('/api/intake', {
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

describe('what is handed in', () => {
  test('is taken and begins a whistle, whose draft lies before the dispatcher of the street', async () => {
    const { status, body } = await handIn(MATTER)
    expect([status, body]).toEqual([
      201,
      {
        ...{ ticketNo: 'RX-20261124-0087', receivedAt: '2026-11-24T02:00:00.000Z' },
        processInstanceKey: expect.stringMatching(/^\d+$/),
      },
    ])
    await office.settled()
    const begun = office.app.house.instances.find(body.processInstanceKey)
    expect(begun).toMatchObject({ bpmnProcessId: 'whistle-dispatch', caseNo: 'RX-20261124-0087', state: 'ACTIVE' })
    const open = office.app.house.tasks.openOf(body.processInstanceKey)
    expect(open).toMatchObject([{ elementId: 'draft-whistle', candidateGroups: ['street-dispatcher@LDJ-CEC'] }])
  })

  test('is seen by the street, without who reported it by others', async () => {
    const { items } = await (await office.desk('zheng-huaiyuan')).get<{ items: object[] }>('/intake-matters')
    expect(items).toMatchObject([
      {
        ...{ ticketNo: 'RX-20261124-0087', title: '餐饮油烟扰民', reporter: '舒望舒', phone: '13900001234' },
        ...{ source: { name: '12345 热线' }, happenedAt: '2026-11-24T01:20:00.000Z' },
        process: { state: 'ACTIVE' },
      },
    ])
    const auditor = await (await office.desk('gu-xingzhi')).get<{ items: object[] }>('/intake-matters')
    expect(auditor.items).toMatchObject([{ reporter: '***', phone: '***' }])
  })

  test('who reported it stays out of the journal, who handed it in stands there', () => {
    const [matter] = matters()
    const [entry] = office.app.house.journal.entriesOf(matter!.processInstanceKey!)
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

test('where no procedure takes it, it is kept all the same, and the street sees that', async () => {
  const bare = await openOffice()
  try {
    const { definitions, engine, clock } = bare.app.house
    const resourceKey = definitions.findLatest('whistle-dispatch')!.processDefinitionKey
    const act = { kind: 'design', verb: 'resource.delete', actor: { kind: 'system', id: 'house' } } as const
    await engine.submit({ act: { ...act, at: clock.now() }, commands: [{ type: 'DELETE_RESOURCE', resourceKey }] })
    const key = await letIn('hotline', 'hotline12345', bare)
    expect((await handIn(MATTER, { at: bare, key })).body.processInstanceKey).toBeNull()
    const { items } = await (await bare.desk('zheng-huaiyuan')).get<{ items: object[] }>('/intake-matters')
    expect(items).toMatchObject([{ ticketNo: 'RX-20261124-0087', process: null }])
  } finally {
    await bare.close()
  }
})
