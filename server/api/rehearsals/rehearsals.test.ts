import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Office, openOffice } from '../../../tests/support/office.ts'
import { shippedFiles } from '../../../tests/support/scenarios.ts'
import { signIn, type Visitor } from '../../../tests/support/visitor.ts'
import { lint } from '../../lint/index.ts'
import type { BundleFile } from '../../rehearsal/scenario.ts'
import type { Step } from '../../rehearsal/step.ts'
import { knownOf } from '../known.ts'
import type { RehearsalJson } from './schemas.ts'

let office: Office
let administrator: Visitor
let files: BundleFile[]

beforeAll(async () => {
  office = await openOffice()
  administrator = await signIn(office, 'fang-yuangui')
  files = await shippedFiles('legal-review')
})
afterAll(() => office.close())

const START: Step = {
  do: 'start',
  by: 'lin-shen',
  values: {
    ...{ caseNo: 'LDJ-PT-2026-00077', caseTitle: '占用人行道经营案', partyName: '沿阶小馆餐饮店' },
    ...{ reviewType: 'penalty', stage: 'beforeDecision', handlerIds: [] },
  },
}
const material = (kind: string) => ({ kind, file: { $file: '材料.pdf' } })
const SUBMIT: Step = {
  ...{ do: 'complete', task: 'submit', by: 'lin-shen' },
  values: {
    materials: [material('investigation'), material('evidence')],
    draftDoc: { $file: '决定书.pdf' },
    ...{ publicInterest: false, majorRights: false, complexRelations: false, lawRequires: false },
  },
}
const intake = (by: string): Step => ({ do: 'complete', task: 'intake', by, action: 'yes', values: {} })

interface StepAnswer {
  refusal: { id: string; detail: string; rule?: string; basis?: string[]; personId?: string } | null
  rehearsal: RehearsalJson
}

async function opened(asked: readonly BundleFile[] = files): Promise<RehearsalJson> {
  const answer = await administrator.request('POST', '/rehearsals', { files: [...asked] })
  expect(answer.status, await answer.clone().text()).toBe(201)
  return (await answer.json()) as RehearsalJson
}

async function perform(id: string, step: Step): Promise<StepAnswer> {
  const answer = await administrator.request('POST', `/rehearsals/${id}/steps`, { step })
  expect(answer.status, await answer.clone().text()).toBe(200)
  return (await answer.json()) as StepAnswer
}

describe('a trial', () => {
  let trial: RehearsalJson

  test('begins with who may start it', async () => {
    trial = await opened()
    expect(trial).toMatchObject({ procedureId: 'legal-review', instance: null, tasks: [] })
    expect(trial.starters.map(({ id }) => id)).toContain('lin-shen')
  })

  test('shows who has what, and where it stands on the diagram', async () => {
    await perform(trial.id, START)
    const { refusal, rehearsal } = await perform(trial.id, SUBMIT)
    expect(refusal).toBeNull()
    expect(rehearsal.tasks).toMatchObject([{ elementId: 'intake', assignee: null }])
    expect(rehearsal.tasks[0]?.players.map(({ id }) => id)).toContain('zhou-yanqing')
    expect(rehearsal.path.went).toContain('submit')
    expect(rehearsal.path.now).toContain('intake')
    expect(rehearsal.next).toMatchObject({ kind: 'limit' })
  })

  test('tells the person played what the rule says', async () => {
    const { refusal } = await perform(trial.id, intake('lin-shen'))
    expect(refusal).toMatchObject({ personId: 'lin-shen', detail: expect.stringMatching(/\S/) })
  })

  test('shows a task with its form as that person sees it', async () => {
    const [task] = (await perform(trial.id, { do: 'claim', task: 'intake', by: 'zhou-yanqing' })).rehearsal.tasks
    const path = `/rehearsals/${trial.id}/tasks/${task!.userTaskKey}?as=zhou-yanqing`
    const seen = await (await administrator.request('GET', path)).json()
    expect(seen).toMatchObject({ elementId: 'intake', form: { id: 'legal-review.intake' } })
  })

  test('lets time pass to the next limit and by working days', async () => {
    const before = (await (await administrator.request('GET', `/rehearsals/${trial.id}`)).json()) as RehearsalJson
    const { rehearsal } = await perform(trial.id, { do: 'wait', for: 'next' })
    expect(rehearsal.now).toBe(before.next?.at)
    const later = await perform(trial.id, { do: 'wait', for: '5 workdays' })
    expect(Date.parse(later.rehearsal.now)).toBeGreaterThan(Date.parse(rehearsal.now))
    // The clock of the office goes on as if nothing had been.
    expect(office.app.clock.now()).toBe(Date.parse('2026-11-24T02:00:00Z'))
  })

  test('is kept as a scenario that runs green, in parts instead of persons', async () => {
    const kept = await (
      await administrator.request('GET', `/rehearsals/${trial.id}/scenario?name=${encodeURIComponent('到受理')}`)
    ).json()
    expect(JSON.stringify(kept)).not.toContain('lin-shen')
    const scenario = { name: 'kept.scenario.json', content: JSON.stringify(kept) }
    const runs = await administrator.request('POST', '/scenario-runs', { files: [...files, scenario] })
    expect(await runs.json()).toEqual({
      items: [expect.objectContaining({ file: 'kept.scenario.json', name: '到受理', isGreen: true })],
    })
  })

  test('is thrown away', async () => {
    expect((await administrator.request('DELETE', `/rehearsals/${trial.id}`)).status).toBe(204)
    expect((await administrator.request('GET', `/rehearsals/${trial.id}`)).status).toBe(404)
  })
})

test('a scenario that goes another way says where it differs first', async () => {
  const content = (await readFile('workflows/legal-review/passed.scenario.json', 'utf8')).replace(
    '"end-passed"',
    '"end-returned"',
  )
  const run = await administrator.request('POST', '/scenario-runs', {
    files: [...files, { name: 'other.scenario.json', content }],
  })
  const { items } = (await run.json()) as { items: { isGreen: boolean; problem?: { zh: string } }[] }
  expect(items).toMatchObject([{ isGreen: false, problem: { zh: expect.stringContaining('应当结束于') } }])
})

test('a scenario of another office, whose parts nobody plays here, is told and bars nothing', async () => {
  const content = (await readFile('workflows/legal-review/passed.scenario.json', 'utf8')).replace(
    '"pmo-legal-reviewer"',
    '"pmo-legal-reviewer@XX-PMO"',
  )
  const bundle = [...files, { name: 'elsewhere.scenario.json', content }]
  const run = await administrator.request('POST', '/scenario-runs', { files: bundle })
  expect(((await run.json()) as { items: object[] }).items).toMatchObject([
    {
      isGreen: false,
      isUncast: true,
      problem: { zh: expect.stringContaining('公管办法制员（pmo-legal-reviewer@XX-PMO）') },
    },
  ])
  expect(await office.app.house.rehearsal!.runScenarios(bundle)).toMatchObject([{ passed: true }])
})

test.each([
  ['no register takes', 'cases', '登记不了'],
  ['no register is called', 'certificate', '“certificate”（A-1），没有这个登记簿；可以写：organisations、'],
])('what a scenario brings and %s is told as its fault', async (_, register, told) => {
  const scenario = JSON.parse(await readFile('workflows/legal-review/passed.scenario.json', 'utf8')) as object
  const given = JSON.stringify({ ...scenario, given: [{ register, id: 'A-1', value: {} }] })
  const bundle = [...files, { name: 'given.scenario.json', content: given }]
  const run = await administrator.request('POST', '/scenario-runs', { files: bundle })
  const problem = { zh: expect.stringContaining(told) }
  expect(await run.json()).toMatchObject({ items: [{ isGreen: false, isUncast: false, problem }] })
})

test('publication is told which scenario is red, and why', async () => {
  const content = (await readFile('workflows/legal-review/passed.scenario.json', 'utf8')).replace('"yes"', '"no"')
  const found = await office.app.house.rehearsal!.runScenarios([...files, { name: 'red.scenario.json', content }])
  expect(found).toEqual([{ name: '两级都同意，审核通过', passed: false, message: expect.stringContaining('第 3 步') }])
})

test('nothing that happens in a rehearsal reaches the office', async () => {
  const { house } = office.app
  const rows = () =>
    ['journal', 'file', 'outbox', 'notification', 'instance_summary', 'engine_process', 'session'].map(table => [
      table,
      house.db.writer.prepare(`SELECT count(*) AS count FROM ${table}`).pluck().get(),
    ])
  const hook = { name: '市平台', url: 'http://127.0.0.1:9/', kinds: [], state: 'on' }
  await office.app.enter([{ register: 'webhooks', op: 'put', id: 'hook', value: hook }])
  const before = Object.fromEntries(rows())
  const { id } = await opened()
  await perform(id, START)
  await perform(id, SUBMIT)
  const { rehearsal } = await perform(id, { do: 'wait', for: '30 workdays' })
  expect(rehearsal.effects).toContainEqual(expect.objectContaining({ channel: 'webhook', to: hook.url }))
  expect(Object.fromEntries(rows())).toEqual({ ...before, journal: Number(before.journal) + 1 })
  expect(house.journal.findEntry(house.journal.lastSeq())).toMatchObject({ kind: 'design', verb: 'rehearsal.open' })
  await administrator.request('DELETE', `/rehearsals/${id}`)
})

test('there are only as many as the machine carries', async () => {
  const ids: string[] = []
  for (let n = 0; n < 4; n++) ids.push((await opened()).id)
  expect((await administrator.request('POST', '/rehearsals', { files })).status).toBe(429)
  for (const id of ids) await administrator.request('DELETE', `/rehearsals/${id}`)
})

test('the limits that a draft proposes hold in its trial, and in no other place', async () => {
  const dueWith = async (more: readonly BundleFile[]) => {
    const { id } = await opened([...files, ...more])
    await perform(id, START)
    await perform(id, SUBMIT)
    const [task] = (await perform(id, { do: 'claim', task: 'intake', by: 'zhou-yanqing' })).rehearsal.tasks
    const { limit } = (await office.app.house.diagrams.get(key)).taskWords('intake')!
    await administrator.request('DELETE', `/rehearsals/${id}`)
    return { due: task!.dueDate!, limit: limit! }
  }
  const key = office.app.house.definitions.findLatest('legal-review')!.processDefinitionKey
  const usual = await dueWith([])
  const proposed = { key: usual.limit, amount: '9WD', mode: 'STRICT', consequence: 'escalate' }
  const parameters = { name: 'parameters.json', content: JSON.stringify({ limits: [proposed] }) }
  const longer = await dueWith([parameters])
  expect(Date.parse(longer.due)).toBeGreaterThan(Date.parse(usual.due))
  expect((await dueWith([])).due).toBe(usual.due)
})

test('parameters that cannot be read are refused, not tried', async () => {
  const broken = [...files, { name: 'parameters.json', content: '{' }]
  const { status } = await administrator.request('POST', '/rehearsals', { files: broken })
  expect(status).toBe(422)
})

test('a diagram that cannot be read is refused with the reason, and leaves no office behind', async () => {
  const broken = [{ name: 'legal-review.bpmn', content: '<nonsense/>' }]
  const answer = await administrator.request('POST', '/rehearsals', { files: broken })
  expect(answer.status).toBe(422)
  expect(await answer.json()).toMatchObject({ id: 'rehearsal.not-playable' })
})

test('a replay of a draft goes on by itself, and what it found is there for the second administrator', async () => {
  const from = office.app.house.definitions.findLatest('legal-review')!
  const begun = await administrator.request('POST', '/process-drafts', {
    from: { processDefinitionKey: from.processDefinitionKey },
  })
  const { id: draftId } = (await begun.json()) as { id: string }
  const answer = await administrator.request('POST', '/replays', { draftId })
  expect(answer.status).toBe(201)
  const { id } = (await answer.json()) as { id: string }
  const { replays } = office.app.house.rehearsals!
  await expect.poll(() => replays.find(id)?.state, { timeout: 10_000 }).toBe('done')
  const auditor = await signIn(office, 'gu-xingzhi')
  expect(await auditor.json('GET', `/process-drafts/${draftId}/replay`)).toMatchObject({
    kept: { revision: 1, madeBy: { id: 'fang-yuangui' }, report: { finished: 0, cases: [] } },
  })
  expect((await auditor.request('GET', `/replays/${id}`)).status).toBe(403)
})

describe('the second review is given to whoever did the first', () => {
  /** The shipped procedure with that one change, and perhaps another sort of work. */
  const spoilt = (kind = 'legal-review-second') =>
    files.map(({ name, content }) => ({
      name,
      content: content.replace(/<bpmn:userTask id="second-review"[\s\S]*?<\/bpmn:userTask>/, task =>
        task
          .replace(
            /<zeebe:assignmentDefinition [^>]*>/,
            '<zeebe:assignmentDefinition candidateUsers="=[firstReviewerId]" />',
          )
          .replace('value="legal-review-second"', `value="${kind}"`),
      ),
    }))
  const problemOf = async (rule: string, draft: readonly BundleFile[]) =>
    (await lint({ resources: draft }, knownOf(office.app.house))).find(
      problem => problem.rule === rule && problem.elementId === 'second-review' && problem.severity === 'error',
    )

  /** The shipped scenario, both reviews by one person; where `refused`, the second ends there. */
  async function playedBy(personId: string, draft: readonly BundleFile[], refused?: string) {
    const { steps, ...told } = JSON.parse(await readFile('workflows/legal-review/passed.scenario.json', 'utf8'))
    const scenario = {
      ...{ ...told, people: { 承办人: 'lin-shen', 甲: personId } },
      steps: steps.map((step: { task?: string; by: string }) => ({
        ...{ ...step, by: step.by === '承办人' ? step.by : '甲' },
        ...(refused !== undefined && step.task === 'second-review' && { refused }),
      })),
      expected: refused === undefined ? { ends: ['end-passed'] } : { open: ['second-review'] },
    }
    const played = [
      ...draft.filter(({ name }) => !name.endsWith('.scenario.json')),
      { name: 'a.scenario.json', content: JSON.stringify(scenario) },
    ]
    return await office.app.house.rehearsal!.runScenarios(played)
  }

  test('the counterexample names somebody of today, and played in a rehearsal the gate stops exactly him', async () => {
    const found = await problemOf('duties-apart', spoilt())
    const [first, second] = found?.doers ?? []
    expect(found?.way?.at(-1)).toBe('second-review')
    expect([first?.elementId, second]).toEqual([
      expect.stringMatching(/intake|first-review/),
      { ...first, elementId: 'second-review' },
    ])
    expect(found?.message.zh).toContain(office.app.house.people.nameOf(first!.personId))
    expect(await playedBy(first!.personId, spoilt(), 'R-SOD')).toMatchObject([{ passed: true, message: null }])
  })

  test('where the gate would not stop him, because the sort of work is hidden, another rule bars publication', async () => {
    const draft = spoilt('internal')
    const { doers } = (await problemOf('duties-apart', spoilt()))!
    expect(await playedBy(doers![0]!.personId, draft)).toMatchObject([{ passed: true, message: null }])
    expect(
      (await lint({ resources: draft }, knownOf(office.app.house))).filter(({ severity }) => severity === 'error'),
    ).not.toEqual([])
  })
})
