import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filledForms } from '../../../db/seed/filled-forms.ts'
import { type Office, openOffice } from '../../../tests/support/office.ts'
import { shippedFiles } from '../../../tests/support/scenarios.ts'
import { diagramOf, flow, userTask } from '../../../tests/support/small-diagrams.ts'
import type { BundleFile } from '../scenario.ts'
import type { ReplayReport } from './compare-runs.ts'
import { replayDraft } from './replay-draft.ts'

const OFFICERS = 'street-officer@LDJ-CEC'
const REVIEWERS = 'center-legal-reviewer@LDJ-CEC'

/** A matter is judged; above an amount a reviewer looks at it, and small ones end at once. */
const judged = (condition: string, more = '', extra = '') =>
  diagramOf(
    'judged',
    `<bpmn:startEvent id="start" /><bpmn:endEvent id="small" /><bpmn:endEvent id="large" />
     ${userTask('judge', OFFICERS, { actions: 'verdict=yes:是|verdict=no:否' })}
     <bpmn:exclusiveGateway id="size" default="size-small" />
     ${userTask('look', REVIEWERS, {})} ${more}
     ${flow('start', 'judge')} ${flow('judge', 'size')} ${flow('size', 'look', condition)} ${flow('size', 'small')}
     ${extra || flow('look', 'large')}`,
  )

const AS_IT_IS = judged('=verdict = &quot;yes&quot;')
let office: Office
beforeAll(async () => {
  office = await openOffice()
  await office.deploy(AS_IT_IS)
  for (const [n, verdict] of ['yes', 'no', 'yes', 'no', 'no'].entries()) await finished(n + 1, verdict)
  await review()
})
afterAll(() => office.close())

async function finished(n: number, action: string): Promise<void> {
  const officer = await office.desk('lin-shen')
  const reviewer = await office.desk('zhou-yanqing')
  const key = await officer.start('judged', { caseNo: `LDJ-PT-2026-0080${n}` })
  const next = (of: typeof officer) => of.tasks().then(tasks => tasks.find(task => task.processInstanceKey === key))
  await officer.complete((await next(officer))!.userTaskKey, { action, variables: {} })
  const look = await next(reviewer)
  if (look) await reviewer.complete(look.userTaskKey, { variables: {} })
}

/** A legal review that both reviewers agree to, with everything that workers do in it. */
async function review(): Promise<void> {
  const files = await office.caseFiles()
  const variables = {
    ...{ caseNo: 'LDJ-PT-2026-00809', caseTitle: '占用人行道经营案', partyName: '沿阶小馆', handlerIds: [] },
    ...{ reviewType: 'penalty', stage: 'beforeDecision' },
  }
  const key = await (await office.desk('lin-shen')).start('legal-review', variables)
  const steps = [
    ['lin-shen', 'submit', undefined],
    ['zhou-yanqing', 'intake', 'yes'],
    ['zhou-yanqing', 'first-review', undefined],
    ['shen-zhiwei', 'second-review', 'true'],
  ] as const
  for (const [who, elementId, action] of steps) {
    await office.settled()
    const desk = await office.desk(who)
    const task = (await desk.tasks()).find(each => each.processInstanceKey === key && each.elementId === elementId)
    const filled = elementId === 'intake' ? {} : filledForms[elementId]!(files)
    await desk.complete(task!.userTaskKey, { ...(action && { action }), variables: filled })
  }
  await office.settled()
}

const draft = (content: string): BundleFile[] => [{ name: 'judged.bpmn', content }]

async function replayed(files: readonly BundleFile[], id = 'judged', most = 100): Promise<ReplayReport> {
  const { house } = office.app
  const from = house.definitions.findLatest(id)!
  return await replayDraft(house, { files, from, most }, { total() {}, step() {}, goesOn: () => true })
}

const numbers = ({ cases }: ReplayReport) => cases.map(({ caseNo }) => caseNo?.slice(-2)).sort()

describe('a draft told by finished cases', () => {
  test('that is as the version in force changes nothing', async () => {
    const report = await replayed(draft(AS_IT_IS))
    expect(report).toMatchObject({ finished: 5, cases: [], limits: [], roles: [] })
    expect(report.counts).toEqual({ same: 5, differs: 0, undetermined: 0, unplayable: 0 })
  })

  test('a procedure with workers and forms as it is shipped changes nothing', async () => {
    const report = await replayed(await shippedFiles('legal-review'), 'legal-review')
    expect(report.cases).toEqual([])
    expect(report.counts).toMatchObject({ same: 1 })
  })

  test('whose condition is swapped sends exactly the small ones to the reviewer, who is never asked', async () => {
    const report = await replayed(draft(judged('=verdict = &quot;no&quot;')))
    expect(report.counts).toEqual({ same: 0, differs: 2, undetermined: 3, unplayable: 0 })
    // The large ones end at once; of the small ones nobody knows what the reviewer would have said.
    const differing = report.cases.filter(({ verdict }) => verdict === 'differs')
    expect(numbers({ ...report, cases: differing })).toEqual(['01', '03'])
    expect(differing[0]).toMatchObject({ before: ['judge', 'look', 'large'], after: ['judge', 'small'], at: 2 })
    const unknown = report.cases.filter(({ verdict }) => verdict === 'undetermined')
    expect(numbers({ ...report, cases: unknown })).toEqual(['02', '04', '05'])
    expect(unknown[0]?.unanswered).toMatchObject({ kind: 'task', place: 'look' })
    expect(report.roles).toEqual([{ role: 'center-legal-reviewer', before: 2, after: 0, atLeast: 3 }])
  })

  test('with another button than was pressed leaves those cases undetermined', async () => {
    const report = await replayed(draft(AS_IT_IS.replace('verdict=yes:是', 'verdict=grave:重大')))
    expect(report.counts).toEqual({ same: 3, differs: 0, undetermined: 2, unplayable: 0 })
    expect(report.cases[0]?.unanswered).toMatchObject({ kind: 'action', place: 'judge', what: 'yes' })
  })

  test('with a further task for somebody cannot be told to the end by what was answered', async () => {
    const more = userTask('archive', OFFICERS, {})
    const extra = `${flow('look', 'archive')} ${flow('archive', 'large')}`
    const report = await replayed(draft(judged('=verdict = &quot;yes&quot;', more, extra)))
    expect(report.counts).toEqual({ same: 3, differs: 0, undetermined: 2, unplayable: 0 })
  })

  const HEADS = 'center-director@LDJ-CEC'
  const DESK = 'street-dispatcher@LDJ-CEC'
  test.each<[string, string, ReplayReport['roles']]>([
    [
      'the judging goes to reviewers: so much more for them, and nothing for officers',
      AS_IT_IS.replace(OFFICERS, REVIEWERS),
      [
        { role: 'center-legal-reviewer', before: 2, after: 7, atLeast: 0 },
        { role: 'street-officer', before: 5, after: 0, atLeast: 0 },
      ],
    ],
    [
      'two roles change places: each is told by what it really gets',
      AS_IT_IS.replace(OFFICERS, '(...)').replace(REVIEWERS, OFFICERS).replace('(...)', REVIEWERS),
      [
        { role: 'center-legal-reviewer', before: 2, after: 5, atLeast: 0 },
        { role: 'street-officer', before: 5, after: 2, atLeast: 0 },
      ],
    ],
    [
      'a role that had none gets all',
      AS_IT_IS.replace(REVIEWERS, HEADS),
      [
        { role: 'center-director', before: 0, after: 2, atLeast: 0 },
        { role: 'center-legal-reviewer', before: 2, after: 0, atLeast: 0 },
      ],
    ],
    [
      'offered to a second office of the same role it is the same number',
      AS_IT_IS.replace(OFFICERS, `${OFFICERS}&#34;,&#34;street-officer@HHS-CEC`),
      [],
    ],
    [
      'a new step for a new role is told as the least it gets, because nobody knows what came after',
      judged(
        '=verdict = &quot;yes&quot;',
        userTask('note', DESK, {}),
        `${flow('look', 'note')} ${flow('note', 'large')}`,
      ),
      [{ role: 'street-dispatcher', before: 0, after: 0, atLeast: 2 }],
    ],
  ])('work: %s', async (_, diagram, roles) => {
    expect((await replayed(draft(diagram))).roles).toEqual(roles)
  })

  test('takes the newest and says of how many', async () => {
    const report = await replayed(draft(AS_IT_IS), 'judged', 2)
    expect(report).toMatchObject({ finished: 5, counts: { same: 2 } })
  })

  test('stops when it is told to', async () => {
    const { house } = office.app
    const from = house.definitions.findLatest('judged')!
    let asked = 0
    const progress = { total() {}, step: () => void asked++, goesOn: () => asked < 3 }
    await replayDraft(house, { files: draft(AS_IT_IS), from, most: 100 }, progress)
    expect(asked).toBeLessThan(6)
  })
})

test('limits of other length are told with the cases that meet them', async () => {
  const limited = (key: string) =>
    judged('=verdict = &quot;yes&quot;').replace(
      'key="actions" value="verdict=yes:是|verdict=no:否" />',
      `key="actions" value="verdict=yes:是|verdict=no:否" /><zeebe:header key="limit" value="${key}" />`,
    )
  const report = await replayed(draft(limited('review.first')))
  expect(report.limits).toEqual([
    { place: 'judge', name: 'judge', before: '', after: expect.stringMatching(/^\d/), cases: 5 },
  ])
})

test('limits that the draft itself proposes are told too', async () => {
  const amount = '8WD'
  const proposed = { key: 'review.first', amount, mode: 'STRICT', consequence: 'escalate' }
  const parameters = { name: 'parameters.json', content: JSON.stringify({ limits: [proposed] }) }
  const report = await replayed([...(await shippedFiles('legal-review')), parameters], 'legal-review')
  expect(report.limits).toContainEqual(expect.objectContaining({ place: 'first-review', after: amount, cases: 1 }))
})
