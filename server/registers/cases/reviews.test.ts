import { afterAll, beforeAll, expect, test } from 'vitest'
import { filledForms } from '../../../db/seed/filled-forms.ts'
import { type CaseOffice, openCaseOffice } from '../../../tests/support/case-office.ts'

const MINUTE = 60_000

let office: CaseOffice
beforeAll(async () => {
  office = await openCaseOffice()
})
afterAll(() => office.close())

const house = () => office.app.house
const later = () => office.until(office.app.clock.now() + MINUTE)

/** A case with a review that was submitted and examined. */
async function examined(reviewType = 'penalty', values: object = {}) {
  const caseNo = await office.registered()
  const handler = await office.visitor('lin-shen')
  const variables = { reviewType, stage: 'beforeDecision' }
  const { processInstanceKey: review } = await handler.json<{ processInstanceKey: string }>(
    ...(['POST', `/cases/${caseNo}/reviews`, { variables }] as const),
  )
  const work = async (personId: string, elementId: string, given: object = {}, action?: string) => {
    await later()
    const desk = await office.desk(personId)
    const tasks = await desk.tasks()
    const task = tasks.find(each => each.processInstanceKey === review && each.elementId === elementId)
    if (!task) throw new Error(`Expected '${elementId}' at ${personId}, found ${tasks.map(each => each.elementId)}`)
    const filled = { ...filledForms[elementId]?.(await office.caseFiles()), ...given }
    await desk.complete(task.userTaskKey, { ...(action !== undefined && { action }), variables: filled })
    await office.settled()
  }
  await work('lin-shen', 'submit', values)
  await work('zhou-yanqing', 'intake', {}, 'yes')
  return { caseNo, review, work }
}

test('a review passes with the opinion of the second who concurs, and the case stands as before', async () => {
  const { caseNo, review, work } = await examined()
  expect(house().cases.find(caseNo)?.state).toBe('reviewing')
  await work('zhou-yanqing', 'first-review', { firstOpinion: 'agree' })
  expect(house().reviews.passedAt(caseNo)).toBeUndefined()
  await work('shen-zhiwei', 'second-review', {}, 'true')
  expect(house().reviews.passedAt(caseNo)).toBe(office.app.clock.now())
  expect(house().reviews.find(review)).toMatchObject({ outcome: 'passed', caseNo, reviewType: 'penalty', round: 1 })
  expect(house().cases.find(caseNo)).toMatchObject({ state: 'filed', isUnder58: false })
})

test('a material change after it is later than the pass; another change is not', async () => {
  const { caseNo, work } = await examined()
  await work('zhou-yanqing', 'first-review', { firstOpinion: 'agree' })
  await work('shen-zhiwei', 'second-review', {}, 'true')
  const isStale = () => house().cases.find(caseNo)!.lastMaterialChangeAt > house().reviews.passedAt(caseNo)!
  const change = async (variables: object) => {
    await later()
    const handler = await office.visitor('lin-shen')
    const answer = await handler.request('POST', `/cases/${caseNo}/changes`, {
      variables: { reason: '更正', ...variables },
    })
    expect(answer.status).toBe(204)
  }
  await change({ change: 'title', title: '占道洗车案' })
  expect(isStale()).toBe(false)
  await change({ change: 'proposed-penalty', proposedPenalty: '罚款一千元' })
  expect(isStale()).toBe(true)
})

test('a review of something else is no pass for a penalty', async () => {
  const { caseNo, review, work } = await examined('noPenalty')
  await work('zhou-yanqing', 'first-review', { firstOpinion: 'agree' })
  await work('shen-zhiwei', 'second-review', {}, 'true')
  expect(house().reviews.find(review)?.outcome).toBe('passed')
  expect(house().reviews.passedAt(caseNo)).toBeUndefined()
  expect(house().reviews.passedAt(caseNo, 'noPenalty')).toBe(office.app.clock.now())
})

test('situations of article 58 that a review finds are those of its case', async () => {
  const { caseNo, review } = await examined('penalty', { complexRelations: true })
  expect(house().reviews.find(review)).toMatchObject({ clause58: ['3'], isHardGate: true })
  expect(house().cases.find(caseNo)).toMatchObject({ ownClause58: [], clause58: ['3'], isUnder58: true })
})

test('one that is canceled has passed nothing, and only one goes on at a time', async () => {
  const { caseNo, review } = await examined()
  const again = { variables: { reviewType: 'penalty', stage: 'beforeDecision' } }
  const handler = await office.visitor('lin-shen')
  expect(await handler.problem(409, 'POST', `/cases/${caseNo}/reviews`, again)).toMatchObject({
    id: 'case.reviewed-already',
  })
  const operator = await office.visitor('fang-yuangui')
  await operator.request('POST', `/process-instances/${review}/cancellation`, { reason: '重复送审' })
  expect(house().reviews.find(review)).toMatchObject({ outcome: 'canceled', passedAt: null })
  expect((await handler.request('POST', `/cases/${caseNo}/reviews`, again)).status).toBe(201)
})

test('a case goes along with what it says itself, and only its handlers send it', async () => {
  const caseNo = await office.registered({ clause58: ['1'] })
  const stranger = await office.visitor('ye-wanzhou')
  const start = (variables: object) => ({
    processDefinitionId: 'legal-review',
    variables: { caseNo, caseTitle: '别的', partyName: '别人', reviewType: 'penalty', stage: 'other', ...variables },
  })
  expect(await stranger.problem(403, 'POST', '/process-instances', start({}))).toMatchObject({
    id: 'case.handlers-only',
  })
  const handler = await office.visitor('he-lichuan')
  const { processInstanceKey } = await handler.json<{ processInstanceKey: string }>(
    'POST',
    '/process-instances',
    start({}),
  )
  const known = house().instances.find(processInstanceKey)
  expect(known).toMatchObject({ caseNo, title: '占用人行道经营案', party: '沿阶小馆餐饮店' })
})
