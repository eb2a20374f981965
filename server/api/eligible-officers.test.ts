import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CaseOffice, openCaseOffice, SUSPENDED } from '../../tests/support/case-office.ts'
import { recusalRecord } from '../registers/recusals.ts'
import type { UserTaskDetailJson } from './schemas/user-task.ts'

const DIRECTOR = 'zheng-huaiyuan'
/** Officer and reviewer at once; she has reviewed the case. */
const DOUBLE = 'qiao-zhixing'

let office: CaseOffice
let caseNo: string
beforeAll(async () => {
  office = await openCaseOffice()
  caseNo = await office.registered()
})
afterAll(() => office.close())

interface Offering {
  components: { key?: string; values?: { value: string }[] }[]
}
const offered = ({ components }: Offering, key: string) =>
  components.find(component => component.key === key)?.values?.map(({ value }) => value) ?? []
const handlersOffered = async () => {
  const director = await office.visitor(DIRECTOR)
  const { form } = await director.json<{ form: Offering }>('GET', `/case-forms/handlers?caseNo=${caseNo}`)
  return offered(form, 'handlerIds')
}

test('only officers with a valid certificate are offered as handlers; the gate tells the rule of who is named otherwise', async () => {
  expect(await handlersOffered()).toEqual(expect.arrayContaining(['lin-shen', 'he-lichuan', DOUBLE]))
  expect(await handlersOffered()).not.toContain(SUSPENDED)
  expect(await handlersOffered()).not.toContain('ding-xiaoman')
  const director = await office.visitor(DIRECTOR)
  const named = { variables: { handlerIds: ['lin-shen', SUSPENDED], reason: '工作调整' } }
  expect(await director.problem(403, 'PUT', `/cases/${caseNo}/handlers`, named)).toMatchObject({ rule: 'R-CERT' })
})

test('who reviewed the case is not offered any more, nor who was recused from it', async () => {
  const desk = await office.desk('lin-shen')
  const files = await office.caseFiles()
  const review = await desk.start('legal-review', { ...START, caseNo })
  const open = async (elementId: string) => {
    await office.settled()
    return office.app.house.tasks.openOf(review).find(task => task.elementId === elementId)!.userTaskKey
  }
  const material = { kind: 'evidence', file: files.evidence }
  const none = { publicInterest: false, majorRights: false, complexRelations: false, lawRequires: false }
  await desk.complete(await open('submit'), { variables: { materials: [material], draftDoc: files.draft, ...none } })
  const reviewer = await office.desk(DOUBLE)
  await reviewer.complete(await open('intake'), { action: 'yes', variables: { raise58: [] } })
  expect(await handlersOffered()).not.toContain(DOUBLE)
  const recused = { recusalId: '1', caseNo, processInstanceKey: review, personId: 'he-lichuan', reason: '亲属', at: 1 }
  await office.app.enter([recusalRecord(recused)])
  expect(await handlersOffered()).not.toContain('he-lichuan')
})

test('the task of naming other handlers offers the same people', async () => {
  const director = await office.desk(DIRECTOR)
  const started = await director.start('reassign-handler', { caseNo, caseTitle: '占道', lostHandlers: '何立川' })
  await office.settled()
  const { userTaskKey } = office.app.house.tasks.openOf(started)[0]!
  const { form } = await director.get<UserTaskDetailJson>(`/user-tasks/${userTaskKey}`)
  const people = offered(form as unknown as Offering, 'newHandlerIds')
  expect(people).toContain('lin-shen')
  for (const barred of [SUSPENDED, DOUBLE, 'he-lichuan']) expect(people).not.toContain(barred)
})

const START = {
  caseTitle: '占道',
  partyName: '沿阶小馆',
  handlerIds: [],
  reviewType: 'penalty',
  stage: 'beforeDecision',
}
