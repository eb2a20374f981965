import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { filledForms } from '../../db/seed/filled-forms.ts'
import { type Office, openOffice } from '../../tests/support/office.ts'
import { changedCase, registeredCase } from '../../tests/support/registered-case.ts'
import { decideCase } from '../../tests/support/small-diagrams.ts'
import { signIn, type Visitor } from '../../tests/support/visitor.ts'
import type { Variables } from '../engine/index.ts'
import type { UserTaskDetailJson } from './schemas/user-task.ts'

const HEAD = 'yan-shouzheng'
const MINUTE = 60_000

let office: Office
let now: number
let caseCount = 0
beforeAll(async () => {
  office = await openOffice()
  now = office.app.house.clock.now()
  const bundle = new FormData()
  bundle.append('resources', new File([decideCase], 'decide-case.bpmn'))
  const admin = await signIn(office, 'fang-yuangui')
  expect((await admin.request('POST', '/deployments', bundle)).status).toBe(200)
})
afterAll(() => office.close())

/** A registered case, and the path of the task in which the head decides it. */
async function openDecision(clause58: string[] = ['1']): Promise<{ caseNo: string; path: string }> {
  caseCount += 1
  const caseNo = `LDJ-PT-2026-${String(caseCount).padStart(5, '0')}`
  await registeredCase(office.app, caseNo, clause58)
  const instance = await (await office.desk('lin-shen')).start('decide-case', { caseNo, partyName: '沿阶小馆' })
  const decide = office.app.house.tasks.openOf(instance).find(({ elementId }) => elementId === 'decide')!
  return { caseNo, path: `/user-tasks/${decide.userTaskKey}` }
}

/** Who does which step of a review that passes. */
const STEPS = [
  ['submit', 'lin-shen', undefined],
  ['intake', 'zhou-yanqing', 'yes'],
  ['first-review', 'zhou-yanqing', undefined],
  ['second-review', 'shen-zhiwei', 'true'],
] as const

/** Reviews a case up to its last step, which is handed back to be taken. */
async function reviewedUpToLast(caseNo: string): Promise<() => Promise<void>> {
  const files = await office.caseFiles()
  const start: Variables = {
    caseNo,
    caseTitle: '占道',
    partyName: '沿阶小馆',
    reviewType: 'penalty',
    stage: 'beforeDecision',
  }
  const instance = await (await office.desk('lin-shen')).start('legal-review', { ...start, handlerIds: [] })
  const steps = STEPS.map(([elementId, personId, action]) => async () => {
    const find = () => office.app.house.tasks.openOf(instance).find(open => open.elementId === elementId)!
    const task = await vi.waitUntil(find)
    const variables = filledForms[elementId]?.(files) ?? {}
    await (await office.desk(personId)).complete(task.userTaskKey, { ...(action && { action }), variables })
    const isLast = elementId === 'second-review'
    if (isLast) await vi.waitUntil(() => office.app.house.instances.find(instance)?.state === 'COMPLETED')
  })
  const last = steps.pop()!
  for (const step of steps) await step()
  return last
}

async function later(): Promise<void> {
  now += MINUTE
  office.app.clock.set(now)
}

const penalty = { action: 'penalty', variables: {} }
const seen = async (head: Visitor, path: string) => await head.json<UserTaskDetailJson>('GET', path)
const buttons = ({ actions }: UserTaskDetailJson) =>
  Object.fromEntries(actions.map(each => [each.action, each.permitted]))

describe('R-REVIEW-GATE: the head decides a case under article 58', () => {
  test('only once its review has passed, and not after another change', async () => {
    const { caseNo, path } = await openDecision()
    const head = await signIn(office, HEAD)
    const before = await seen(head, path)
    expect(buttons(before)).toEqual({ penalty: false, return: true })
    expect(before.canComplete.permitted).toBe(true)
    expect(before.actions.find(({ action }) => action === 'penalty')?.refusal).toMatchObject({
      rule: 'R-REVIEW-GATE',
      basis: ['行政处罚法 第58条第1款'],
      detail: expect.stringContaining('法制审核尚未通过'),
      remedy: expect.stringContaining('送法制审核'),
    })
    // He may take it up and prepare it; nothing of that decides.
    expect((await head.request('POST', `${path}/assignment`, {})).status).toBe(204)
    expect((await head.request('PUT', `${path}/draft`, { variables: {} })).status).toBe(200)
    expect(await head.problem(403, 'POST', `${path}/completion`, penalty)).toMatchObject({ rule: 'R-REVIEW-GATE' })

    await later()
    const pass = await reviewedUpToLast(caseNo)
    expect(await head.problem(403, 'POST', `${path}/completion`, penalty)).toMatchObject({ rule: 'R-REVIEW-GATE' })
    await pass()
    expect(buttons(await seen(head, path))).toEqual({ penalty: true, return: true })

    await later()
    await changedCase(office.app, caseNo)
    expect(await head.problem(403, 'POST', `${path}/completion`, penalty)).toMatchObject({
      id: 'policy.review-gate.changed',
    })
    await later()
    await (await reviewedUpToLast(caseNo))()
    expect((await head.request('POST', `${path}/completion`, penalty)).status).toBe(204)
  })

  test('a change and the decision in one tick: the second is refused', async () => {
    const { caseNo, path } = await openDecision()
    const head = await signIn(office, HEAD)
    await later()
    await (await reviewedUpToLast(caseNo))()
    await later()
    const [, answer] = await Promise.all([
      changedCase(office.app, caseNo),
      head.request('POST', `${path}/completion`, penalty),
    ])
    expect(answer.status).toBe(403)
    expect(await answer.json()).toMatchObject({ id: 'policy.review-gate.changed' })
  })

  test('a case that is none of article 58 needs no pass', async () => {
    const { path } = await openDecision([])
    const head = await signIn(office, HEAD)
    expect((await head.request('POST', `${path}/completion`, penalty)).status).toBe(204)
  })

  test('what a review finds makes it one, whatever the handlers declared', async () => {
    const { caseNo, path } = await openDecision([])
    const head = await signIn(office, HEAD)
    const desk = await office.desk('lin-shen')
    const files = await office.caseFiles()
    const start: Variables = {
      caseNo,
      caseTitle: '占道',
      partyName: '沿阶小馆',
      reviewType: 'penalty',
      stage: 'beforeDecision',
    }
    const instance = await desk.start('legal-review', { ...start, handlerIds: [] })
    const open = async (elementId: string) => {
      const find = () => office.app.house.tasks.openOf(instance).find(each => each.elementId === elementId)!
      return (await vi.waitUntil(find)).userTaskKey
    }
    await desk.complete(await open('submit'), { variables: filledForms.submit!(files) })
    const reviewer = await office.desk('zhou-yanqing')
    await reviewer.complete(await open('intake'), { action: 'yes', variables: { missing: [], raise58: [3] } })
    await open('first-review')
    expect(await head.problem(403, 'POST', `${path}/completion`, penalty)).toMatchObject({ rule: 'R-REVIEW-GATE' })
  })

  test('a case that nobody registered is decided by nobody', async () => {
    const instance = await (await office.desk('lin-shen')).start('decide-case', {
      caseNo: 'LDJ-PT-2026-99999',
      partyName: '沿阶小馆',
    })
    const decide = office.app.house.tasks.openOf(instance).find(({ elementId }) => elementId === 'decide')!
    const head = await signIn(office, HEAD)
    const path = `/user-tasks/${decide.userTaskKey}/completion`
    expect(await head.problem(403, 'POST', path, penalty)).toMatchObject({ id: 'policy.review-gate.unregistered' })
  })
})
