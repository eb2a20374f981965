import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Office, openOffice } from '../../../tests/support/office.ts'
import { twoOfficers, twoOfficersForm } from '../../../tests/support/small-diagrams.ts'
import { signIn, type Visitor } from '../../../tests/support/visitor.ts'
import type { UserTaskDetailJson, UserTaskJson } from '../../api/schemas/user-task.ts'

let office: Office
let lin: Visitor
let he: Visitor
let keeper: Visitor
let admin: Visitor
let auditor: Visitor
let director: Visitor
let cases = 0
let instance: string
let caseNo: string
let path: string

const NOTED = { action: 'yes', variables: { findings: '占道摆放桌椅六张' } }

beforeEach(async () => {
  office = await openOffice()
  ;[lin, he, keeper, admin, auditor, director] = (await Promise.all(
    ['lin-shen', 'he-lichuan', 'jian-shuyan', 'fang-yuangui', 'gu-xingzhi', 'zheng-huaiyuan'].map(id => signIn(office, id)),
  )) as [Visitor, Visitor, Visitor, Visitor, Visitor, Visitor]
  const bundle = new FormData()
  bundle.append('resources', new File([twoOfficers], 'two-officers.bpmn'))
  bundle.append('resources', new File([twoOfficersForm], 'two-officers.inspect.form'))
  expect((await admin.request('POST', '/deployments', bundle)).status).toBe(200)
  await begin()
  return () => office.close()
})

async function begin(): Promise<void> {
  cases += 1
  caseNo = `LDJ-JC-2026-${String(cases).padStart(5, '0')}`
  const answer = await lin.json<{ processInstanceKey: string }>('POST', '/process-instances', {
    processDefinitionId: 'two-officers',
    variables: { caseNo },
  })
  instance = answer.processInstanceKey
  path = `/user-tasks/${(await openTasks())[0]!.userTaskKey}`
}

async function openTasks(): Promise<UserTaskJson[]> {
  return (await auditor.json<{ openTasks: UserTaskJson[] }>('GET', `/process-instances/${instance}`)).openTasks
}

const page = (who: Visitor) => who.json<UserTaskDetailJson>('GET', path)
const holder = async () => (await openTasks())[0]?.assignee?.id ?? null
const at = (moment: string) => new Date(`${moment.replace(' ', 'T')}:00+08:00`).toISOString()

async function turn(number: string, state: string, effectiveAt = new Date(office.app.clock.now()).toISOString()) {
  const body = { state, effectiveAt, reason: '接受调查' }
  const answer = await keeper.request('POST', `/certificates/enforcement-${number}/states`, body)
  expect(answer.status).toBe(201)
  await office.app.officersSettled()
}

const LIN = 'E420106-0411'

describe('a certificate that ends takes its holder out at once', () => {
  test.each(['suspended', 'withdrawn', 'cancelled', 'lost'])('%s: what he holds goes back for dispatch', async state => {
    await lin.request('POST', `${path}/assignment`, {})
    expect(await holder()).toBe('lin-shen')
    await turn(LIN, state)
    expect(await holder()).toBeNull()
    const { history } = await page(auditor)
    expect(history.map(({ actor, sentence }) => `${actor.name} ${sentence}`).at(-1)).toBe(
      '系统 收回林慎的“现场检查”待重新分派：执法证已失效',
    )
    expect(await lin.problem(403, 'POST', `${path}/assignment`, {})).toMatchObject({
      rule: 'R-CERT',
      basis: expect.arrayContaining(['行政处罚法 第76条']),
      remedy: expect.any(String),
    })
  })
})
