import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { verify } from '../../db/verify.ts'
import { type Office, openOffice } from '../../tests/support/office.ts'
import { twoGroups, twoOfficers, twoOfficersForm } from '../../tests/support/small-diagrams.ts'
import { signIn, type Visitor } from '../../tests/support/visitor.ts'
import { readings } from '../app.ts'
import type { UserTaskDetailJson, UserTaskJson } from './schemas/user-task.ts'

let office: Office
let people: Record<'lin' | 'he' | 'ye' | 'aux' | 'zhou' | 'shen' | 'keeper' | 'auditor' | 'admin', Visitor>
let cases = 0
/** The inspection of a fresh case. */
let path: string
let instance: string
let caseNo: string

const NOTED = { action: 'yes', variables: { findings: '占道摆放桌椅六张', witness: '路人甲' } }

beforeAll(async () => {
  office = await openOffice()
  const ids = ['lin-shen', 'he-lichuan', 'ye-wanzhou', 'ding-xiaoman', 'zhou-yanqing', 'shen-zhiwei'].concat(
    'jian-shuyan',
    'gu-xingzhi',
    'fang-yuangui',
  )
  const [lin, he, ye, aux, zhou, shen, keeper, auditor, admin] = (await Promise.all(
    ids.map(id => signIn(office, id)),
  )) as [Visitor, Visitor, Visitor, Visitor, Visitor, Visitor, Visitor, Visitor, Visitor]
  people = { lin, he, ye, aux, zhou, shen, keeper, auditor, admin }
  const bundle = new FormData()
  bundle.append('resources', new File([twoOfficers], 'two-officers.bpmn'))
  bundle.append('resources', new File([twoOfficersForm], 'two-officers.inspect.form'))
  bundle.append('resources', new File([twoGroups], 'two-groups.bpmn'))
  expect((await admin.request('POST', '/deployments', bundle)).status).toBe(200)
})
afterAll(() => office.close())

async function begin(processDefinitionId: string): Promise<void> {
  cases += 1
  caseNo = `LDJ-JC-2026-${String(cases).padStart(5, '0')}`
  const answer = await people.lin.json<{ processInstanceKey: string }>('POST', '/process-instances', {
    processDefinitionId,
    variables: { caseNo },
  })
  instance = answer.processInstanceKey
  path = `/user-tasks/${(await openTasks())[0]!.userTaskKey}`
}

async function openTasks(): Promise<UserTaskJson[]> {
  return (await people.auditor.json<{ openTasks: UserTaskJson[] }>('GET', `/process-instances/${instance}`)).openTasks
}

const page = (who: Visitor) => who.json<UserTaskDetailJson>('GET', path)
const sign = (who: Visitor) => who.request('POST', `${path}/completion`, NOTED)
const content = async (who: Visitor) => (await page(who)).sheet!.content
const inView = async (who: Visitor, view: string) =>
  (await who.json<{ items: UserTaskJson[] }>('GET', `/user-tasks?view=${view}&q=${caseNo}`)).items.map(
    ({ signature }) => signature?.state,
  )
const countersign = async (who: Visitor) =>
  who.request('POST', `${path}/countersignature`, { content: await content(who) })

async function suspend(number: string): Promise<void> {
  const turn = { state: 'suspended', effectiveAt: new Date(office.app.clock.now()).toISOString(), reason: '接受调查' }
  const answer = await people.keeper.request('POST', `/certificates/enforcement-${number}/states`, turn)
  expect(answer.status).toBe(201)
}

describe('two officers', () => {
  beforeEach(() => begin('two-officers'))

  test('the first signs, the task waits in both inboxes, the second signs in his own account, and it is done', async () => {
    expect((await page(people.lin)).needsTwo).toBe(true)
    expect((await sign(people.lin)).status).toBe(204)
    expect((await openTasks()).map(({ elementId, assignee }) => [elementId, assignee?.id])).toEqual([
      ['inspect', 'lin-shen'],
    ])
    expect(await inView(people.lin, 'assigned')).toEqual(['awaiting-cosign'])
    expect(await inView(people.he, 'cosign')).toEqual(['awaiting-cosign'])
    expect(await inView(people.lin, 'cosign')).toEqual([])
    expect(await page(people.he)).toMatchObject({
      variables: NOTED.variables,
      canComplete: { permitted: false },
      sheet: {
        state: 'awaiting-cosign',
        signedBy: { id: 'lin-shen' },
        certificate: 'E420106-0411',
        action: '查实',
        canCosign: { permitted: true },
        canWithdraw: { permitted: false },
      },
    })
    expect((await countersign(people.he)).status).toBe(204)
    expect((await openTasks()).map(({ elementId }) => elementId)).toEqual(['report'])
    expect(await page(people.lin)).toMatchObject({
      state: 'COMPLETED',
      completedBy: { id: 'lin-shen' },
      cosignedBy: { id: 'he-lichuan' },
      sheet: null,
    })
    expect(await inView(people.he, 'done')).toHaveLength(1)
    const { history } = await page(people.he)
    expect(history.map(({ actor, sentence }) => `${actor.name} ${sentence}`)).toEqual([
      '林慎 发起流程',
      '林慎 提交“现场检查”，等待副署',
      '何立川 副署“现场检查”：查实，与林慎共同办结',
    ])
  })

  test('the entry of the completion names both, each with the certificate as it stood at his own act', async () => {
    await sign(people.lin)
    await countersign(people.he)
    const entry = office.app.house.journal.entriesOf(instance).at(-1)!
    expect(entry).toMatchObject({
      verb: 'user-task.complete',
      actor: { id: 'he-lichuan', certNo: 'E420106-0412', certState: 'valid', role: 'street-officer' },
    })
    expect(entry.actor.signer).toMatchObject({ id: 'lin-shen', certNo: 'E420106-0411', certState: 'valid' })
    expect(office.app.house.journal.findEntry(entry.actor.signer!.seq)).toMatchObject({ verb: 'sheet.sign' })
  })

  test('what is personal on the sheet is a commitment in the journal', async () => {
    await sign(people.lin)
    const body = office.app.house.db.writer
      .prepare<[number], string>('select body from journal where seq = ?')
      .pluck()
      .get(office.app.house.sheets.find(path.split('/').at(-1)!)!.signedSeq)
    expect(body).toContain('占道摆放桌椅六张')
    expect(body).not.toContain('路人甲')
  })

  test('nobody signs twice, an auxiliary not at all, and a certificate that is suspended does not count', async () => {
    await sign(people.lin)
    const own = await content(people.lin)
    expect(await people.lin.problem(403, 'POST', `${path}/countersignature`, { content: own })).toMatchObject({
      rule: 'R-TWO',
    })
    expect(await people.aux.problem(404, 'POST', `${path}/countersignature`, { content: own })).toMatchObject({
      id: 'resource.not-found',
    })
    const suspended = await signIn(office, 'deng-ziyang')
    await suspend('E420106-0413')
    expect(await suspended.problem(403, 'POST', `${path}/countersignature`, { content: own })).toMatchObject({
      rule: 'R-CERT',
      remedy: expect.any(String),
    })
    expect((await openTasks()).map(({ elementId }) => elementId)).toEqual(['inspect'])
  })

  test('values the form does not take are never signed', async () => {
    expect((await people.lin.request('POST', `${path}/completion`, { action: 'yes', variables: {} })).status).toBe(422)
    expect((await page(people.lin)).sheet).toBeNull()
  })

  test('the second sends it back with a reason; the first finds his draft and signs anew', async () => {
    await sign(people.lin)
    const first = await content(people.he)
    const refusal = { content: first, reason: '桌椅数量与照片不符' }
    expect(
      (await people.he.request('POST', `${path}/countersignature/refusal`, { ...refusal, reason: ' ' })).status,
    ).toBe(400)
    expect((await people.he.request('POST', `${path}/countersignature/refusal`, refusal)).status).toBe(204)
    expect(await page(people.lin)).toMatchObject({
      draft: { variables: NOTED.variables },
      canComplete: { permitted: true },
      sheet: { state: 'returned', returned: { by: { id: 'he-lichuan' }, reason: refusal.reason } },
    })
    expect(await inView(people.he, 'cosign')).toEqual([])
    expect(await inView(people.lin, 'assigned')).toEqual(['returned'])
    await sign(people.lin)
    // What was signed before is not what lies there now.
    expect(await people.he.problem(409, 'POST', `${path}/countersignature`, { content: first })).toMatchObject({
      id: 'sheet.changed',
    })
    expect((await countersign(people.he)).status).toBe(204)
  })

  test('who signed takes it back before the second does, and nobody else', async () => {
    await sign(people.lin)
    const signed = await content(people.he)
    expect((await people.he.problem(403, 'DELETE', `${path}/signature`)).id).toBe('sheet.not-yours')
    expect((await people.lin.request('DELETE', `${path}/signature`)).status).toBe(204)
    expect(await page(people.lin)).toMatchObject({ sheet: null, canComplete: { permitted: true } })
    expect((await people.he.problem(409, 'POST', `${path}/countersignature`, { content: signed })).id).toBe(
      'sheet.none',
    )
  })

  test('of two signatures in one batch the second finds it done', async () => {
    await sign(people.lin)
    const signed = { content: await content(people.he) }
    const both = await Promise.all(
      [people.he, people.ye].map(who => who.request('POST', `${path}/countersignature`, signed)),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409])
    expect((await openTasks()).map(({ elementId }) => elementId)).toEqual(['report'])
  })

  test('of a signature and its withdrawal in one batch one holds', async () => {
    await sign(people.lin)
    const signed = { content: await content(people.he) }
    const both = await Promise.all([
      people.lin.request('DELETE', `${path}/signature`),
      people.he.request('POST', `${path}/countersignature`, signed),
    ])
    expect(both.map(({ status }) => status)).toEqual([204, 409])
  })

  test('two who sign first in one batch: the second is told that a signature waits', async () => {
    const both = await Promise.all([sign(people.lin), sign(people.he)])
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409])
  })

  test('what is over or canceled meanwhile cannot be countersigned', async () => {
    await sign(people.lin)
    const signed = { content: await content(people.he) }
    await office.publish({ name: 'inspection-over', correlationKey: caseNo, caseNo })
    expect((await people.he.problem(409, 'POST', `${path}/countersignature`, signed)).id).toBe('task.canceled')
    expect((await page(people.lin)).sheet).toBeNull()
    await begin('two-officers')
    await sign(people.lin)
    const other = { content: await content(people.he) }
    await people.admin.request('POST', `/process-instances/${instance}/cancellation`, { reason: '重复录入' })
    expect((await people.he.problem(409, 'POST', `${path}/countersignature`, other)).id).toBe('task.canceled')
  })
})

describe('another group signs second', () => {
  beforeEach(() => begin('two-groups'))

  test('only its members may, and they see the case for it', async () => {
    expect((await people.shen.request('POST', `${path}/completion`, { variables: {} })).status).toBe(204)
    expect(await inView(people.zhou, 'cosign')).toEqual(['awaiting-cosign'])
    expect((await page(people.zhou)).sheet).toMatchObject({
      cosigners: ['粮道街道综合执法中心 中心专职法制审核员'],
      canCosign: { permitted: true },
    })
    const colleague = await signIn(office, 'lu-mingqian')
    const { content } = (await page(people.zhou)).sheet!
    expect((await colleague.problem(403, 'POST', `${path}/countersignature`, { content })).rule).toBe('R-ROLE')
    expect((await countersign(people.zhou)).status).toBe(204)
    expect(await openTasks()).toEqual([])
  })
})

test('sheets, parts and queues are rebuilt from the journal alone', async () => {
  await begin('two-officers')
  await sign(people.lin)
  const report = verify(office.app.house.db.reader, { readings })
  expect(report).toMatchObject({ differences: [], unexplained: [] })
  for (const table of ['sheet', 'sheet_queue', 'task_part', 'evidence_defect']) expect(report.equal).toContain(table)
})
