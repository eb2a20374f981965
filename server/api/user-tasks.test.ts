import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filledForms } from '../../db/seed/filled-forms.ts'
import { type Office, openOffice } from '../../tests/support/office.ts'
import { enforcementAct, respondAndReview } from '../../tests/support/small-diagrams.ts'
import { signIn, type Visitor } from '../../tests/support/visitor.ts'
import type { UserTaskDetailJson, UserTaskJson } from './schemas/user-task.ts'

let office: Office
let people: Record<'lin' | 'he' | 'qiao' | 'zhou' | 'qin' | 'shen' | 'stranger' | 'admin' | 'auditor', Visitor>
let cases = 0

beforeAll(async () => {
  office = await openOffice()
  const [lin, he, qiao, zhou, qin, shen, stranger, admin, auditor] = (await Promise.all(
    ['lin-shen', 'he-lichuan', 'qiao-zhixing', 'zhou-yanqing', 'qin-guanlan', 'shen-zhiwei', 'ding-xiaoman']
      .concat('fang-yuangui', 'gu-xingzhi')
      .map(id => signIn(office, id)),
  )) as [Visitor, Visitor, Visitor, Visitor, Visitor, Visitor, Visitor, Visitor, Visitor]
  people = { lin, he, qiao, zhou, qin, shen, stranger, admin, auditor }
})
afterAll(() => office.close())

const START = { caseTitle: '占道经营案', partyName: '沿阶小馆', reviewType: 'penalty', stage: 'beforeDecision' }

/** A review begun by somebody; answers where its first task is. */
async function begin(starter: Visitor, handlerIds: string[] = []): Promise<{ instance: string; caseNo: string }> {
  cases += 1
  const caseNo = `LDJ-PT-2026-${String(cases).padStart(5, '0')}`
  const variables = { ...START, caseNo, handlerIds }
  const answer = await starter.request('POST', '/process-instances', { processDefinitionId: 'legal-review', variables })
  expect(answer.status).toBe(200)
  const { processInstanceKey } = (await answer.json()) as { processInstanceKey: string }
  return { instance: processInstanceKey, caseNo }
}

/** The open task of an instance, as the auditor reads it. */
async function taskOf(instance: string): Promise<UserTaskJson> {
  const { openTasks } = await people.auditor.json<{ openTasks: UserTaskJson[] }>(
    'GET',
    `/process-instances/${instance}`,
  )
  return openTasks[0]!
}

async function submitted(starter: Visitor, handlerIds: string[] = []) {
  const begun = await begin(starter, handlerIds)
  const { userTaskKey } = await taskOf(begun.instance)
  const variables = filledForms.submit!(await office.caseFiles())
  expect((await starter.request('POST', `/user-tasks/${userTaskKey}/completion`, { variables })).status).toBe(204)
  return { ...begun, intake: await taskOf(begun.instance) }
}

const intakeDone = { action: 'yes', variables: {} }

describe('claiming', () => {
  test('a candidate claims, holds, and releases; each is told in the history', async () => {
    const { intake } = await submitted(people.lin)
    const path = `/user-tasks/${intake.userTaskKey}`
    expect((await people.zhou.request('POST', `${path}/assignment`, {})).status).toBe(204)
    expect(await people.zhou.json('GET', path)).toMatchObject({
      assignee: { id: 'zhou-yanqing', name: '周砚青' },
      canComplete: { permitted: true },
      canRelease: { permitted: true },
    })
    expect((await people.zhou.request('DELETE', `${path}/assignee`)).status).toBe(204)
    const { history } = await people.zhou.json<UserTaskDetailJson>('GET', path)
    expect(history.map(({ actor, sentence }) => `${actor.name} ${sentence}`)).toEqual([
      '林慎 发起流程',
      '林慎 办结“送审”',
      '周砚青 认领“形式审查”',
      '周砚青 退回“形式审查”待认领',
    ])
  })

  test('the second to claim is told who holds it, and may not complete it either', async () => {
    const { intake } = await submitted(people.lin)
    const path = `/user-tasks/${intake.userTaskKey}`
    const both = await Promise.all([people.zhou, people.qin].map(who => who.request('POST', `${path}/assignment`, {})))
    expect(both.map(({ status }) => status)).toEqual([204, 409])
    expect(await both[1]!.json()).toMatchObject({ id: 'task.taken', detail: '任务已由周砚青认领' })
    const refusal = await people.qin.problem(403, 'POST', `${path}/completion`, intakeDone)
    expect(refusal).toMatchObject({ id: 'policy.assigned-to-other', rule: 'R-ROLE', remedy: expect.any(String) })
  })

  test('who holds it gives it to another candidate, but to nobody the rules bar', async () => {
    const { intake } = await submitted(people.lin)
    const path = `/user-tasks/${intake.userTaskKey}/assignment`
    await people.zhou.request('POST', path, {})
    const give = (assignee: string) => people.zhou.request('POST', path, { assignee, reason: '外出开会' })
    expect((await give('he-lichuan')).status).toBe(403)
    expect((await give('nobody-known')).status).toBe(422)
    expect((await give('qin-guanlan')).status).toBe(204)
    expect(await taskOf(intake.processInstanceKey)).toMatchObject({ assignee: { id: 'qin-guanlan' } })
  })
})

describe('completing', () => {
  test('values the form does not take are told one by one, in the language asked for', async () => {
    const { instance } = await begin(people.lin)
    const { userTaskKey } = await taskOf(instance)
    const path = `/user-tasks/${userTaskKey}/completion`
    const body = { variables: { publicInterest: 'yes', invented: 1 } }
    const problem = await people.lin.problem(422, 'POST', path, body)
    expect(problem.errors).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ path: '/publicInterest', id: 'type' }),
        expect.objectContaining({ path: '/invented', message: '表单里没有“invented”这一项。' }),
      ]),
    )
    const english = await people.lin.problem(422, 'POST', path, body, { 'accept-language': 'en' })
    expect(english.errors?.find(({ path }) => path === '/invented')?.message).toBe('The form has no field “invented”.')
  })

  test('a file that was never uploaded is refused', async () => {
    const { instance } = await begin(people.lin)
    const { userTaskKey } = await taskOf(instance)
    const files = await office.caseFiles()
    const variables = filledForms.submit!({ ...files, draft: { ...files.draft, fileId: 'f'.repeat(64) } })
    const problem = await people.lin.problem(422, 'POST', `/user-tasks/${userTaskKey}/completion`, { variables })
    expect(problem.errors).toEqual([expect.objectContaining({ path: '/draftDoc', id: 'field.no-such-file' })])
  })

  test('a task with buttons is completed by one of them', async () => {
    const { intake } = await submitted(people.lin)
    const path = `/user-tasks/${intake.userTaskKey}/completion`
    for (const action of [undefined, 'maybe'])
      expect(await people.zhou.problem(422, 'POST', path, { ...(action && { action }), variables: {} })).toMatchObject({
        id: 'task.action-missing',
        detail: '请选择处理意见：材料齐全、退回补齐',
      })
    expect((await people.zhou.request('POST', path, intakeDone)).status).toBe(204)
  })

  test('a task that is closed says who closed it and when', async () => {
    const { intake } = await submitted(people.lin)
    const path = `/user-tasks/${intake.userTaskKey}`
    await people.zhou.request('POST', `${path}/completion`, intakeDone)
    for (const [method, late, body] of [
      ['POST', '/completion', intakeDone],
      ['POST', '/completion', { variables: { invented: 1 } }],
      ['POST', '/assignment', {}],
      ['DELETE', '/assignee', undefined],
      ['PUT', '/draft', { variables: {} }],
    ] as const)
      expect(await people.qin.problem(409, method, path + late, body)).toMatchObject({
        id: 'task.closed',
        closedBy: { id: 'zhou-yanqing', name: '周砚青' },
        closedAt: '2026-11-24T02:00:00.000Z',
      })
  })

  test('the same request twice is done once and answered twice; another body under its key is refused', async () => {
    const { intake } = await submitted(people.lin)
    const path = `/user-tasks/${intake.userTaskKey}/completion`
    const key = { 'idempotency-key': 'once' }
    const seq = () => office.app.house.journal.lastSeq()
    expect((await people.zhou.request('POST', path, intakeDone, key)).status).toBe(204)
    const before = seq()
    expect((await people.zhou.request('POST', path, intakeDone, key)).status).toBe(204)
    expect(seq()).toBe(before)
    const other = { action: 'yes', variables: { raise58: [] } }
    expect(await people.zhou.problem(422, 'POST', path, other, key)).toMatchObject({ id: 'idempotency.other-body' })
    expect(await people.qin.problem(409, 'POST', path, intakeDone, key)).toMatchObject({ id: 'task.closed' })
  })
})

describe('R-SOD over HTTP', () => {
  test('the person with both appointments is refused on his own case, with rule, article and remedy; another may', async () => {
    const { intake } = await submitted(people.qiao)
    const path = `/user-tasks/${intake.userTaskKey}`
    for (const [verb, body] of [
      ['assignment', {}],
      ['completion', intakeDone],
    ] as const)
      expect(await people.qiao.problem(403, 'POST', `${path}/${verb}`, body)).toMatchObject({
        rule: 'R-SOD',
        basis: ['行政处罚法 第58条', '国办发〔2018〕118号【待核】'],
        detail: '承办人不得审核本案：您已作为承办人经手本案，不能再办理一级审核',
        remedy: '请由本组未经手本案的其他人员办理',
      })
    const page = await people.qiao.json<UserTaskDetailJson>('GET', path)
    expect(page.canComplete).toMatchObject({ permitted: false, refusal: { rule: 'R-SOD' } })
    const refused = office.app.house.journal
      .entriesOf(intake.processInstanceKey)
      .filter(({ kind }) => kind === 'refused')
    expect(refused.map(({ actor, refusal }) => `${actor.id} ${refusal?.rule}`)).toEqual(
      Array(2).fill('qiao-zhixing R-SOD'),
    )
    const other = await submitted(people.lin)
    const mine = `/user-tasks/${other.intake.userTaskKey}/completion`
    expect((await people.qiao.request('POST', mine, intakeDone)).status).toBe(204)
  })

  test.each([
    ['respond', 'review'],
    ['review', 'respond'],
  ])('two acts in one tick by the same person, %s and %s: the second is refused', async (first, second) => {
    const bundle = new FormData()
    bundle.append('resources', new File([respondAndReview], 'respond-and-review.bpmn'))
    expect((await people.admin.request('POST', '/deployments', bundle)).status).toBe(200)
    const started = { processDefinitionId: 'respond-and-review', variables: { caseNo: `LDJ-PT-2026-T-${first}` } }
    const { processInstanceKey } = await people.lin.json<{ processInstanceKey: string }>(
      'POST',
      '/process-instances',
      started,
    )
    const { openTasks } = await people.auditor.json<{ openTasks: UserTaskJson[] }>(
      'GET',
      `/process-instances/${processInstanceKey}`,
    )
    const pathOf = (elementId: string) =>
      `/user-tasks/${openTasks.find(task => task.elementId === elementId)?.userTaskKey}`
    for (const elementId of [first, second])
      expect(await people.qiao.json('GET', pathOf(elementId))).toMatchObject({ canComplete: { permitted: true } })
    const commits: number[] = []
    const stop = office.app.house.engine.onCommit(outcomes => void commits.push(outcomes.length))
    const complete = (elementId: string) =>
      people.qiao.request('POST', `${pathOf(elementId)}/completion`, { variables: {} })
    const answers = await Promise.all([complete(first), complete(second)])
    stop()
    expect(answers.map(({ status }) => status)).toEqual([204, 403])
    expect(await answers[1]!.json()).toMatchObject({ rule: 'R-SOD' })
    expect(commits).toEqual([1])
  })
})

test('R-AUX: auxiliary staff see an enforcement act in their inbox, and may not do it', async () => {
  const bundle = new FormData()
  bundle.append('resources', new File([enforcementAct], 'enforcement-act.bpmn'))
  expect((await people.admin.request('POST', '/deployments', bundle)).status).toBe(200)
  const started = { processDefinitionId: 'enforcement-act', variables: { caseNo: 'LDJ-JC-2026-00001' } }
  await people.lin.request('POST', '/process-instances', started)
  const { items } = await people.stranger.json<{ items: UserTaskJson[] }>('GET', '/user-tasks?view=claimable')
  const path = `/user-tasks/${items[0]?.userTaskKey}/completion`
  expect(await people.stranger.problem(403, 'POST', path, { variables: {} })).toMatchObject({
    rule: 'R-AUX',
    detail: '执法辅助人员不得实施执法行为',
  })
})

describe('drafts', () => {
  test('are saved, read back, guarded by their revision, and go with the task', async () => {
    const { intake } = await submitted(people.lin)
    const path = `/user-tasks/${intake.userTaskKey}`
    const save = (match: string, note: string) =>
      people.zhou.request('PUT', `${path}/draft`, { variables: { note } }, { 'if-match': match })
    expect((await save('"0"', 'one')).headers.get('etag')).toBe('"1"')
    expect((await save('"1"', 'two')).status).toBe(200)
    expect(await (await save('"1"', 'three')).json()).toMatchObject({ id: 'draft.newer', status: 409 })
    expect((await people.zhou.json<UserTaskDetailJson>('GET', path)).draft).toMatchObject({
      variables: { note: 'two' },
      revision: 2,
    })
    expect((await people.qin.json<UserTaskDetailJson>('GET', path)).draft).toBeNull()
    await people.zhou.request('POST', `${path}/completion`, intakeDone)
    expect((await people.zhou.json<UserTaskDetailJson>('GET', path)).draft).toBeNull()
  })
})

describe('who is a stranger to a case', () => {
  test.each([
    ['GET', '', undefined],
    ['POST', '/assignment', {}],
    ['POST', '/completion', intakeDone],
    ['PUT', '/draft', { variables: {} }],
  ])('is told that there is no such task: %s %s', async (method, path, body) => {
    const { intake } = await submitted(people.lin)
    const address = `/user-tasks/${intake.userTaskKey}${path}`
    const hidden = await people.stranger.problem(404, method, address, body)
    const unknown = await people.stranger.problem(404, method, `/user-tasks/123${path}`, body)
    expect({ ...hidden, requestId: '' }).toEqual({ ...unknown, requestId: '' })
  })
})
