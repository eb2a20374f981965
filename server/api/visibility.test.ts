import { afterAll, beforeAll, expect, test } from 'vitest'
import { filledForms } from '../../db/seed/filled-forms.ts'
import { type Office, openOffice } from '../../tests/support/office.ts'
import { signIn, type Visitor } from '../../tests/support/visitor.ts'
import type { ProcessInstanceDetailJson } from './schemas/process-instance.ts'
import type { UserTaskDetailJson } from './schemas/user-task.ts'

let office: Office
let lin: Visitor
let zhou: Visitor
let qin: Visitor
beforeAll(async () => {
  office = await openOffice()
  lin = await signIn(office, 'lin-shen')
  zhou = await signIn(office, 'zhou-yanqing')
  qin = await signIn(office, 'qin-guanlan')
})
afterAll(() => office.close())

const openTask = async (instance: string) => {
  const { openTasks } = await lin.json<ProcessInstanceDetailJson>('GET', `/process-instances/${instance}`)
  return openTasks[0]!.userTaskKey
}

test('a candidate reads a case while its task may become his; when a colleague has it, he learns that alone', async () => {
  const variables = {
    caseNo: 'LDJ-PT-2026-00001',
    caseTitle: '占道经营案',
    partyName: '沿阶小馆',
    reviewType: 'penalty',
    stage: 'beforeDecision',
    handlerIds: [],
  }
  const body = { processDefinitionId: 'legal-review', variables }
  const { processInstanceKey } = await lin.json<{ processInstanceKey: string }>('POST', '/process-instances', body)
  const filled = { variables: filledForms.submit!(await office.caseFiles()) }
  await lin.request('POST', `/user-tasks/${await openTask(processInstanceKey)}/completion`, filled)
  const path = `/user-tasks/${await openTask(processInstanceKey)}`
  const read = (who: Visitor) => who.json<UserTaskDetailJson>('GET', path)
  expect((await read(qin)).variables).toMatchObject({ partyName: '沿阶小馆' })

  await zhou.request('POST', `${path}/assignment`, {})
  await qin.problem(404, 'GET', `/process-instances/${processInstanceKey}`)
  expect(await read(qin)).toMatchObject({
    assignee: { id: 'zhou-yanqing' },
    variables: {},
    form: null,
    history: [],
    next: [],
    canComplete: { permitted: false },
  })
  expect((await read(zhou)).variables).toMatchObject({ partyName: '沿阶小馆' })

  await zhou.request('DELETE', `${path}/assignee`)
  expect((await read(qin)).variables).toMatchObject({ partyName: '沿阶小馆' })
})
