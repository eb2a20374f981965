import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Office, openOffice } from '../../tests/support/office.ts'
import { enforcementAct, respondAndReview } from '../../tests/support/small-diagrams.ts'
import { signIn, type Visitor } from '../../tests/support/visitor.ts'
import type { ProcessInstanceDetailJson } from './schemas/process-instance.ts'
import type { UserTaskDetailJson } from './schemas/user-task.ts'

let office: Office
let lin: Visitor
let admin: Visitor
let instance: string
let path: string
beforeAll(async () => {
  office = await openOffice()
  lin = await signIn(office, 'lin-shen')
  admin = await signIn(office, 'fang-yuangui')
  const bundle = new FormData()
  bundle.append('resources', new File([respondAndReview], 'respond-and-review.bpmn'))
  bundle.append('resources', new File([enforcementAct], 'enforcement-act.bpmn'))
  await admin.request('POST', '/deployments', bundle)
})
beforeEach(async () => {
  const body = { processDefinitionId: 'respond-and-review', variables: { caseNo: 'LDJ-PT-2026-00001' } }
  instance = (await lin.json<{ processInstanceKey: string }>('POST', '/process-instances', body)).processInstanceKey
  const { openTasks } = await lin.json<ProcessInstanceDetailJson>('GET', `/process-instances/${instance}`)
  path = `/user-tasks/${openTasks.find(({ elementId }) => elementId === 'respond')?.userTaskKey}`
})
afterAll(() => office.close())

const draft = async () => (await lin.json<UserTaskDetailJson>('GET', path)).draft
const discard = (match?: string) =>
  lin.request('DELETE', `${path}/draft`, undefined, match === undefined ? {} : { 'if-match': match })

test('a draft is thrown away by who saw the newest', async () => {
  for (const note of ['one', 'two']) await lin.request('PUT', `${path}/draft`, { variables: { note } })
  expect((await discard('"1"')).status).toBe(409)
  expect(await draft()).toMatchObject({ variables: { note: 'two' } })
  expect((await discard('"2"')).status).toBe(204)
  expect(await draft()).toBeNull()
  expect((await discard()).status).toBe(204)
})

test('drafts go with a task that is canceled', async () => {
  await lin.request('PUT', `${path}/draft`, { variables: { note: '当事人姓名' } })
  await admin.request('POST', `/process-instances/${instance}/cancellation`, { reason: '重复立案' })
  const kept = office.app.house.db.writer.prepare('SELECT count(*) FROM draft').pluck().get()
  expect(kept).toBe(0)
})

test('a claim for somebody else is written down as what it is, an assignment', async () => {
  const body = { assignee: 'qiao-zhixing', action: 'claim' }
  expect((await lin.request('POST', `${path}/assignment`, body)).status).toBe(204)
  const entry = office.app.house.journal.entriesOf(instance).at(-1)
  expect(entry).toMatchObject({ verb: 'user-task.assign', actor: { id: 'lin-shen' } })
})
