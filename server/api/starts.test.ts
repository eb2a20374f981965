import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type CaseOffice, openCaseOffice } from '../../tests/support/case-office.ts'
import { diagramOf, flow, userTask } from '../../tests/support/small-diagrams.ts'
import { signIn } from '../../tests/support/visitor.ts'

const step = userTask('step', 'street-officer@LDJ-CEC', { kind: 'internal' })
const words = (properties: Record<string, string>) =>
  `<zeebe:properties>${Object.entries(properties)
    .map(([name, value]) => `<zeebe:property name="${name}" value="${value}" />`)
    .join('')}</zeebe:properties>`

interface Offered {
  processDefinitionId: string
  processDefinitionKey: string
}

/** Its own case, with a number of its own kind; also begun by a message. */
const errand = diagramOf(
  'errand',
  `<bpmn:startEvent id="start" />
   <bpmn:startEvent id="asked"><bpmn:messageEventDefinition messageRef="m" /></bpmn:startEvent>
   ${step}${flow('start', 'step')}${flow('asked', 'step')}`,
  '<bpmn:message id="m" name="msg.errand" />',
).replace(
  /<zeebe:properties>.*<\/zeebe:properties>/,
  words({ startRoles: 'street-officer', bizKey: 'errandId', bizPrefix: 'BS', startFrom: 'case' }),
)
const errandStart = {
  type: 'default',
  id: 'errand.start',
  components: [
    { id: 'a', type: 'textfield', key: 'errand', label: '事由', validate: { required: true } },
    { id: 'b', type: 'textfield', key: 'linkedCase', label: '关联案件' },
    { id: 'c', type: 'textfield', key: 'place', label: '地点' },
  ],
}
/** Cron counts in UTC: eight in the morning on the first of the month. */
const nightly = diagramOf(
  'nightly',
  `<bpmn:startEvent id="start"><bpmn:timerEventDefinition><bpmn:timeCycle>0 0 0 1 * *</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:startEvent>
   ${step}${flow('start', 'step')}`,
)

let office: CaseOffice
let caseNo: string
let key: string
beforeAll(async () => {
  office = await openCaseOffice()
  caseNo = await office.registered()
  const bundle = new FormData()
  bundle.append('resources', new File([errand], 'errand.bpmn'))
  bundle.append('resources', new File([JSON.stringify(errandStart)], 'errand.start.form'))
  bundle.append('resources', new File([nightly], 'nightly.bpmn'))
  const answer = await (await signIn(office, 'fang-yuangui')).request('POST', '/deployments', bundle)
  expect([answer.status, await answer.text()]).toEqual([200, expect.any(String)])
  key = office.app.house.definitions.findLatest('errand')!.processDefinitionKey
})
afterAll(() => office.close())

const start = async (personId: string, body: object) => {
  const answer = await (await office.visitor(personId)).request('POST', '/process-instances', {
    processDefinitionId: 'errand',
    ...body,
  })
  return { status: answer.status, body: await answer.json() }
}
const instances = (processDefinitionId: string) => office.app.house.instances.page({ processDefinitionId }).items

describe('on the page of a case', () => {
  test('the form opens with the words of the case', async () => {
    const lin = await office.visitor('lin-shen')
    const listed = await lin.json<{ items: { processDefinitionId: string; startFrom: string | null }[] }>(
      'GET',
      '/process-definitions',
    )
    const offered = listed.items.filter(({ startFrom }) => startFrom === 'case')
    expect(offered.map(({ processDefinitionId }) => processDefinitionId)).toContain('errand')
    const detail = await lin.json<{ startValues: object }>('GET', `/process-definitions/${key}?caseNo=${caseNo}`)
    expect(detail.startValues).toEqual({ linkedCase: caseNo, place: expect.any(String) })
    expect((await lin.json<{ startValues: object }>('GET', `/process-definitions/${key}`)).startValues).toEqual({})
  })

  test('what is started there belongs to the case, and keeps a number of its own', async () => {
    const { status, body } = await start('lin-shen', { caseNo, variables: { errand: '送达文书', linkedCase: caseNo } })
    expect(status).toBe(200)
    expect(office.app.house.instances.find(body.processInstanceKey)).toMatchObject({
      caseNo,
      title: '占用人行道经营案',
    })
    const record = await (await office.visitor('lin-shen')).json<{ procedures: object[] }>('GET', `/cases/${caseNo}`)
    expect(record.procedures).toMatchObject([{ processDefinitionId: 'errand' }])
  })

  test.each([
    ['lin-shen', 'case-transfer', ['caseNo', 'caseTitle', 'items']],
    ['zheng-huaiyuan', 'jurisdiction-dispute', ['caseNo', 'caseTitle']],
  ])('%s begins %s there, with %j filled in', async (personId, processDefinitionId, filledIn) => {
    const person = await office.visitor(personId)
    const listed = await person.json<{ items: Offered[] }>('GET', '/process-definitions')
    const offered = listed.items.find(each => each.processDefinitionId === processDefinitionId)!
    expect(offered).toMatchObject({ startFrom: 'case', startable: { permitted: true } })
    const path = `/process-definitions/${offered.processDefinitionKey}?caseNo=${caseNo}`
    const { startValues } = await person.json<{ startValues: object }>('GET', path)
    expect(Object.keys(startValues).sort()).toEqual(filledIn)
  })

  test('not by an officer who does not handle it, nor on a case one does not see', async () => {
    const refused = await start('deng-ziyang', { caseNo, variables: { errand: '送达文书' } })
    expect([refused.status, refused.body.id]).toEqual([403, 'case.handlers-only'])
    expect((await start('lin-shen', { caseNo: 'LDJ-PT-2026-09999', variables: { errand: 'x' } })).status).toBe(404)
    const strange = await (await office.visitor('mei-jianqiu').catch(() => office.visitor('ding-xiaoman'))).request(
      'GET',
      `/process-definitions/${key}?caseNo=${caseNo}`,
    )
    expect(strange.status).toBe(404)
  })
})

test('what asks for no case is a case of its own, by the number it is given', async () => {
  const { body } = await start('lin-shen', { variables: { errand: '送达文书' } })
  const { caseNo: own } = office.app.house.instances.find(body.processInstanceKey)!
  expect(own).toMatch(/^BS-20261124-\d{6}$/)
  const entry = office.app.house.journal.entriesOf(body.processInstanceKey)[0]
  expect(entry).toMatchObject({ verb: 'process-instance.create', caseNo: own, actor: { id: 'lin-shen' } })
})

test('by a message, through the gate: once while the one with its key is under way, and seen as others', async () => {
  const before = instances('errand').length
  for (const _ of [1, 2])
    await office.publish({ name: 'msg.errand', correlationKey: 'E-1', caseNo: 'LDJ-PT-2026-00777' })
  expect(instances('errand')).toHaveLength(before + 1)
  expect(instances('errand')[0]).toMatchObject({ caseNo: 'LDJ-PT-2026-00777', state: 'ACTIVE' })
  expect((await (await office.desk('he-lichuan')).tasks()).map(({ elementId }) => elementId)).toContain('step')
})

test('by time: on the first of the month the task is there, begun by the clock', async () => {
  expect(instances('nightly')).toEqual([])
  await office.until(Date.parse('2026-12-01T08:00:00+08:00'))
  await vi.waitFor(() => expect(instances('nightly')).not.toEqual([]))
  const colleague = await office.desk('he-lichuan')
  const [begun, ...others] = instances('nightly')
  expect(others).toEqual([])
  expect(begun).toMatchObject({ startedBy: null, state: 'ACTIVE' })
  const [first] = office.app.house.journal.entriesOf(begun!.processInstanceKey)
  expect(first).toMatchObject({ verb: 'timer.trigger', actor: { kind: 'clock' } })
  const tasks = await colleague.tasks()
  expect(tasks.filter(each => each.processInstanceKey === begun!.processInstanceKey)).toHaveLength(1)
})
