import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Office, openOffice } from '../../../tests/support/office.ts'
import { diagramOf, flow, userTask } from '../../../tests/support/small-diagrams.ts'
import type { ReplayReport } from './compare-runs.ts'
import { replayDraft } from './replay-draft.ts'

const OFFICERS = 'street-officer@LDJ-CEC'
const REVIEWERS = 'center-legal-reviewer@LDJ-CEC'

const call = (
  id: string,
  processId: string,
  outputs = '',
) => `<bpmn:callActivity id="${id}" name="请人看"><bpmn:extensionElements>
  <zeebe:calledElement processId="${processId}" propagateAllChildVariables="false" />
  <zeebe:ioMapping>${outputs}</zeebe:ioMapping></bpmn:extensionElements></bpmn:callActivity>`

/** Somebody asks others, twice when the first answer is no; what they found decides how it ends. */
const asking = (condition: string, id = 'ask') =>
  diagramOf(
    'asking',
    `<bpmn:startEvent id="start" /><bpmn:endEvent id="granted" /><bpmn:endEvent id="denied" />
     ${userTask('write', OFFICERS, {})}
     ${call(id, 'being-asked', '<zeebe:output source="=found" target="found" />')}
     <bpmn:exclusiveGateway id="x" default="x-denied" />
     ${flow('start', 'write')} ${flow('write', id)} ${flow(id, 'x')} ${flow('x', 'granted', condition)} ${flow('x', 'denied')}`,
  )

/** Those who are asked look at it, and ask yet others below them. */
const beingAsked = diagramOf(
  'being-asked',
  `<bpmn:startEvent id="start" /><bpmn:endEvent id="end" />
   ${userTask('look', REVIEWERS, { actions: 'found=good:好|found=bad:不好', limit: 'review.first' })}
   ${call('below', 'below-asked')}
   ${flow('start', 'look')} ${flow('look', 'below')} ${flow('below', 'end')}`,
)
const belowAsked = diagramOf(
  'below-asked',
  `<bpmn:startEvent id="start" /><bpmn:endEvent id="end" />
   ${userTask('glance', REVIEWERS, {})} ${flow('start', 'glance')} ${flow('glance', 'end')}`,
)

const AS_IT_IS = asking('=found = &quot;good&quot;')
let office: Office
beforeAll(async () => {
  office = await openOffice()
  for (const diagram of [belowAsked, beingAsked, AS_IT_IS]) await office.deploy(diagram)
  for (const [n, found] of ['good', 'bad', 'good'].entries()) await finished(n + 1, found)
})
afterAll(() => office.close())

const OF_THE_TEST = ['write', 'look', 'glance']

async function finished(n: number, found: string): Promise<void> {
  await (await office.desk('lin-shen')).start('asking', { caseNo: `LDJ-PT-2026-0085${n}` })
  const steps = [
    ['lin-shen', undefined],
    ['zhou-yanqing', found],
    ['zhou-yanqing', undefined],
  ] as const
  for (const [who, action] of steps) {
    const desk = await office.desk(who)
    // The earlier cases have ended: this one alone has tasks.
    const task = (await desk.tasks()).find(({ elementId }) => OF_THE_TEST.includes(elementId))!
    await desk.complete(task.userTaskKey, { ...(action && { action }), variables: {} })
  }
}

async function replayed(
  content: string,
  id = 'asking',
  more: { name: string; content: string }[] = [],
): Promise<ReplayReport> {
  const { house } = office.app
  const from = house.definitions.findLatest(id)!
  const files = [{ name: `${id}.bpmn`, content }, ...more]
  return await replayDraft(house, { files, from, most: 100 }, { total() {}, step() {}, goesOn: () => true })
}

describe('a case that called other procedures', () => {
  test('is told with what was decided there: the same draft changes nothing', async () => {
    const report = await replayed(AS_IT_IS)
    expect(report.counts).toEqual({ same: 3, differs: 0, undetermined: 0, unplayable: 0 })
    expect(report).toMatchObject({ finished: 3, cases: [], limits: [], roles: [] })
  })

  test('goes another way exactly where what the called one found is read otherwise', async () => {
    const report = await replayed(asking('=found = &quot;bad&quot;'))
    expect(report.counts).toEqual({ same: 0, differs: 3, undetermined: 0, unplayable: 0 })
    const ways = report.cases
      .map(({ caseNo, before, after }) => [caseNo?.slice(-1), before.at(-1), after.at(-1)])
      .sort()
    expect(ways).toEqual([
      ['1', 'granted', 'denied'],
      ['2', 'denied', 'granted'],
      ['3', 'granted', 'denied'],
    ])
    expect(report.cases[0]?.before).toEqual([
      ...['write', '请人看 › look', '请人看 › 请人看 › glance'],
      ...['请人看 › 请人看 › end', '请人看 › end', report.cases[0]!.before.at(-1)],
    ])
  })

  test('called from elsewhere nobody was ever asked: not known, and named', async () => {
    const report = await replayed(asking('=found = &quot;good&quot;', 'ask-again'))
    expect(report.counts).toEqual({ same: 0, differs: 0, undetermined: 3, unplayable: 0 })
    expect(report.cases[0]?.unanswered).toMatchObject({ kind: 'task', name: '请人看 › look' })
  })

  test('is told from the side of the called one too', async () => {
    const same = await replayed(beingAsked, 'being-asked')
    expect(same.counts).toEqual({ same: 3, differs: 0, undetermined: 0, unplayable: 0 })
    const other = await replayed(beingAsked.replace('found=bad', 'found=poor'), 'being-asked')
    expect(other.counts).toEqual({ same: 2, differs: 0, undetermined: 1, unplayable: 0 })
  })

  test('limits of what is called are told where the draft proposes others', async () => {
    const limits = [{ key: 'review.first', amount: '8WD', mode: 'STRICT', consequence: 'escalate' }]
    const report = await replayed(AS_IT_IS, 'asking', [
      { name: 'parameters.json', content: JSON.stringify({ limits }) },
    ])
    expect(report.limits).toEqual([
      { place: 'ask#1:being-asked/look', name: '请人看 › look', before: '5WD', after: '8WD', cases: 3 },
    ])
  })
})
