import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Office, openOffice } from '../../tests/support/office.ts'
import { signIn, type Visitor, visitor } from '../../tests/support/visitor.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const START = {
  processDefinitionId: 'legal-review',
  variables: {
    caseNo: 'LDJ-PT-2026-00001',
    caseTitle: '占道经营案',
    partyName: '沿阶小馆',
    reviewType: 'penalty',
    stage: 'beforeDecision',
    handlerIds: ['he-lichuan'],
  },
}

/** Everything a session is told, as it comes. */
async function listen(who: Visitor) {
  const answer = await who.request('GET', '/live')
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
  return {
    answer,
    next: async () => (await reader.read()).value,
    close: () => reader.cancel(),
  }
}

test('a notice goes to those who may see what changed, without its content', async () => {
  const [lin, he, auditor, stranger] = await Promise.all(
    ['lin-shen', 'he-lichuan', 'gu-xingzhi', 'ding-xiaoman'].map(id => signIn(office, id)),
  )
  const [atHe, atAuditor, atStranger] = await Promise.all([listen(he!), listen(auditor!), listen(stranger!)])
  expect(atHe.answer.headers.get('content-type')).toBe('text/event-stream')
  for (const line of [atHe, atAuditor, atStranger]) expect(await line.next()).toBe('event: ping\ndata: \n\n')
  expect((await lin!.request('POST', '/process-instances', START)).status).toBe(200)
  const told = await atHe.next()
  expect(told).toMatch(/^event: notice\ndata: \{"kinds":\[/)
  expect(JSON.parse(told!.split('data: ')[1]!)).toEqual({
    kinds: expect.arrayContaining(['user-task', 'process-instance']),
  })
  expect(told).not.toMatch(/LDJ|2251/)
  expect(await atAuditor.next()).toContain('process-instance')
  // The stranger's next line is of what he may see: a diagram was published.
  const admin = await signIn(office, 'fang-yuangui')
  const bundle = new FormData()
  const { respondAndReview } = await import('../../tests/support/small-diagrams.ts')
  bundle.append('resources', new File([respondAndReview], 'respond-and-review.bpmn'))
  await admin.request('POST', '/deployments', bundle)
  expect(await atStranger.next()).toBe('event: notice\ndata: {"kinds":["process-definition"]}\n\n')
  await Promise.all([atHe.close(), atAuditor.close(), atStranger.close()])
})

test('the line ends with the house, so that a stop waits for nobody', async () => {
  const other = await openOffice()
  const line = await listen(await signIn(other, 'lin-shen'))
  await line.next()
  other.app.house.closing.abort()
  expect(await line.next()).toBeUndefined()
  await other.close()
})

test('one person opens twenty lines and no more; a closed one makes room', async () => {
  const wen = await signIn(office, 'wen-rusong')
  const lines = await Promise.all(Array.from({ length: 20 }, () => listen(wen)))
  expect(await wen.problem(429, 'GET', '/live')).toMatchObject({ id: 'live.too-many' })
  const other = await listen(await signIn(office, 'lin-shen'))
  expect(other.answer.status).toBe(200)
  await other.close()
  for (const line of lines) await line.next()
  await lines[0]!.close()
  const again = await wen.request('GET', '/live')
  expect(again.status).toBe(200)
  await Promise.all([again.body?.cancel(), ...lines.slice(1).map(line => line.close())])
})

test('HEAD opens no line that nobody hears', async () => {
  const wen = await signIn(office, 'wen-rusong')
  for (let time = 0; time < 25; time += 1) expect((await wen.request('HEAD', '/live')).status).toBe(200)
  const line = await listen(wen)
  expect(line.answer.status).toBe(200)
  await line.close()
})

test('without a session there is no line', async () => {
  expect((await visitor(office).request('GET', '/live')).status).toBe(401)
})
