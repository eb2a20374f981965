import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Office, openOffice } from '../../tests/support/office.ts'
import { twoOfficers, twoOfficersForm } from '../../tests/support/small-diagrams.ts'
import { signIn, type Visitor } from '../../tests/support/visitor.ts'
import type { UserTaskDetailJson, UserTaskJson } from './schemas/user-task.ts'

let office: Office
let people: Record<'lin' | 'he' | 'ye' | 'director' | 'auditor', Visitor>
let cases = 0
/** The inspection of a fresh case. */
let path: string
let instance: string
let caseNo: string

beforeAll(async () => {
  office = await openOffice()
  const ids = ['lin-shen', 'he-lichuan', 'ye-wanzhou', 'zheng-huaiyuan', 'gu-xingzhi', 'fang-yuangui', 'jian-shuyan']
  const [lin, he, ye, director, auditor, admin, keeper] = (await Promise.all(ids.map(id => signIn(office, id)))) as [
    Visitor,
    Visitor,
    Visitor,
    Visitor,
    Visitor,
    Visitor,
    Visitor,
  ]
  people = { lin, he, ye, director, auditor }
  const bundle = new FormData()
  bundle.append('resources', new File([twoOfficers], 'two-officers.bpmn'))
  bundle.append('resources', new File([twoOfficersForm], 'two-officers.inspect.form'))
  expect((await admin.request('POST', '/deployments', bundle)).status).toBe(200)
  const turn = { state: 'suspended', effectiveAt: new Date(office.app.clock.now()).toISOString(), reason: '接受调查' }
  expect((await keeper.request('POST', '/certificates/enforcement-E420106-0413/states', turn)).status).toBe(201)
})
afterAll(() => office.close())

beforeEach(async () => {
  cases += 1
  caseNo = `LDJ-JC-2026-${String(cases).padStart(5, '0')}`
  const started = await people.lin.json<{ processInstanceKey: string }>('POST', '/process-instances', {
    processDefinitionId: 'two-officers',
    variables: { caseNo },
  })
  instance = started.processInstanceKey
  path = `/user-tasks/${(await openTasks())[0]!.userTaskKey}`
})

async function openTasks(): Promise<UserTaskJson[]> {
  return (await people.auditor.json<{ openTasks: UserTaskJson[] }>('GET', `/process-instances/${instance}`)).openTasks
}

const page = (who: Visitor) => who.json<UserTaskDetailJson>('GET', path)
const sign = (who: Visitor) =>
  who.request('POST', `${path}/completion`, { action: 'yes', variables: { findings: '占道摆放桌椅六张' } })
const content = async (who: Visitor) => (await page(who)).sheet!.content
const inView = async (who: Visitor, view: string) =>
  (await who.json<{ items: UserTaskJson[] }>('GET', `/user-tasks?view=${view}&q=${caseNo}`)).items
const handBack = (who: Visitor, reason = '需要回避') => who.request('POST', `${path}/hand-back`, { reason })
const reassign = (who: Visitor, assignee: string, reason = '外出培训') =>
  who.request('POST', `${path}/reassignment`, { assignee, reason })
const claim = (who: Visitor) => who.request('POST', `${path}/assignment`, {})
const partsOf = () =>
  office.app.house.taskParts
    .ofTask(instance, path.split('/').at(-1)!)
    .map(({ personId, part }) => `${personId} ${part}`)

test('who holds a task hands it back to its candidates, with a reason', async () => {
  expect((await people.lin.problem(409, 'POST', `${path}/hand-back`, { reason: '回避' })).id).toBe('task.not-held')
  await claim(people.lin)
  expect((await handBack(people.lin, '')).status).toBe(400)
  expect((await people.he.problem(403, 'POST', `${path}/hand-back`, { reason: '回避' })).rule).toBe('R-ROLE')
  expect((await handBack(people.lin)).status).toBe(204)
  expect((await openTasks())[0]).toMatchObject({ assignee: null })
  const { history } = await page(people.he)
  expect(history.at(-1)).toMatchObject({ actor: { name: '林慎' }, sentence: '退回“现场检查”：需要回避' })
  expect(partsOf()).toEqual(['lin-shen handed-back'])
})

test('what waits for a second signature is not handed back or given away; it is taken back first', async () => {
  await sign(people.lin)
  expect((await people.lin.problem(409, 'POST', `${path}/hand-back`, { reason: '回避' })).id).toBe('sheet.awaiting')
  const away = { assignee: 'he-lichuan' }
  expect((await people.lin.problem(409, 'POST', `${path}/assignment`, away)).id).toBe('sheet.awaiting')
  expect((await people.lin.problem(409, 'DELETE', `${path}/assignee`)).id).toBe('sheet.awaiting')
})

test('the superior sees what those under him hold, and gives it to somebody the rules allow', async () => {
  await claim(people.lin)
  expect(await inView(people.director, 'team')).toHaveLength(1)
  expect(await inView(people.he, 'team')).toEqual([])
  const { items } = await people.director.json<{ items: { id: string; permitted: boolean; why: string | null }[] }>(
    'GET',
    `${path}/receivers`,
  )
  expect(items.find(({ id }) => id === 'he-lichuan')).toMatchObject({ permitted: true, why: null })
  expect(items.find(({ id }) => id === 'deng-ziyang')).toMatchObject({ permitted: false, why: expect.any(String) })
  expect(
    (await people.director.problem(403, 'POST', `${path}/reassignment`, { assignee: 'deng-ziyang', reason: '培训' }))
      .rule,
  ).toBe('R-CERT')
  expect((await reassign(people.director, 'ding-xiaoman')).status).toBe(403)
  expect((await reassign(people.director, 'nobody-known')).status).toBe(422)
  expect((await reassign(people.he, 'ye-wanzhou')).status).toBe(403)
  expect((await reassign(people.director, 'he-lichuan')).status).toBe(204)
  expect((await openTasks())[0]).toMatchObject({ assignee: { id: 'he-lichuan' } })
  const { history } = await page(people.he)
  expect(history.at(-1)).toMatchObject({ actor: { name: '郑怀远' }, sentence: '将“现场检查”改派给何立川：外出培训' })
  expect(partsOf()).toEqual(['he-lichuan received', 'lin-shen given-up'])
  const parts = office.app.house.participations.ofCase(caseNo).map(({ personId, kind }) => `${personId} ${kind}`)
  expect(parts).toEqual(expect.arrayContaining(['lin-shen on-site-act', 'he-lichuan on-site-act']))
})

test('a signature that waits ends with the reassignment, and the director does not take the work himself', async () => {
  await sign(people.lin)
  const signed = { content: await content(people.ye) }
  expect(
    (await people.director.problem(403, 'POST', `${path}/reassignment`, { assignee: 'zheng-huaiyuan', reason: '急' }))
      .rule,
  ).toBe('R-ROLE')
  expect((await reassign(people.director, 'he-lichuan')).status).toBe(204)
  expect((await page(people.he)).sheet).toBeNull()
  expect((await people.ye.problem(409, 'POST', `${path}/countersignature`, signed)).id).toBe('sheet.none')
})
