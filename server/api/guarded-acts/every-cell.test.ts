import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordsOf } from '../../../db/seed/person-records.ts'
import { type Office, openOffice } from '../../../tests/support/office.ts'
import { diagramOf, flow } from '../../../tests/support/small-diagrams.ts'
import { signIn, type Visitor } from '../../../tests/support/visitor.ts'
import { DEMO_PASSWORD } from '../../identity/passwords.ts'
import { cellOf, LAW_VERB_IDS, LAW_VERBS, TASK_KINDS } from '../../policies/index.ts'
import type { ProblemJson } from '../schemas/problem.ts'
import type { GuardedActJson } from './schemas.ts'

const KINDS = Object.keys(TASK_KINDS)
const GROUP = 'street-officer@LDJ-CEC'

/** A task of a kind that Anna holds from the beginning, with more said about it. */
const taskOf = (kind: string, more = '', headers: Record<string, string> = {}) =>
  `<bpmn:userTask id="t-${kind}" name="${kind}"><bpmn:extensionElements><zeebe:userTask />
    <zeebe:assignmentDefinition assignee="anna" candidateGroups="=[&#34;${GROUP}&#34;]" />
    <zeebe:taskHeaders>${Object.entries({ kind, ...headers })
      .map(([key, value]) => `<zeebe:header key="${key}" value="${value}" />`)
      .join('')}</zeebe:taskHeaders>${more}</bpmn:extensionElements></bpmn:userTask>`

/** The number of a case says which of the tasks it comes to. */
const numberOf = (kind: string) => String(KINDS.indexOf(kind)).padStart(3, '0')
let cases = 0

/** One diagram with a task of every kind, of which a start takes one. */
const everyKind = (id: string, more = '', headers: Record<string, string> = {}) =>
  diagramOf(
    id,
    `<bpmn:startEvent id="start" /><bpmn:exclusiveGateway id="choice" default="choice-t-internal" />
     ${KINDS.map(kind => taskOf(kind, more, headers)).join('')}<bpmn:endEvent id="end" />${flow('start', 'choice')}
     ${KINDS.map(kind => flow('choice', `t-${kind}`, kind === 'internal' ? undefined : `=substring(caseNo, 13, 3) = "${numberOf(kind)}"`)).join('')}
     ${KINDS.map(kind => flow(`t-${kind}`, 'end')).join('')}`,
  )

let office: Office
let people: Record<'anna' | 'bert' | 'director' | 'auditor' | 'admin', Visitor>

beforeAll(async () => {
  office = await openOffice()
  const papers = { certificate: '', qualification: { number: 'A-1', since: '2020-01-01' }, hasAccount: true }
  await office.app.enter(
    ['anna', 'bert'].flatMap(personId =>
      recordsOf({ ...papers, personId, name: personId, groups: [GROUP], certificate: `E-${personId}` }),
    ),
    DEMO_PASSWORD,
  )
  await office.deploy(everyKind('every-kind'))
  await office.deploy(everyKind('closed', '', { closes: 'transfer;hand-back;release' }))
  const ids = ['anna', 'bert', 'zheng-huaiyuan', 'gu-xingzhi', 'fang-yuangui']
  const [anna, bert, director, auditor, admin] = await Promise.all(ids.map(id => signIn(office, id)))
  people = { anna: anna!, bert: bert!, director: director!, auditor: auditor!, admin: admin! }
})
afterAll(() => office.close())

/** A fresh task of a kind, which Anna holds. */
async function held(kind: string, diagram = 'every-kind'): Promise<string> {
  cases += 1
  const caseNo = `LDJ-JC-2026-${numberOf(kind)}${String(cases).padStart(3, '0')}`
  const instance = await (await office.desk('lin-shen')).start(diagram, { caseNo })
  return `/user-tasks/${office.app.house.tasks.openOf(instance)[0]!.userTaskKey}`
}

/** What came of it: done, or the rule that said no and how. */
async function outcome(who: Visitor, path: string, body: object): Promise<string> {
  const answer = await who.request('POST', path, body)
  if (answer.ok) return 'done'
  const { rule, id } = (await answer.json()) as ProblemJson
  return `${rule} ${id}`
}

const refused = (why: string) => `R-LAWFUL policy.lawfulness.${why}`

/** Of these other rules say no before: no matter is named, or an officer has no part in them. */
const BARRED_BEFORE = [
  ...['inspection', 'coercion', 'coercion-execution', 'case-filing'],
  ...['jurisdiction-designation', 'supervision'],
]

test('the gate holds every cell of passing on and reassigning, over the API', async () => {
  const bars: string[] = []
  for (const kind of KINDS) {
    const path = await held(kind)
    const pass = (reason?: string) =>
      outcome(people.anna, `${path}/assignment`, { assignee: 'bert', action: 'assign', ...(reason && { reason }) })
    const { verdict } = cellOf('transfer', kind)
    const [silent, told] = [await pass(), verdict === 'allowed' ? 'done' : await pass('外出培训')]
    if (silent.startsWith('R-') && !silent.startsWith('R-LAWFUL')) {
      bars.push(kind)
      continue
    }
    expect([kind, silent, told]).toEqual([
      kind,
      { allowed: 'done', reason: refused('reason'), second: refused('second'), forbidden: refused('forbidden') }[
        verdict
      ],
      { allowed: 'done', reason: 'done', second: refused('second'), forbidden: refused('forbidden') }[verdict],
    ])
    if (verdict !== 'second') continue
    // What the holder may not do alone a superior does, with a reason.
    const given = await outcome(people.director, `${path}/reassignment`, { assignee: 'bert', reason: '统筹力量' })
    expect([kind, given]).toEqual([kind, 'done'])
  }
  expect(bars).toEqual(BARRED_BEFORE)
})

test('what a diagram closes is refused on every kind it is said of', async () => {
  for (const kind of ['internal', 'case-handling', 'legal-review-first']) {
    const path = await held(kind, 'closed')
    const given = { assignee: 'bert', action: 'assign', reason: '外出' }
    expect(await outcome(people.anna, `${path}/assignment`, given)).toBe(refused('closed'))
    expect(await outcome(people.anna, `${path}/hand-back`, { reason: '外出' })).toBe(refused('closed'))
    expect((await people.anna.problem(403, 'DELETE', `${path}/assignee`, undefined)).rule).toBe('R-LAWFUL')
  }
})

test('a refusal says it in words, with the law', async () => {
  const path = await held('leader-decision')
  const given = { assignee: 'bert', action: 'assign', reason: '外出' }
  const problem = await people.anna.problem(403, 'POST', `${path}/assignment`, given)
  expect(problem.detail).toBe('“负责人审批”的转办要有第二人参与：决定权随职务，不由持有人自己转给他人；由上级改派')
  expect(problem.basis).toEqual(['行政处罚法 第57条'])
})

test('auditors find every use, by verb, verdict and person, and take it away as a file; nobody else does', async () => {
  const list = (query: string) =>
    people.auditor.json<{ items: GuardedActJson[] }>('GET', `/guarded-acts?limit=200${query}`)
  const { items } = await list('')
  expect([...new Set(items.map(({ verb }) => verb))].sort()).toEqual(['reassign', 'transfer'])
  const passedOn = KINDS.filter(kind => !BARRED_BEFORE.includes(kind))
  expect(items.length).toBe(passedOn.length)
  expect((await list('&verb=reassign')).items.every(({ reason }) => reason === '统筹力量')).toBe(true)
  expect((await list('&verdict=allowed')).items.map(({ kindName }) => kindName)).toEqual(['内部事务'])
  expect((await list('&q=没有这个人')).items).toEqual([])
  const [latest] = (await list('&verb=transfer&q=anna')).items
  expect(latest).toMatchObject({ verbName: '转办', actor: { id: 'anna' }, from: { id: 'anna' }, to: { id: 'bert' } })
  const file = await (await people.auditor.request('GET', '/registers/guarded-acts/file?verb=transfer')).text()
  expect(file.split('\n')[0]).toContain('办理方式')
  expect((await people.anna.problem(403, 'GET', '/guarded-acts', undefined)).status).toBe(403)
})

/** How another engine writes each verb that a diagram uses by itself. */
const FOREIGN: Readonly<Record<string, string>> = {
  'auto-pass': '<flowable:approveType xmlns:flowable="http://flowable.org/bpmn">2</flowable:approveType>',
  'skip-self':
    '<flowable:assignStartUserHandlerType xmlns:flowable="http://flowable.org/bpmn">2</flowable:assignStartUserHandlerType>',
  'or-sign': '<flowable:approveMethod xmlns:flowable="http://flowable.org/bpmn">3</flowable:approveMethod>',
  dedupe: '<flowable:autoApprovalType xmlns:flowable="http://flowable.org/bpmn">2</flowable:autoApprovalType>',
}

test.each(Object.entries(FOREIGN))(
  'an imported diagram with %s is told at every kind that forbids it',
  async (verb, said) => {
    const bundle = new FormData()
    bundle.append('resources', new File([everyKind(`foreign-${verb}`, said)], `foreign-${verb}.bpmn`))
    const { draft } = await people.admin.json<{ draft: { id: string } | null }>(
      'POST',
      '/process-drafts/import',
      bundle,
    )
    const kept = await people.admin.json<{ files: { name: string; content: string }[] }>(
      'GET',
      `/process-drafts/${draft!.id}`,
    )
    const checked = new FormData()
    for (const { name, content } of kept.files) checked.append('resources', new File([content], name))
    const { problems } = await people.admin.json<{ problems: { rule: string; severity: string; elementId: string }[] }>(
      'POST',
      '/process-definitions/check',
      checked,
    )
    const found = problems.filter(({ rule, severity }) => rule === 'lawful-verbs' && severity === 'error')
    const barred = KINDS.filter(kind => cellOf(verb as 'auto-pass', kind).verdict === 'forbidden')
    expect(found.map(({ elementId }) => elementId).sort()).toEqual(barred.map(kind => `t-${kind}`).sort())
  },
)

test('every verb is tried: those of people at the gate, those of diagrams by import or as approval by time', () => {
  const tried = [...Object.keys(FOREIGN), 'timeout-approve', 'transfer', 'reassign']
  const others = LAW_VERB_IDS.filter(verb => !tried.includes(verb))
  expect(others.map(verb => LAW_VERBS[verb].by)).toEqual(others.map(() => 'person'))
  // Approval by time is forbidden everywhere, so `nothing-approved-by-time` need not ask the table.
  expect(KINDS.filter(kind => cellOf('timeout-approve', kind).verdict !== 'forbidden')).toEqual([])
})
