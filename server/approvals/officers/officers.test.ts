import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { demoRegister } from '../../../db/seed/people.ts'
import { ADMIN_PASSWORD, openEmptyOffice } from '../../../tests/support/empty-office.ts'
import { type Office, openOffice } from '../../../tests/support/office.ts'
import { twoOfficers, twoOfficersForm } from '../../../tests/support/small-diagrams.ts'
import { signIn, type Visitor } from '../../../tests/support/visitor.ts'
import { deployShipped } from '../../api/acts/deploy-resources.ts'
import type { UserTaskDetailJson, UserTaskJson } from '../../api/schemas/user-task.ts'

let office: Office
let lin: Visitor
let he: Visitor
let ye: Visitor
let keeper: Visitor
let admin: Visitor
let auditor: Visitor
let director: Visitor
let cases = 0
let instance: string
let caseNo: string
let path: string

const NOTED = { action: 'yes', variables: { findings: '占道摆放桌椅六张' } }

beforeAll(async () => {
  office = await openOffice()
  await signAllIn()
  const bundle = new FormData()
  bundle.append('resources', new File([twoOfficers], 'two-officers.bpmn'))
  bundle.append('resources', new File([twoOfficersForm], 'two-officers.inspect.form'))
  expect((await admin.request('POST', '/deployments', bundle)).status).toBe(200)
})
/** Sessions do not outlive the hours between two acts. */
async function signAllIn(): Promise<void> {
  ;[lin, he, ye, keeper, admin, auditor, director] = (await Promise.all(
    ['lin-shen', 'he-lichuan', 'ye-wanzhou', 'jian-shuyan', 'fang-yuangui', 'gu-xingzhi', 'zheng-huaiyuan'].map(id =>
      signIn(office, id),
    ),
  )) as [Visitor, Visitor, Visitor, Visitor, Visitor, Visitor, Visitor]
}

beforeEach(() => begin())
afterAll(() => office.close())

async function begin(starter = 'lin-shen'): Promise<void> {
  cases += 1
  caseNo = `LDJ-JC-2026-${String(cases).padStart(5, '0')}`
  const answer = await (starter === 'lin-shen' ? lin : he).json<{ processInstanceKey: string }>(
    'POST',
    '/process-instances',
    {
      processDefinitionId: 'two-officers',
      variables: { caseNo },
    },
  )
  instance = answer.processInstanceKey
  path = `/user-tasks/${(await openTasks())[0]!.userTaskKey}`
}

async function openTasks(): Promise<UserTaskJson[]> {
  return (await auditor.json<{ openTasks: UserTaskJson[] }>('GET', `/process-instances/${instance}`)).openTasks
}

const page = (who: Visitor) => who.json<UserTaskDetailJson>('GET', path)
const holder = async () => (await openTasks())[0]?.assignee?.id ?? null
const at = (moment: string) => new Date(`${moment.replace(' ', 'T')}:00+08:00`).toISOString()

async function turn(number: string, state: string, effectiveAt = new Date(office.app.clock.now()).toISOString()) {
  const body = { state, effectiveAt, reason: '接受调查' }
  const answer = await keeper.request('POST', `/certificates/enforcement-${number}/states`, body)
  expect(answer.status).toBe(201)
  await office.app.officersSettled()
}

const LIN = 'E420106-0411'

/** The task, as somebody holds it. */
const claimed = async () => {
  await lin.request('POST', `${path}/assignment`, {})
  expect(await holder()).toBe('lin-shen')
}

const lastSentence = async () => {
  const { history } = await page(auditor)
  return history.map(({ actor, sentence }) => `${actor.name} ${sentence}`).at(-1)
}

/** A minute later: what was suspended in the test before is valid again. */
async function restored(): Promise<void> {
  office.app.clock.set(office.app.clock.now() + 60_000)
  await turn(LIN, 'valid')
}

describe('a certificate that ends takes its holder out at once', () => {
  afterEach(restored)

  test.each(['suspended', 'withdrawn', 'cancelled', 'lost'])(
    '%s: what he holds goes back for dispatch',
    async state => {
      await claimed()
      await turn(LIN, state)
      expect(await holder()).toBeNull()
      expect(await lastSentence()).toBe('系统 收回林慎的“现场检查”待重新分派：执法证已失效')
      expect(await lin.problem(403, 'POST', `${path}/assignment`, {})).toMatchObject({
        rule: 'R-CERT',
        basis: expect.arrayContaining(['行政处罚法 第76条']),
        remedy: expect.any(String),
      })
    },
  )

  test('what waits for a second signature is dropped with it, and cannot be signed', async () => {
    await lin.request('POST', `${path}/completion`, NOTED)
    const { content } = (await page(he)).sheet!
    await turn(LIN, 'suspended')
    expect((await page(he)).sheet).toBeNull()
    expect((await he.problem(409, 'POST', `${path}/countersignature`, { content })).id).toBe('sheet.none')
  })

  test('the second signature in the same batch as the suspension of the first signer is refused', async () => {
    await lin.request('POST', `${path}/completion`, NOTED)
    const { content } = (await page(he)).sheet!
    const body = { state: 'suspended', effectiveAt: new Date(office.app.clock.now()).toISOString(), reason: '接受调查' }
    const [, signed] = await Promise.all([
      keeper.request('POST', `/certificates/enforcement-${LIN}/states`, body),
      he.request('POST', `${path}/countersignature`, { content }),
    ])
    expect(signed.status).toBe(403)
    expect(await signed.json()).toMatchObject({ rule: 'R-TWO', remedy: expect.any(String) })
    await office.app.officersSettled()
    expect((await openTasks()).map(({ elementId }) => elementId)).toEqual(['inspect'])
  })

  test('a correction of its days that ends it does the same', async () => {
    await claimed()
    const days = (validTo: string) =>
      keeper.request('PATCH', `/certificates/enforcement-${LIN}`, {
        validFrom: '2025-01-01',
        validTo,
        reason: '更正有效期',
      })
    expect((await days('2026-11-20')).status).toBe(204)
    await office.app.officersSettled()
    expect(await holder()).toBeNull()
    await days('2030-12-31')
  })

  test('who never needed one keeps what he holds', async () => {
    await claimed()
    await turn('E420106-0413', 'suspended')
    expect(await holder()).toBe('lin-shen')
  })
})

describe('acts of an invalid period', () => {
  test('a suspension entered late finds what was done in between, and nothing from before', async () => {
    const { clock } = office.app
    const moments = ['2026-11-24 10:05', '2026-11-24 14:00']
    for (const moment of moments) {
      clock.set(Date.parse(at(moment)))
      await signAllIn()
      await begin('he-lichuan')
      await he.request('POST', `${path}/completion`, NOTED)
      const { content } = (await page(ye)).sheet!
      expect((await ye.request('POST', `${path}/countersignature`, { content })).status).toBe(204)
    }
    await turn('E420106-0412', 'suspended', at('2026-11-24 12:00'))
    const list = async (who: Visitor) =>
      (
        await who.json<{ items: { person: { id: string }; actedAt: string; state: string }[] }>(
          'GET',
          '/evidence-defects',
        )
      ).items
    expect(await list(auditor)).toMatchObject([
      {
        person: { id: 'he-lichuan' },
        caseNo,
        actedAt: at('2026-11-24 14:00'),
        certificateState: 'suspended',
        state: 'open',
      },
    ])
    expect(await list(director)).toHaveLength(1)
    expect((await lin.problem(403, 'GET', '/evidence-defects')).id).toBe('permission.missing')
    // It turns out that the suspension began in the evening.
    await turn('E420106-0412', 'valid', at('2026-11-24 12:00'))
    expect(await list(auditor)).toMatchObject([{ state: 'cleared' }])
  })
})

test('a certificate that expires ends at midnight, by the clock and not by anybody', async () => {
  await claimed()
  const days = (validTo: string) =>
    keeper.request('PATCH', `/certificates/enforcement-${LIN}`, {
      validFrom: '2025-01-01',
      validTo,
      reason: '更正有效期',
    })
  expect((await days('2026-11-24')).status).toBe(204)
  await office.app.officersSettled()
  expect(await holder()).toBe('lin-shen')
  office.app.clock.set(Date.parse(at('2026-11-25 00:00')))
  await office.app.officersSettled()
  await signAllIn()
  expect(await holder()).toBeNull()
  const entry = office.app.house.journal.entriesOf(instance).at(-1)
  expect(entry).toMatchObject({
    verb: 'user-task.take-back',
    actor: { kind: 'clock' },
    payload: { from: 'lin-shen', why: 'certificate', state: 'expired' },
  })
  await days('2030-12-31')
})

test('what ended while the house was down is followed up when it starts', async () => {
  const empty = await openEmptyOffice()
  await empty.app.enter(demoRegister, ADMIN_PASSWORD)
  const bundle = [
    { name: 'two-officers.bpmn', content: twoOfficers },
    { name: 'two-officers.inspect.form', content: twoOfficersForm },
  ]
  await deployShipped(empty.app.house, bundle, [])
  const handler = await signIn(empty, 'lin-shen', ADMIN_PASSWORD)
  const variables = { caseNo: 'LDJ-JC-2026-00001' }
  await handler.request('POST', '/process-instances', { processDefinitionId: 'two-officers', variables })
  const { items } = await handler.json<{ items: UserTaskJson[] }>('GET', '/user-tasks?view=claimable')
  const key = items[0]!.userTaskKey
  await handler.request('POST', `/user-tasks/${key}/assignment`, {})
  const turned = { state: 'suspended', effectiveAt: new Date(empty.app.clock.now()).toISOString(), reason: '接受调查' }
  const other = await signIn(empty, 'jian-shuyan', ADMIN_PASSWORD)
  expect((await other.request('POST', `/certificates/enforcement-${LIN}/states`, turned)).status).toBe(201)
  expect(empty.app.house.tasks.find(key)?.assignee).toBe('lin-shen')
  empty.app.start()
  await empty.app.officersSettled()
  expect(empty.app.house.tasks.find(key)?.assignee).toBeNull()
  await empty.close()
})

describe('an appointment or an account that ends', () => {
  test('takes back what was held by it', async () => {
    await claimed()
    const { appointments } = await admin.json<{ appointments: { appointmentId: string; role: string }[] }>(
      'GET',
      '/personnel/lin-shen',
    )
    const { appointmentId } = appointments[0]!
    const ended = await admin.request('PATCH', '/personnel/lin-shen/appointments', {
      ...{ appointmentId, to: null, isActing: false, isEnded: true, reason: '调离' },
    })
    expect(ended.status).toBe(204)
    await office.app.officersSettled()
    expect(await holder()).toBeNull()
    expect(await lastSentence()).toBe('系统 收回林慎的“现场检查”待重新分派：已不担任办理岗位')
  })
})
