import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Office, openOffice } from '../../../tests/support/office.ts'
import { twoOfficers, twoOfficersForm } from '../../../tests/support/small-diagrams.ts'
import { signIn, type Visitor } from '../../../tests/support/visitor.ts'
import { lint } from '../../lint/index.ts'
import type { GuardedActJson } from '../guarded-acts/schemas.ts'
import { knownOf } from '../known.ts'
import type { AbsenceJson, AbsentTaskJson } from './schemas.ts'

/** The office's clock stands at 24 November 2026, ten o'clock. */
const TODAY = '2026-11-24'

let office: Office
let people: Record<'lin' | 'he' | 'deng' | 'director' | 'auditor' | 'admin' | 'zhou', Visitor>
let path: string

beforeAll(async () => {
  office = await openOffice()
  const ids = ['lin-shen', 'he-lichuan', 'deng-ziyang', 'zheng-huaiyuan', 'gu-xingzhi', 'fang-yuangui', 'zhou-yanqing']
  const [lin, he, deng, director, auditor, admin, zhou] = await Promise.all(ids.map(id => signIn(office, id)))
  people = { lin: lin!, he: he!, deng: deng!, director: director!, auditor: auditor!, admin: admin!, zhou: zhou! }
  const bundle = new FormData()
  bundle.append('resources', new File([twoOfficers], 'two-officers.bpmn'))
  bundle.append('resources', new File([twoOfficersForm], 'two-officers.inspect.form'))
  expect((await people.admin.request('POST', '/deployments', bundle)).status).toBe(200)
  const instance = await (await office.desk('lin-shen')).start('two-officers', { caseNo: 'LDJ-JC-2026-00001' })
  path = `/user-tasks/${office.app.house.tasks.openOf(instance)[0]!.userTaskKey}`
  expect((await people.lin.request('POST', `${path}/assignment`, {})).status).toBe(204)
})
afterAll(() => office.close())

const entry = (more: object = {}) => ({ kind: 'sick', fromDay: TODAY, toDay: '2026-11-27', ...more })
const list = async (who: Visitor, query = '') =>
  (await who.json<{ items: AbsenceJson[] }>('GET', `/absences${query}`)).items
const waiting = async (who: Visitor) =>
  (await who.json<{ items: AbsentTaskJson[] }>('GET', '/absent-tasks')).items.map(
    ({ task, canTakeOver, canReassign }) => [task.name, canTakeOver, canReassign],
  )

test.each([
  [{ toDay: '2026-11-20', fromDay: '2026-11-18' }, '/toDay'],
  [{ toDay: '2026-11-23' }, '/toDay'],
  [{ toDay: '2028-11-23' }, '/toDay'],
  [{ fromDay: '24.11.' }, '/fromDay'],
])('days that are none are refused: %j', async (more, at) => {
  const { errors = [] } = await people.lin.problem(422, 'POST', '/absences', entry(more))
  expect(errors.map(({ path: where }) => where)).toEqual([at])
})

test('one enters his own absence, an administrator everybody’s, nobody else any', async () => {
  const forLin = entry({ personId: 'lin-shen' })
  expect((await people.he.problem(403, 'POST', '/absences', forLin)).id).toBe('permission.missing')
  expect((await people.admin.request('POST', '/absences', entry({ personId: 'ye-wanzhou' }))).status).toBe(201)
})

test.each([
  ['he himself', 'lin-shen', 'policy.absence.self'],
  ['somebody of another office', 'zhou-yanqing', 'policy.absence.office'],
  ['who is away himself', 'ye-wanzhou', 'policy.absence.away'],
])('a substitute must be fit: not %s', async (_, substituteId, id) => {
  const problem = await people.lin.problem(403, 'POST', '/absences', entry({ substituteId }))
  expect(problem).toMatchObject({ rule: 'R-ABSENCE', id })
})

test('who is away: colleagues know until when and who acts for him, superiors also why', async () => {
  const body = entry({ substituteId: 'he-lichuan', note: '住院' })
  expect((await people.lin.request('POST', '/absences', body)).status).toBe(201)
  expect((await people.lin.problem(409, 'POST', '/absences', body)).id).toBe('absence.overlaps')
  const told = { person: { id: 'lin-shen' }, toDay: '2026-11-27', substitute: { id: 'he-lichuan' }, state: 'now' }
  const seen = async (who: Visitor) => (await list(who, '?personId=lin-shen'))[0]
  expect(await seen(people.deng)).toMatchObject({ ...told, kind: null, note: null, canEnd: false })
  expect(await seen(people.director)).toMatchObject({ ...told, kind: 'sick', note: '住院', canEnd: false })
  expect(await seen(people.lin)).toMatchObject({ kind: 'sick', canEnd: true })
  const file = await (await people.auditor.request('GET', '/registers/absences/file')).text()
  expect(file).toContain('病假')
})

test('what he holds is shown to his substitute and to his superior, and where one chooses people', async () => {
  expect(await waiting(people.he)).toEqual([['现场检查', true, false]])
  expect(await waiting(people.director)).toEqual([['现场检查', false, true]])
  expect(await waiting(people.auditor)).toEqual([['现场检查', false, false]])
  expect(await waiting(people.deng)).toEqual([])
  expect(await people.director.json('GET', path)).toMatchObject({ awayUntil: '2026-11-27' })
  const { items } = await people.director.json<{ items: { id: string; awayUntil: string | null }[] }>(
    'GET',
    `${path}/receivers`,
  )
  expect(items.filter(({ awayUntil }) => awayUntil !== null).map(({ id }) => id)).toEqual(['ye-wanzhou'])
})

test('only the substitute takes over; it is told in the history and to auditors', async () => {
  const taking = `${path}/substitution`
  expect(await people.deng.problem(403, 'POST', taking, {})).toMatchObject({ id: 'policy.absence.not-substitute' })
  expect((await people.he.request('POST', taking, {})).status).toBe(204)
  const { history, assignee } = await people.he.json<{ history: { sentence: string }[]; assignee: { id: string } }>(
    'GET',
    path,
  )
  expect(assignee.id).toBe('he-lichuan')
  expect(history.at(-1)?.sentence).toBe('代理缺勤的林慎接办“现场检查”')
  const { items } = await people.auditor.json<{ items: GuardedActJson[] }>('GET', '/guarded-acts?verb=substitute')
  expect(items).toMatchObject([
    { from: { id: 'lin-shen' }, to: { id: 'he-lichuan' }, verdict: 'reason', reason: '2026-11-24～2026-11-27' },
  ])
  const parts = office.app.house.taskParts.ofTask(items[0]!.processInstanceKey, items[0]!.userTaskKey)
  expect(parts.map(({ personId, part }) => `${personId} ${part}`).sort()).toEqual([
    'he-lichuan received',
    'lin-shen given-up',
  ])
  expect((await people.he.problem(403, 'POST', taking, {})).id).toBe('policy.absence.present')
})

test('substitution gives no right: whom a rule bars takes nothing over', async () => {
  const [absence] = await list(people.lin, '?personId=lin-shen')
  expect((await people.he.request('POST', `${path}/hand-back`, { reason: '试' })).status).toBe(204)
  expect((await people.lin.request('POST', `${path}/assignment`, {})).status).toBe(204)
  const keeper = await signIn(office, 'jian-shuyan')
  const turn = { state: 'suspended', effectiveAt: new Date(office.app.clock.now()).toISOString(), reason: '接受调查' }
  const { items } = await keeper.json<{ items: { certificateId: string; personId: string }[] }>(
    'GET',
    '/certificates?q=何',
  )
  const { certificateId } = items.find(({ personId }) => personId === 'he-lichuan')!
  expect((await keeper.request('POST', `/certificates/${certificateId}/states`, turn)).status).toBe(201)
  expect((await people.he.problem(403, 'POST', `${path}/substitution`, {})).rule).toBe('R-CERT')
  expect((await people.lin.request('DELETE', `/absences/${absence!.absenceId}`)).status).toBe(204)
  expect((await people.lin.problem(409, 'DELETE', `/absences/${absence!.absenceId}`, undefined)).id).toBe(
    'absence.ended',
  )
  expect(await waiting(people.director)).toEqual([])
})

test('the linter counts who is here today, and names who is not', async () => {
  const reviewers = office.app.house.people.listPeople(TODAY, { role: 'center-legal-reviewer', org: 'LDJ-CEC' })
  const task = `<bpmn:userTask id="review" name="审核"><bpmn:extensionElements><zeebe:userTask />
    <zeebe:assignmentDefinition candidateGroups="=[&#34;center-legal-reviewer@&#34; + orgCode + &#34;-CEC&#34;]" />
    </bpmn:extensionElements></bpmn:userTask>`
  const xml = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="t"><bpmn:process id="p" isExecutable="true"><bpmn:startEvent id="start" />${task}<bpmn:endEvent id="end" /><bpmn:sequenceFlow id="a" sourceRef="start" targetRef="review" /><bpmn:sequenceFlow id="b" sourceRef="review" targetRef="end" /></bpmn:process></bpmn:definitions>`
  const told = async () => {
    const problems = await lint({ resources: [{ name: 'p.bpmn', content: xml }] }, knownOf(office.app.house))
    return problems.filter(({ rule }) => rule === 'somebody-can').map(({ message }) => message.zh)
  }
  expect(await told()).toEqual([])
  for (const { personId } of reviewers)
    expect((await people.admin.request('POST', '/absences', entry({ personId }))).status).toBe(201)
  const [problem = ''] = await told()
  expect(problem).toContain('没有人能办“审核”')
  for (const { name } of reviewers) expect(problem).toContain(`${name}（至 2026-11-27）`)
})
