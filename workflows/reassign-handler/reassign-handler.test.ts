import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Office, openOffice } from '../../tests/support/office.ts'
import { registeredCase } from '../../tests/support/registered-case.ts'
import { signIn, type Visitor } from '../../tests/support/visitor.ts'

let office: Office
let officer: Visitor
let director: Visitor
let keeper: Visitor
let auditor: Visitor
let cases = 0
let caseNo: string
let review: string
const walked = new Set<string>()

beforeAll(async () => {
  office = await openOffice()
  await signAllIn()
})
beforeEach(startReview)
afterAll(() => office.close())

async function signAllIn(): Promise<void> {
  ;[officer, director, keeper, auditor] = (await Promise.all(
    ['lin-shen', 'zheng-huaiyuan', 'jian-shuyan', 'gu-xingzhi'].map(id => signIn(office, id)),
  )) as [Visitor, Visitor, Visitor, Visitor]
}

interface Task {
  userTaskKey: string
  elementId: string
  processInstanceKey: string
  assignee: { id: string } | null
  candidateUsers: string[]
  processName: string
}

interface Instance {
  openTasks: Task[]
  flows: string[]
  elements: { elementId: string }[]
  variables: { name: string; value: unknown }[]
}

/** A legal review that two officers handle, before it is submitted; the first of them holds the task. */
async function startReview(): Promise<void> {
  cases += 1
  caseNo = `LDJ-PT-2026-${String(cases).padStart(5, '0')}`
  const variables = {
    ...{ caseNo, caseTitle: '占道经营案', partyName: '沿阶小馆', reviewType: 'penalty', stage: 'beforeDecision' },
    handlerIds: ['he-lichuan'],
  }
  const started = await officer.json<{ processInstanceKey: string }>('POST', '/process-instances', {
    processDefinitionId: 'legal-review',
    variables,
  })
  review = started.processInstanceKey
  await office.settled()
  await officer.request('POST', `/user-tasks/${(await submission()).userTaskKey}/assignment`, {})
}

const instance = (key: string) => auditor.json<Instance>('GET', `/process-instances/${key}`)
const submission = async () => (await instance(review)).openTasks[0]!
const handlersOf = async () => (await instance(review)).variables.find(({ name }) => name === 'handlerIds')?.value

async function turn(state: string, number = 'E420106-0411'): Promise<void> {
  office.app.clock.set(office.app.clock.now() + 60_000)
  const effectiveAt = new Date(office.app.clock.now()).toISOString()
  const path = `/certificates/enforcement-${number}/states`
  expect((await keeper.request('POST', path, { state, effectiveAt, reason: '接受调查' })).status).toBe(201)
  await office.app.officersSettled()
}

/** The task of the director of the centre for this case. */
async function reassignment(): Promise<Task> {
  const { items } = await director.json<{ items: Task[] }>('GET', `/user-tasks?view=claimable&q=${caseNo}`)
  expect(items.map(({ elementId }) => elementId)).toEqual(['name-handlers'])
  return items[0]!
}

const name = ({ userTaskKey }: Task, newHandlerIds: string[]) =>
  director.request('POST', `/user-tasks/${userTaskKey}/completion`, {
    action: 'named',
    variables: { newHandlerIds, reassignReason: '原承办人证件暂扣' },
  })

async function ended({ processInstanceKey }: Task): Promise<string | undefined> {
  const { elements, flows } = await instance(processInstanceKey)
  for (const flow of flows) walked.add(flow)
  return elements.find(({ elementId }) => elementId.startsWith('end-'))?.elementId
}

test('a case left with one valid officer asks the director for another, who takes over where the case stands', async () => {
  await turn('suspended')
  expect(await submission()).toMatchObject({ assignee: null, candidateUsers: ['lin-shen', 'he-lichuan'] })
  const task = await reassignment()
  expect(await director.json('GET', `/user-tasks/${task.userTaskKey}`)).toMatchObject({
    limit: { key: 'cert.reassign' },
    variables: { lostHandlers: '林慎', remainingHandlers: '何立川' },
  })
  expect((await name(task, ['deng-ziyang'])).status).toBe(204)
  expect(await handlersOf()).toEqual(['he-lichuan', 'deng-ziyang'])
  expect((await submission()).candidateUsers).toEqual(['he-lichuan', 'deng-ziyang'])
  const successor = await signIn(office, 'deng-ziyang')
  const path = `/user-tasks/${(await submission()).userTaskKey}/assignment`
  expect((await officer.problem(403, 'POST', path, {})).rule).toMatch(/^R-/)
  expect((await successor.request('POST', path, {})).status).toBe(204)
  expect(await ended(task)).toBe('end-reassigned')
  await turn('valid')
})

test('of a registered case the register names the new handlers, and nobody is asked again when the old one falls again', async () => {
  await registeredCase(office.app, caseNo, [])
  await turn('suspended')
  expect((await name(await reassignment(), ['deng-ziyang'])).status).toBe(204)
  const handlers = office.app.house.cases.find(caseNo)?.handlers.map(({ personId }) => personId)
  expect(handlers?.sort()).toEqual(['deng-ziyang', 'he-lichuan'])
  await turn('valid')
  await turn('suspended')
  const { items } = await director.json<{ items: Task[] }>('GET', `/user-tasks?view=claimable&q=${caseNo}`)
  expect(items).toEqual([])
  await turn('valid')
})

test('whoever is named must hold a valid certificate and must not have reviewed the case', async () => {
  await turn('suspended')
  await turn('suspended', 'E420106-0413')
  const task = await reassignment()
  const path = `/user-tasks/${task.userTaskKey}/completion`
  const body = (ids: string[]) => ({
    action: 'named',
    variables: { newHandlerIds: ids, reassignReason: '原承办人证件暂扣' },
  })
  expect(await director.problem(403, 'POST', path, body(['deng-ziyang']))).toMatchObject({ rule: 'R-CERT' })
  expect(await director.problem(422, 'POST', path, body(['ding-xiaoman']))).toMatchObject({ id: 'form.wrong' })
  expect(await handlersOf()).toEqual(['lin-shen', 'he-lichuan'])
  await turn('valid')
  await turn('valid', 'E420106-0413')
})

test('nobody need be named once two are valid again, and not before', async () => {
  await turn('suspended')
  const task = await reassignment()
  const path = `/user-tasks/${task.userTaskKey}/completion`
  const body = { action: 'notNeeded', variables: { reassignReason: '暂扣已经解除' } }
  expect(await director.problem(403, 'POST', path, body)).toMatchObject({ rule: 'R-TWO' })
  await turn('valid')
  expect((await director.request('POST', path, body)).status).toBe(204)
  expect(await ended(task)).toBe('end-not-needed')
})

test('a case that still has two is left alone, and one case asks once', async () => {
  await turn('suspended', 'E420106-0414')
  const { items } = await director.json<{ items: Task[] }>('GET', `/user-tasks?view=claimable&q=${caseNo}`)
  expect(items).toEqual([])
  await turn('suspended')
  await turn('suspended', 'E420106-0412')
  await reassignment()
  for (const number of ['E420106-0411', 'E420106-0412', 'E420106-0414']) await turn('valid', number)
})

test('out of use, it is begun for no case; the fallen officer is taken off his task all the same', async () => {
  const { definitions, instances } = office.app.house
  const count = () => instances.page({ processDefinitionId: 'reassign-handler', limit: 200 }).items.length
  const before = count()
  const key = definitions.findLatest('reassign-handler')!.processDefinitionKey
  const administrator = await signIn(office, 'fang-yuangui')
  const retired = await administrator.request('POST', `/process-definitions/${key}/retirement`, { reason: '暂停使用' })
  expect(retired.status).toBe(204)
  await turn('suspended')
  expect([count(), (await submission()).assignee]).toEqual([before, null])
  await turn('valid')
})

test('every flow of the diagram was walked', () => {
  const flows = ['start--init', 'init--name-handlers', 'name-handlers--x-outcome']
  expect([...walked].sort()).toEqual([...flows, 'x-outcome--end-reassigned', 'x-outcome--end-not-needed'].sort())
})
