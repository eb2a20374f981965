import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verify } from '../../db/verify.ts'
import { type LimitTask, limitDiagram } from '../../tests/support/limit-diagrams.ts'
import { type Office, openOffice } from '../../tests/support/office.ts'
import { signIn } from '../../tests/support/visitor.ts'
import { readings } from '../app.ts'
import { limitParameters } from '../deadlines/parameters/index.ts'
import { ruleOf } from '../deadlines/parameters/limit-parameter.ts'

const at = (moment: string) => Date.parse(`${moment.replace(' ', 'T')}:00+08:00`)
const withLength = limitParameters.filter(parameter => ruleOf(parameter))

/** One task for each limit of the office, all open at once. */
const everyLimit: LimitTask[] = withLength.map(({ key }) => ({
  ...{ id: `t-${key.replaceAll('.', '-')}`, headers: { limit: key } },
}))

let office: Office
let cases = 0
beforeAll(async () => {
  office = await openOffice()
  const diagrams = {
    warn: limitDiagram('warn', [{ id: 'evaluate', headers: { limit: 'whistle.evaluate' } }]),
    escalate: limitDiagram('escalate', [
      { id: 'review', headers: { limit: 'review.second' } },
      { id: 'named', headers: { limit: 'review.second', escalateTo: 'subdistrict-head' } },
    ]),
    chain: limitDiagram('chain', [
      {
        id: 'feedback',
        headers: {
          limit: 'whistle.feedback;+whistle.feedbackAgain',
          escalateTo: 'leading-group-office@WC-LG;district-leader@WC-LG',
        },
      },
    ]),
    release: limitDiagram('release', [
      { id: 'keep', headers: { limit: 'seizure.base' }, overdueTo: 'give-back' },
      { id: 'give-back', headers: {} },
    ]),
    forfeit: limitDiagram('forfeit', [
      { id: 'appeal', headers: { limit: 'assess.appeal' }, overdueTo: 'go-on' },
      { id: 'go-on', headers: {} },
    ]),
    whole: limitDiagram('whole', [{ id: 'work', headers: {} }], {
      limit: 'case.handle',
      escalateTo: 'subdistrict-head',
    }),
    every: limitDiagram('every', everyLimit),
  }
  const bundle = new FormData()
  for (const [id, xml] of Object.entries(diagrams)) bundle.append('resources', new File([xml], `${id}.bpmn`))
  const admin = await signIn(office, 'fang-yuangui')
  expect((await admin.request('POST', '/deployments', bundle)).status).toBe(200)
})
afterAll(() => office.close())

async function begin(processDefinitionId: string): Promise<string> {
  cases += 1
  const handler = await office.desk('lin-shen')
  const key = await handler.start(processDefinitionId, {
    caseNo: `LDJ-PT-2026-${String(700 + cases).padStart(5, '0')}`,
  })
  await office.app.limitsSettled()
  return key
}
const openSteps = (instance: string) => office.app.house.tasks.openOf(instance).map(({ elementId }) => elementId)
const escalationsOf = (instance: string) =>
  office.app.house.escalations
    .list({ processInstanceKey: instance, limit: 100 })
    .map(({ elementId, consequence, toRole, toOrg }) => `${elementId} ${consequence} ${toRole}@${toOrg}`)
const actsOf = (instance: string) =>
  office.app.house.journal.entriesOf(instance).flatMap(({ verb }) => (verb.startsWith('limit.') ? [verb] : []))

describe('what follows when a limit is over', () => {
  test('warn: people are warned, and nothing goes up', async () => {
    const instance = await begin('warn')
    await office.until(at('2026-11-30 09:00'))
    expect([actsOf(instance).at(-1), escalationsOf(instance), openSteps(instance)]).toEqual([
      ...['limit.overdue', [], ['evaluate']],
    ])
  })

  test('escalate: it goes up to whom the task names, else to the deputy head, who takes note of it', async () => {
    const instance = await begin('escalate')
    await office.until(at('2026-12-07 09:00'))
    expect(escalationsOf(instance).sort()).toEqual([
      'named escalate subdistrict-head@LDJ',
      'review escalate subdistrict-deputy@LDJ',
    ])
    expect(openSteps(instance).sort()).toEqual(['named', 'review'])

    const deputy = await signIn(office, 'mei-qinghe')
    interface Listed {
      items: {
        seq: number
        elementName: string
        canNote: boolean
        notes: { person: { name: string }; note: string }[]
      }[]
    }
    const mine = async (view: string) => (await deputy.json<Listed>('GET', `/escalations?view=${view}`)).items
    const [escalation] = (await mine('new')).filter(({ elementName }) => elementName === 'review')
    expect(escalation).toMatchObject({ canNote: true, notes: [] })
    const note = { note: '今日催办' }
    expect((await deputy.request('POST', `/escalations/${escalation!.seq}/note`, note)).status).toBe(204)
    expect((await mine('new')).map(({ seq }) => seq)).not.toContain(escalation!.seq)
    const [seen] = (await mine('mine')).filter(({ seq }) => seq === escalation!.seq)
    expect(seen).toMatchObject({ canNote: false, notes: [{ person: { id: 'mei-qinghe' }, note: '今日催办' }] })
    const officer = await signIn(office, 'lin-shen')
    await officer.problem(404, 'POST', `/escalations/${escalation!.seq}/note`, note)
    const { items: history } = await deputy.json<{ items: { reason: string | null; fields: { after: string }[] }[] }>(
      'GET',
      `/escalations/${escalation!.seq}/history`,
    )
    expect(history).toMatchObject([{ reason: note.note }, { fields: [{ after: expect.stringContaining('分管') }] }])
    await officer.problem(404, 'GET', `/escalations/${escalation!.seq}/history`)
    expect((await officer.json<Listed>('GET', '/escalations?view=mine')).items).toEqual([])
  })

  test('escalate twice: the second limit of the task begins where the first ends, and goes up further', async () => {
    const instance = await begin('chain')
    await office.until(at('2026-12-22 09:00'))
    expect(escalationsOf(instance)).toEqual(['feedback escalate leading-group-office@WC-LG'])
    await office.until(at('2026-12-29 09:00'))
    expect(escalationsOf(instance)).toEqual([
      'feedback escalate district-leader@WC-LG',
      'feedback escalate leading-group-office@WC-LG',
    ])
    expect(openSteps(instance)).toEqual(['feedback'])
  })

  test('release: what was held is given back, and the supervisor is told', async () => {
    const instance = await begin('release')
    await office.until(at('2027-01-29 09:00'))
    expect(openSteps(instance)).toEqual(['give-back'])
    expect(escalationsOf(instance)).toEqual(['keep release justice-office-supervisor@LDJ'])
    const supervisor = await signIn(office, 'wei-mingjian')
    const { items } = await supervisor.json<{ items: { consequence: string }[] }>('GET', '/escalations')
    expect(items.map(({ consequence }) => consequence)).toContain('release')
  })

  test('forfeit: the right is lost, the task with it, and the supervisor is told', async () => {
    const instance = await begin('forfeit')
    await office.until(at('2027-02-28 09:00'))
    expect(openSteps(instance)).toEqual(['go-on'])
    expect(escalationsOf(instance)).toEqual(['appeal forfeit justice-office-supervisor@LDJ'])
  })
})

test('a whole procedure has its limit too: opened with it, closed with it', async () => {
  const instance = await begin('whole')
  const limit = () => office.app.house.limits.ofOwner(instance)[0]
  expect(limit()).toMatchObject({ userTaskKey: null, elementId: 'whole', closedAt: null, stage: 'running' })
  const auditor = await office.desk('gu-xingzhi')
  const shown = await auditor.get<{ limits: { key: string; lastDay: string }[] }>(`/process-instances/${instance}`)
  expect(shown.limits).toMatchObject([{ key: 'case.handle', lastDay: '2027-05-29' }])
  await office.until(at('2027-05-30 09:00'))
  expect(escalationsOf(instance)).toEqual(['whole escalate subdistrict-head@LDJ'])
  const handler = await office.desk('lin-shen')
  const [task] = office.app.house.tasks.openOf(instance)
  await handler.complete(task!.userTaskKey, { variables: {} })
  expect(limit()).toMatchObject({ closedAt: expect.any(Number), nextAt: null })
})

test('nothing is ever approved by time running out: whatever limit is over, no task is done by it', async () => {
  const instance = await begin('every')
  expect(openSteps(instance)).toHaveLength(withLength.length)
  await office.until(at('2033-01-04 09:00'))
  await office.app.limitsSettled()
  const { house } = office.app
  expect(openSteps(instance)).toHaveLength(withLength.length)
  const overdue = house.tasks
    .openOf(instance)
    .filter(({ userTaskKey }) => house.limits.find(userTaskKey)?.stage === 'overdue')
  expect(overdue).toHaveLength(withLength.length)
  const byClock = house.journal.entries({ limit: 1_000_000 }).filter(({ actor }) => actor.kind === 'clock')
  const records = byClock.flatMap(({ segments = [] }) => segments.flatMap(segment => segment.records))
  expect(records.filter(({ valueType, intent }) => valueType === 'USER_TASK' && intent === 'COMPLETED')).toEqual([])
})

test('all of it is rebuilt from the journal alone', () => {
  expect(verify(office.app.house.db.reader, { readings }).differences).toEqual([])
})
