import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { limitDiagram } from '../support/limit-diagrams.ts'
import { signIn, type Visitor } from '../support/visitor.ts'
import { openZeebeOffice, type ZeebeOffice } from './zeebe-office.ts'

let office: ZeebeOffice
let handler: Visitor
let deputy: Visitor
const caseNo = 'LDJ-PT-2026-00123'
let task = ''
beforeAll(async () => {
  office = await openZeebeOffice()
  const bundle = new FormData()
  const diagram = limitDiagram('one-review', [{ id: 'review', headers: { limit: 'review.first' } }])
  bundle.append('resources', new File([diagram], 'one-review.bpmn'))
  const admin = await signIn(office, 'fang-yuangui')
  expect((await admin.request('POST', '/deployments', bundle)).status).toBe(200)
  ;[handler, deputy] = await Promise.all([signIn(office, 'lin-shen'), signIn(office, 'mei-qinghe')])
  const { processInstanceKey } = await handler.json<{ processInstanceKey: string }>('POST', '/process-instances', {
    ...{ processDefinitionId: 'one-review', variables: { caseNo } },
  })
  task = office.app.house.tasks.openOf(processInstanceKey)[0]!.userTaskKey
  const suspension = { ground: 'law-unclear', reason: '请示区司法局' }
  expect((await deputy.request('POST', `/cases/${caseNo}/suspensions`, suspension)).status).toBe(204)
})
afterAll(() => office.close())

describe('a case that stands still is closed to Zeebe clients too', () => {
  test.each([
    ['POST', 'completion', { variables: {} }],
    ['POST', 'assignment', { assignee: 'lin-shen' }],
    ['DELETE', 'assignee', undefined],
  ])('%s %s by its handler through REST v2 is refused by R-SUSPENDED', async (method, verb, body) => {
    const { status } = await office.rest(method, `/user-tasks/${task}/${verb}`, body, {
      'x-person-token': handler.cookie.replace('xf_session=', ''),
    })
    expect(status).toBe(403)
    const { journal } = office.app.house
    expect(journal.findEntry(journal.lastSeq())).toMatchObject({
      ...{ kind: 'refused', caseNo, refusal: { rule: 'R-SUSPENDED' } },
    })
  })

  test('a program in its own name does not complete it either', async () => {
    expect((await office.rest('POST', `/user-tasks/${task}/completion`, { variables: {} })).status).toBe(403)
    expect(office.app.house.tasks.findNow(task)?.state).toBe('CREATED')
  })

  test('it goes on when it is resumed', async () => {
    expect((await deputy.request('POST', `/cases/${caseNo}/resumption`, { reason: '已答复' })).status).toBe(204)
    const answer = await office.rest(
      'POST',
      `/user-tasks/${task}/completion`,
      {},
      {
        'x-person-token': handler.cookie.replace('xf_session=', ''),
      },
    )
    expect(answer.status).toBe(204)
  })
})
