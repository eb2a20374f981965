import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Office, openOffice } from '../../tests/support/office.ts'
import { registeredCase } from '../../tests/support/registered-case.ts'
import { respondAndReview, reviewElsewhere, ruledTasks } from '../../tests/support/small-diagrams.ts'
import { signIn, type Visitor } from '../../tests/support/visitor.ts'

/** Officer and reviewer at once: whatever he did in a case as the one bars him as the other. */
const DOUBLE = 'qiao-zhixing'
const OFFICER = 'lin-shen'
const REVIEWER = 'zhou-yanqing'

let office: Office
let double: Visitor
let officer: Visitor
let count = 0
beforeAll(async () => {
  office = await openOffice()
  const admin = await signIn(office, 'fang-yuangui')
  const diagrams = { respondAndReview, review: ruledTasks.review, ...reviewElsewhere }
  for (const [name, xml] of Object.entries(diagrams)) {
    const bundle = new FormData()
    bundle.append('resources', new File([xml], `${name}.bpmn`))
    expect((await admin.request('POST', '/deployments', bundle)).status).toBe(200)
  }
  double = await signIn(office, DOUBLE)
  officer = await signIn(office, OFFICER)
})
afterAll(() => office.close())

const nextCase = () => `LDJ-PT-2026-${String(++count).padStart(5, '0')}`

async function start(process: string, caseNo: string, by = OFFICER): Promise<string> {
  const instance = await (await office.desk(by)).start(process, { caseNo, partyName: '沿阶小馆' })
  await office.settled()
  return instance
}

/** The task of an element in any instance of the case. */
function taskOf(caseNo: string, elementId: string): string {
  const { instances, tasks } = office.app.house
  const open = instances.keysOfCase(caseNo).flatMap(key => tasks.openOf(key))
  const found = open.find(task => task.elementId === elementId)
  if (!found) throw new Error(`Expected '${elementId}' in ${caseNo}, found ${open.map(task => task.elementId)}`)
  return `/user-tasks/${found.userTaskKey}`
}

/** Whether he may still review the case. */
async function mayReview(caseNo: string, elementId: string): Promise<boolean> {
  const answer = await double.request('POST', `${taskOf(caseNo, elementId)}/completion`, { variables: {} })
  if (answer.status === 403) expect(await answer.json()).toMatchObject({ rule: 'R-SOD' })
  else expect(answer.status).toBe(204)
  return answer.status === 204
}

describe('R-SOD sees everything that somebody had to do with a case', () => {
  test('nothing: he may review', async () => {
    const caseNo = nextCase()
    await start('respond-and-review', caseNo)
    expect(await mayReview(caseNo, 'review')).toBe(true)
  })

  test('he began it, which made him its handler', async () => {
    const caseNo = nextCase()
    await start('respond-and-review', caseNo, DOUBLE)
    expect(await mayReview(caseNo, 'review')).toBe(false)
  })

  test('he is registered as its handler, and no procedure says so', async () => {
    const caseNo = nextCase()
    await start('respond-and-review', caseNo)
    await registeredCase(office.app, caseNo, [], [OFFICER, DOUBLE])
    expect(await mayReview(caseNo, 'review')).toBe(false)
  })

  test('he did a task of it', async () => {
    const caseNo = nextCase()
    await start('respond-and-review', caseNo)
    expect((await double.request('POST', `${taskOf(caseNo, 'respond')}/completion`, { variables: {} })).status).toBe(
      204,
    )
    expect(await mayReview(caseNo, 'review')).toBe(false)
  })

  test('he did it in another instance of the case', async () => {
    const caseNo = nextCase()
    await start('respond-and-review', caseNo)
    expect((await double.request('POST', `${taskOf(caseNo, 'respond')}/completion`, { variables: {} })).status).toBe(
      204,
    )
    await start('review-only', caseNo)
    expect(await mayReview(caseNo, 'do')).toBe(false)
  })

  test('he held a task and passed it on (转办)', async () => {
    const caseNo = nextCase()
    await start('respond-and-review', caseNo)
    const path = `${taskOf(caseNo, 'respond')}/assignment`
    expect((await double.request('POST', path, {})).status).toBe(204)
    const passedOn = { assignee: OFFICER, action: 'assign', reason: '出差' }
    expect((await double.request('POST', path, passedOn)).status).toBe(204)
    expect(await mayReview(caseNo, 'review')).toBe(false)
  })

  test('he was given a task and put it back', async () => {
    const caseNo = nextCase()
    await start('respond-and-review', caseNo)
    const path = taskOf(caseNo, 'respond')
    const given = { assignee: DOUBLE, action: 'assign', reason: '分派' }
    expect((await officer.request('POST', `${path}/assignment`, given)).status).toBe(204)
    expect((await double.request('DELETE', `${path}/assignee`)).status).toBe(204)
    expect(await mayReview(caseNo, 'review')).toBe(false)
  })

  test('he only looked at a task and put it back unasked: he may', async () => {
    const caseNo = nextCase()
    await start('respond-and-review', caseNo)
    const path = taskOf(caseNo, 'respond')
    expect((await double.request('POST', `${path}/assignment`, {})).status).toBe(204)
    expect((await double.request('DELETE', `${path}/assignee`)).status).toBe(204)
    expect(await mayReview(caseNo, 'review')).toBe(true)
  })

  test('the review is a procedure that the case calls, and nothing is handed over', async () => {
    const caseNo = nextCase()
    await start('calls-review', caseNo, DOUBLE)
    expect(await mayReview(caseNo, 'do')).toBe(false)
    expect(
      (await (await signIn(office, REVIEWER)).request('POST', `${taskOf(caseNo, 'do')}/completion`, { variables: {} }))
        .status,
    ).toBe(204)
  })

  test('the review begins with a message of the case that does not name it', async () => {
    const caseNo = nextCase()
    await start('tells-review', caseNo, DOUBLE)
    expect(await mayReview(caseNo, 'do')).toBe(false)
  })

  test('who reviewed a case does not become its handler afterwards', async () => {
    const caseNo = nextCase()
    await start('respond-and-review', caseNo)
    expect(await mayReview(caseNo, 'review')).toBe(true)
    const variables = { caseNo, partyName: '沿阶小馆' }
    const refusal = await double.problem(403, 'POST', '/process-instances', {
      processDefinitionId: 'review-only',
      variables,
    })
    expect(refusal).toMatchObject({ rule: 'R-SOD', id: 'policy.handler-excluded' })
  })

  test('he signed first what another has not countersigned', async () => {
    const { house } = office.app
    const caseNo = nextCase()
    const instance = await start('respond-and-review', caseNo)
    const respond = house.tasks.openOf(instance).find(({ elementId }) => elementId === 'respond')!
    const { userTaskKey, processInstanceKey, elementId } = respond
    const actor = { kind: 'person', id: DOUBLE, via: 'web' } as const
    const act = { kind: 'verb', verb: 'sheet.sign', actor, at: house.clock.now(), caseNo } as const
    await house.engine.submit({
      act: { ...act, subject: { userTaskKey, processInstanceKey, elementId } },
      commands: [],
    })
    expect(await mayReview(caseNo, 'review')).toBe(false)
  })
})
