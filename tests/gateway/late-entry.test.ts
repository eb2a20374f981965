import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordThenHold } from '../support/small-diagrams.ts'
import { signIn } from '../support/visitor.ts'
import { openZeebeOffice, type ZeebeOffice } from './zeebe-office.ts'

const form = {
  ...{ type: 'default', id: 'record-then-hold.record' },
  components: [
    {
      ...{ id: 'held', key: 'heldOn', type: 'datetime', subtype: 'date', dateLabel: '登记保存日' },
      properties: { factTime: 'true' },
    },
  ],
}

let office: ZeebeOffice
let headers: Record<string, string>
beforeAll(async () => {
  office = await openZeebeOffice()
  const bundle = new FormData()
  bundle.append('resources', new File([recordThenHold], 'record-then-hold.bpmn'))
  bundle.append('resources', new File([JSON.stringify(form)], 'record.form'))
  const admin = await signIn(office, 'fang-yuangui')
  expect((await admin.request('POST', '/deployments', bundle)).status).toBe(200)
  const { cookie } = await signIn(office, 'lin-shen')
  headers = { 'x-person-token': cookie.replace('xf_session=', '') }
})
afterAll(() => office.close())

test('what a person enters late through a client takes a reason too, which is no variable', async () => {
  const lin = await signIn(office, 'lin-shen')
  const start = { processDefinitionId: 'record-then-hold', variables: { caseNo: 'LDJ-PT-2026-00941' } }
  const { processInstanceKey } = await lin.json<{ processInstanceKey: string }>('POST', '/process-instances', start)
  const { openTasks } = await lin.json<{ openTasks: { userTaskKey: string }[] }>(
    'GET',
    `/process-instances/${processInstanceKey}`,
  )
  const path = `/user-tasks/${openTasks[0]?.userTaskKey}/completion`
  const variables = { heldOn: '2026-11-12' }
  expect(await office.rest('POST', path, { variables }, headers)).toMatchObject({
    status: 400,
    body: { detail: expect.stringContaining('2026-11-12') },
  })
  const told = { ...variables, lateReason: '清单今日才转来' }
  expect((await office.rest('POST', path, { variables: told }, headers)).status).toBe(204)
  const entries = office.app.house.journal.entries({ limit: 1000 })
  expect(entries.findLast(({ verb }) => verb === 'user-task.complete')).toMatchObject({
    happenedAt: Date.parse('2026-11-12T00:00+08:00'),
    late: { reason: '清单今日才转来' },
  })
  const instance = await lin.json<{ variables: { name: string }[] }>('GET', `/process-instances/${processInstanceKey}`)
  expect(instance.variables.map(({ name }) => name)).not.toContain('lateReason')
})
