import { afterAll, beforeAll, expect, test } from 'vitest'
import { verify } from '../../db/verify.ts'
import { type Office, openOffice } from '../../tests/support/office.ts'
import { recordThenHold } from '../../tests/support/small-diagrams.ts'
import { signIn, type Visitor } from '../../tests/support/visitor.ts'
import { readings } from '../app.ts'

const form = {
  type: 'default',
  id: 'record-then-hold.record',
  components: [
    { id: 'number', key: 'docNo', type: 'textfield', label: '文号' },
    {
      ...{ id: 'held', key: 'heldOn', type: 'datetime', subtype: 'date', dateLabel: '登记保存日' },
      properties: { factTime: 'true' },
    },
  ],
}

let office: Office
let lin: Visitor
beforeAll(async () => {
  office = await openOffice()
  lin = await signIn(office, 'lin-shen')
  const bundle = new FormData()
  bundle.append('resources', new File([recordThenHold], 'record-then-hold.bpmn'))
  bundle.append('resources', new File([JSON.stringify(form)], 'record.form'))
  const admin = await signIn(office, 'fang-yuangui')
  expect((await admin.request('POST', '/deployments', bundle)).status).toBe(200)
})
afterAll(() => office.close())

let cases = 0
interface Task {
  userTaskKey: string
  elementId: string
  processInstanceKey: string
  limit: { startDate: string; dueDate: string } | null
}
const taskIn = async (instance: string, elementId: string): Promise<Task> => {
  const { openTasks } = await lin.json<{ openTasks: Task[] }>('GET', `/process-instances/${instance}`)
  const task = openTasks.find(each => each.elementId === elementId)
  if (!task) throw new Error(`Expected '${elementId}' to be open`)
  return task
}

/** A task in which something is put on record: it is 2026-11-24 10:00. */
async function openRecording(): Promise<{ instance: string; path: string }> {
  cases += 1
  const body = { processDefinitionId: 'record-then-hold', variables: { caseNo: `LDJ-PT-2026-0070${cases}` } }
  const { processInstanceKey } = await lin.json<{ processInstanceKey: string }>('POST', '/process-instances', body)
  const { userTaskKey } = await taskIn(processInstanceKey, 'record')
  return { instance: processInstanceKey, path: `/user-tasks/${userTaskKey}` }
}

const historyOf = async (path: string) =>
  (await lin.json<{ history: { verb: string; at: string; happenedAt?: string; late?: object }[] }>('GET', path)).history

test('what is to come did not happen', async () => {
  const { path } = await openRecording()
  const problem = await lin.problem(422, 'POST', `${path}/completion`, {
    variables: { docNo: '1', heldOn: '2026-11-25' },
    lateReason: '提前填写',
  })
  expect(problem.errors).toMatchObject([{ path: '/heldOn', id: 'future' }])
})

test('what happened weeks ago takes a reason; it is shown with both times, and limits count from then', async () => {
  const { instance, path } = await openRecording()
  const variables = { docNo: '1', heldOn: '2026-11-12' }
  const problem = await lin.problem(422, 'POST', `${path}/completion`, { variables })
  expect(problem.errors).toMatchObject([
    { path: '/lateReason', id: 'fact.late-reason', message: expect.stringContaining('2026-11-12') },
  ])
  const sent = await lin.request('POST', `${path}/completion`, { variables, lateReason: '文书今日才由派出所转来' })
  expect(sent.status).toBe(204)
  expect((await historyOf(path)).at(-1)).toMatchObject({
    verb: 'user-task.complete',
    at: '2026-11-24T02:00:00.000Z',
    happenedAt: '2026-11-11T16:00:00.000Z',
    late: { reason: '文书今日才由派出所转来' },
  })
  // 7 working days after 2026-11-12, its last minute.
  expect((await taskIn(instance, 'decide')).limit).toMatchObject({
    startDate: '2026-11-11T16:00:00.000Z',
    dueDate: '2026-11-23T16:00:00.000Z',
  })
})

test('what happened yesterday takes none, and a limit that runs from the task counts from now', async () => {
  const { instance, path } = await openRecording()
  const sent = await lin.request('POST', `${path}/completion`, { variables: { docNo: '1', heldOn: '2026-11-23' } })
  expect(sent.status).toBe(204)
  const last = (await historyOf(path)).at(-1)
  expect(last).toMatchObject({ happenedAt: '2026-11-22T16:00:00.000Z' })
  expect(last).not.toHaveProperty('late')
  expect((await taskIn(instance, 'look')).limit).toMatchObject({ startDate: '2026-11-24T02:00:00.000Z' })
})

test('the office sets how late is late, and both times are rebuilt from the journal', async () => {
  const { path } = await openRecording()
  const { entries } = office.app.house.journal
  expect(entries({ limit: 10_000 }).filter(({ late }) => late)).toHaveLength(1)
  expect((await historyOf(path)).every(({ happenedAt }) => happenedAt === undefined)).toBe(true)
  expect(verify(office.app.house.db.reader, { readings })).toMatchObject({ differences: [], unexplained: [] })
})
