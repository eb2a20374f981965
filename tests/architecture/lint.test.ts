import { describe, expect, test } from 'vitest'
import { lint } from '../../server/lint/index.ts'
import { knownWords } from '../../server/procedures/known-words.ts'
import { readBundles } from '../../server/procedures/read-bundles.ts'

const AT = Date.parse('2026-11-22T09:00:00+08:00')
const bundles = readBundles('workflows')
const processIds = bundles
  .flatMap(({ contents }) => contents)
  .flatMap(({ resourceId }) => /^process:(.+)$/.exec(resourceId)?.[1] ?? [])
const known = knownWords(AT, processIds)
const errorsIn = async (bundle: Parameters<typeof lint>[0]) =>
  (await lint(bundle, known)).filter(({ severity }) => severity === 'error')

test('there are procedures to look at', () => expect(processIds).toContain('legal-review'))

test.each(bundles.map(bundle => [bundle.folder, bundle] as const))('%s is clean', async (_, bundle) => {
  expect(await errorsIn(bundle)).toEqual([])
})

const inShape = (id: string) => new RegExp(`(?<=id="${id}_di"[^>]*><dc:Bounds [^/]*)`).source
const inLabel = (id: string) => new RegExp(`(?<=id="${id}_di".*<bpmndi:BPMNLabel><dc:Bounds [^/]*)`).source
const headerOf = (task: string, key: string) =>
  new RegExp(`(?<=id="${task}" (?:(?!</bpmn:userTask>)[^])*key="${key}" value=")[^"]*`).source
const conditionOf = (flow: string) =>
  new RegExp(`(?<=id="${flow}"[^>]*>\\s*<bpmn:conditionExpression[^>]*>)[^<]*`).source

/** Slips of the hand in a real diagram: the rule that sees each, the element it names, what is found and what is put there. */
const slips: [rule: string, elementId: string, found: string, put: string][] = [
  ['on-grid', 'submit', `${inShape('submit')}x="650"`, 'x="653"'],
  ['default-size', 'submit', `${inShape('submit')}width="100"`, 'width="120"'],
  ['short-names', 'submit', '(?<=id="submit" name=)"送审"', '"送审人把全部材料一起送去审核"'],
  ['square-flows', 'start--init', '(?<=id="start--init_di".*<di:waypoint x="268") y="240"', ' y="200"'],
  ['in-one-lane', 'start', `${inShape('start')}y="222"`, 'y="282"'],
  [
    'lane-of-its-role',
    'second-review',
    '(?<=id="second-review".*\n(?:.*\n){3}.*)pmo-legal-reviewer@',
    'street-officer@',
  ],
  ['clear-of-shapes', 'next-round', `${inShape('next-round')}x="3100"`, 'x="2910"'],
  ['labels-apart', 'x-concur', `${inLabel('x-concur')}x="2310"`, 'x="2280"'],
  ['labels-wide-enough', 'withdrawn', `${inLabel('withdrawn')}width="64"`, 'width="40"'],
  ['few-flows-at-a-gateway', 'x-settle', 'sourceRef="publish-returned"', 'sourceRef="x-settle"'],
  ['known-limit', 'second-review', headerOf('second-review', 'limit'), 'review.secnd'],
  ['known-roles', 'second-review', headerOf('second-review', 'escalateTo'), 'subdistrict-deputi'],
  ['basis-in-force', 'submit-after', '行政强制法 第19条', '行政强制法 第190条'],
  ['known-words', 'reconcile', '(?<=合议不成" />\\s*<zeebe:header key=)"cosign"', '"cosigned"'],
  ['one-result-field', 'reconcile', headerOf('reconcile', 'actions'), 'concur=true:合议一致|concur=false:合议不成'],
  [
    'flow-never-taken',
    'x-settle--record-transferred',
    conditionOf('x-settle--record-transferred'),
    '=finalOpinion = "moved"',
  ],
  ['gateway-overlap', 'x-leader', conditionOf('x-leader--record-transferred'), '=leaderDecision = "followReview"'],
  ['condition-types', 'x-complete--decide-58', conditionOf('x-complete--decide-58'), '=complete'],
  [
    'written-before-read',
    'x-overruled--copy-overruled',
    conditionOf('x-overruled--copy-overruled'),
    '=leadersDecision = "overrule"',
  ],
  ['gateway-default', 'x-final', ' default="x-final--handler-response"', ''],
  ['nothing-approved-by-time', 'supplement-overdue', '(?<=id="supplement-expired" name=)"补正逾期"', '"视为同意"'],
  ['form-present', 'submit', '"legal-review.submit"', '"legal-review.sumbit"'],
  [
    'reaches-end',
    'publish-passed',
    'sourceRef="publish-passed" targetRef="end-passed"',
    'sourceRef="publish-passed" targetRef="record-passed"',
  ],
  ['overdue-key', 'supplement-overdue', '(?<=&#34;/return-supplement)&#34;', 's&#34;'],
  ['known-messages', 'withdrawn', 'name="msg.legal-review.withdrawn"', 'name="msg.legal-review.withdraw"'],
]

describe('slips in legal review are seen', async () => {
  const { folder, resources } = bundles.find(bundle => bundle.folder === 'legal-review')!
  const diagram = resources.find(({ name }) => name.endsWith('.bpmn'))!
  const slipped = slips.reduce((text, [, , found, put]) => text.replace(new RegExp(found), put), diagram.content)
  const changed = resources.map(resource => (resource === diagram ? { ...diagram, content: slipped } : resource))
  const problems = await lint({ folder, resources: changed }, known)

  test.each(slips)('%s at %s', (rule, elementId, found, put) => {
    expect(diagram.content.replace(new RegExp(found), put)).not.toBe(diagram.content)
    const told = problems.filter(problem => problem.rule === rule).map(problem => problem.elementId)
    expect(told.some(id => id === elementId || id.includes(elementId))).toBe(true)
  })
})
