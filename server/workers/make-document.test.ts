import { afterAll, beforeAll, expect, test } from 'vitest'
import { filledForms, judged } from '../../db/seed/filled-forms.ts'
import { type CaseOffice, openCaseOffice } from '../../tests/support/case-office.ts'
import { officerTools } from '../app.ts'
import type { ActivatedJob } from '../engine/index.ts'
import { makeDocumentWorker } from './make-document.ts'
import { openTools } from './open-workers.ts'
import { writeRegister } from './write-register.ts'

let office: CaseOffice
let review: string
beforeAll(async () => {
  office = await openCaseOffice()
  const caseNo = await office.registered()
  const started = await (await office.visitor('lin-shen')).request('POST', `/cases/${caseNo}/reviews`, {
    variables: { reviewType: 'penalty', stage: 'beforeDecision' },
  })
  review = ((await started.json()) as { processInstanceKey: string }).processInstanceKey
  await work('lin-shen', 'submit', {})
  await work('zhou-yanqing', 'intake', {}, 'yes')
  const checklist = judged({ documents: '决定书没有回应陈述意见 <见第三页>。' })
  await work('zhou-yanqing', 'first-review', { checklist, firstOpinion: 'correct' })
  await work('shen-zhiwei', 'second-review', {}, 'true')
})
afterAll(() => office.close())

async function work(personId: string, elementId: string, values: object, action?: string) {
  const desk = await office.desk(personId)
  const task = (await desk.tasks()).find(each => each.processInstanceKey === review && each.elementId === elementId)
  const variables = { ...filledForms[elementId]?.(await office.caseFiles()), ...values }
  await desk.complete(task!.userTaskKey, { ...(action !== undefined && { action }), variables })
  await office.settled()
}

const job = (jobKey: string, variables: ActivatedJob['variables']): ActivatedJob => ({
  ...{
    jobKey,
    type: 'make-document',
    processInstanceKey: review,
    bpmnProcessId: 'legal-review',
    elementId: 'make-d19',
  },
  ...{ processDefinitionKey: '2', processDefinitionVersion: 1, elementInstanceKey: '3', retries: 3, deadline: 0 },
  ...{ customHeaders: { template: 'D19' }, variables, cause: 1 },
})
const tools = () => {
  const { house } = office.app
  return openTools({ ...house, officers: officerTools(house), personalNames: { of: () => [], all: () => [] } })
}
const made = async (jobKey: string) =>
  (await makeDocumentWorker.handle(job(jobKey, { bizKey: 'FS-1' }), tools()))?.docNo as string

test('the opinion of a round becomes a document under the next number of its street and year', async () => {
  const before = office.app.house.documents.nextNumber('LDJ-法审', 2026)
  const docNo = await made('1001')
  expect(docNo).toBe(`粮道街法审〔2026〕${before}号`)
  expect(await made('1002')).toBe(`粮道街法审〔2026〕${before + 1}号`)
})

test('the same job again gets the same document', async () => {
  const last = office.app.house.journal.lastSeq()
  expect(await made('1001')).toBe(await made('1001'))
  expect(office.app.house.journal.lastSeq()).toBe(last)
})

test('it lies with the case, and whoever sees the case may open it', async () => {
  const { caseNo, fileId } = office.app.house.documents.madeBy('1001')!
  const listed = await (await office.visitor('zheng-huaiyuan')).json<{ documents: object[] }>('GET', `/cases/${caseNo}`)
  expect(listed.documents.length).toBeGreaterThanOrEqual(2)
  const file = await (await office.visitor('zheng-huaiyuan')).request('GET', `/files/${fileId}`)
  expect([file.status, file.headers.get('content-type')]).toEqual([200, expect.stringContaining('wordprocessingml')])
  expect((await (await office.visitor('ding-xiaoman')).request('GET', `/files/${fileId}`)).status).toBe(404)
})

test('each opinion is kept with the qualification its giver had', async () => {
  const opinions = office.app.house.reviews.opinionsOf(review)
  expect(opinions.map(({ step, opinion, personId }) => [step, opinion, personId])).toEqual([
    ['first', 'correct', 'zhou-yanqing'],
    ['second', 'correct', 'shen-zhiwei'],
  ])
  expect(opinions[0]?.qualification).toEqual([expect.objectContaining({ personId: 'zhou-yanqing' })])
})

test('what is no document of the house, or no review, fails the job and says so', async () => {
  const other = { ...job('9', { bizKey: 'FS-1' }), customHeaders: { template: 'D99' } }
  await expect(makeDocumentWorker.handle(other, tools())).rejects.toThrow("'template' of 'make-d19' to be one of D19")
  const strange = { ...job('9', { bizKey: 'FS-1' }), processInstanceKey: '12345' }
  await expect(makeDocumentWorker.handle(strange, tools())).rejects.toThrow('in the register of reviews')
})

test('how a review ends is written down; that it passed is not taken from there', async () => {
  const input = { register: 'reviews', bizKey: 'FS-1', outcome: 'passed', reason: '补充调查' }
  await writeRegister.handle(job('2001', input), tools())
  expect(office.app.house.reviews.find(review)).toMatchObject({ outcomeReason: '补充调查', passedAt: null })
  await expect(writeRegister.handle(job('2002', { ...input, register: 'cases' }), tools())).rejects.toThrow('reviews')
})
