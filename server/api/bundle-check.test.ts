import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Office, openOffice } from '../../tests/support/office.ts'
import { diagramOf, flow, userTask } from '../../tests/support/small-diagrams.ts'
import { signIn, type Visitor } from '../../tests/support/visitor.ts'
import { type KnownData, knownFrom, lint } from '../lint/index.ts'

let office: Office
let admin: Visitor
beforeAll(async () => {
  office = await openOffice()
  admin = await signIn(office, 'fang-yuangui')
})
afterAll(() => office.close())

interface Check {
  problems: {
    rule: string
    severity: string
    elementId: string
    message: string
    why: string
    mend: string
    law?: string
  }[]
}

const slipped = diagramOf(
  'slipped',
  `<bpmn:startEvent id="start" />${userTask('review', 'street-officer@LDJ-CEC', { knd: 'internal', basis: '行政处罚法 第999条' })}
   <bpmn:endEvent id="end" />${flow('start', 'review')}${flow('review', 'end')}`,
)

function bundle(content = slipped): FormData {
  const form = new FormData()
  form.append('resources', new File([content], 'slipped.bpmn'))
  return form
}

test('an administrator is told what is wrong, why it matters and how to mend it; nothing is kept', async () => {
  const before = office.app.house.journal.entries({ limit: 10_000 }).length
  const { problems } = await admin.json<Check>('POST', '/process-definitions/check', bundle())
  expect(problems.find(({ rule }) => rule === 'known-words')).toMatchObject({
    severity: 'error',
    elementId: 'review',
    message: '不认识属性“knd”。',
    why: expect.stringMatching(/\p{Script=Han}/u),
    mend: expect.stringMatching(/\p{Script=Han}/u),
  })
  expect(problems.find(({ rule }) => rule === 'basis-in-force')).toMatchObject({ law: '行政处罚法 第999条' })
  expect(office.app.house.journal.entries({ limit: 10_000 })).toHaveLength(before)
  expect(office.app.house.definitions.latest().some(({ bpmnProcessId }) => bpmnProcessId === 'slipped')).toBe(false)
})

test('a file that cannot be read is an answer, not a failure', async () => {
  const { problems } = await admin.json<Check>('POST', '/process-definitions/check', bundle('<x'))
  expect(problems.map(({ rule }) => rule)).toContain('readable')
})

test('whoever does not administrate is refused', async () => {
  const lin = await signIn(office, 'lin-shen')
  expect((await lin.request('POST', '/process-definitions/check', bundle())).status).toBe(403)
})

test('what the rules ask beside a bundle is told as data: limits with amounts, articles in force, who works here', async () => {
  const known = await admin.json<KnownData>('GET', '/process-definitions/known')
  expect(known.limits.find(({ key }) => key === 'review.first')).toMatchObject({
    amount: '5WD',
    start: 'materials-complete',
  })
  expect(known.citations.find(({ name }) => name === '行政处罚法')?.inForce).toContain('58')
  expect(known.roster?.people.find(({ id }) => id === 'lin-shen')).toMatchObject({
    groups: expect.arrayContaining(['street-officer@LDJ-CEC']),
    certificates: ['enforcement'],
  })
  expect(known.roster?.streets.map(({ id }) => id)).toContain('LDJ')
  expect(await lint({ resources: [{ name: 'slipped.bpmn', content: slipped }] }, knownFrom(known))).toEqual(
    expect.arrayContaining([expect.objectContaining({ rule: 'basis-in-force', elementId: 'review' })]),
  )
})
