import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseBpmn } from '../../server/bpmn/index.ts'
import { readDrawing } from './diagram-geometry.ts'
import { layoutRules } from './diagram-layout.ts'

const diagrams = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'workflows'], { encoding: 'utf8' })
  .split('\n')
  .filter(file => file.endsWith('.bpmn'))
const legalReview = readFileSync('workflows/legal-review/legal-review.bpmn', 'utf8')
const rulesBrokenBy = async (xml: string) => {
  const drawing = readDrawing(await parseBpmn(xml))
  return layoutRules.filter(rule => rule.check(drawing).length > 0).map(({ name }) => name)
}

test('there are diagrams to look at', () => expect(diagrams).toContain('workflows/legal-review/legal-review.bpmn'))

describe.each(diagrams)('%s', file => {
  test.each(layoutRules.map(rule => [rule.name, rule] as const))('%s', async (_, rule) => {
    const drawing = readDrawing(await parseBpmn(readFileSync(file, 'utf8')))
    expect(rule.check(drawing), rule.reason).toEqual([])
  })
})

describe('each rule sees what breaks it', () => {
  const inShape = (id: string) => new RegExp(`(?<=id="${id}_di"[^>]*><dc:Bounds [^/]*)`).source
  const inLabel = (id: string) => new RegExp(`(?<=id="${id}_di".*<bpmndi:BPMNLabel><dc:Bounds [^/]*)`).source
  test.each([
    ['on-grid', `${inShape('submit')}x="650"`, 'x="653"'],
    ['default-size', `${inShape('submit')}width="100"`, 'width="120"'],
    ['short-names', '(?<=id="submit" name=)"送审"', '"送审人把全部材料一起送去审核"'],
    ['square-flows', '(?<=id="start--init_di".*<di:waypoint x="268") y="240"', ' y="200"'],
    ['in-one-lane', `${inShape('start')}y="222"`, 'y="282"'],
    ['lane-of-its-role', '(?<=id="intake".*\\n(?:.*\\n){3}.*)center-legal-reviewer@', 'pmo-legal-reviewer@'],
    ['clear-of-shapes', `${inShape('next-round')}x="3100"`, 'x="2910"'],
    ['clear-of-labels', `${inLabel('withdrawn')}y="216"`, 'y="232"'],
    ['labels-apart', `${inLabel('x-concur')}x="2310"`, 'x="2280"'],
    ['labels-wide-enough', `${inLabel('withdrawn')}width="64"`, 'width="40"'],
    ['few-flows-at-a-gateway', 'sourceRef="publish-returned"', 'sourceRef="x-settle"'],
    [
      'few-crossings',
      '<di:waypoint x="3600" y="750" /><di:waypoint x="3150" y="750" />',
      '<di:waypoint x="3600" y="700" /><di:waypoint x="3150" y="700" />',
    ],
  ])('%s', async (rule, found, put) => {
    const changed = legalReview.replace(new RegExp(found), put)
    expect(changed).not.toBe(legalReview)
    expect(await rulesBrokenBy(changed)).toContain(rule)
  })
})
