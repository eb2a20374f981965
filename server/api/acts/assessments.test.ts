import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Office, openOffice } from '../../../tests/support/office.ts'
import { signIn, type Visitor } from '../../../tests/support/visitor.ts'

let office: Office
let admin: Visitor
beforeAll(async () => {
  office = await openOffice()
  admin = await signIn(office, 'fang-yuangui')
})
afterAll(() => office.close())

const diagram = (caseType: string, expression: string) => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="t">
<bpmn:process id="monthly" isExecutable="true"><bpmn:extensionElements><zeebe:properties>
<zeebe:property name="caseType" value="${caseType}" /></zeebe:properties></bpmn:extensionElements>
<bpmn:startEvent id="s" /><bpmn:scriptTask id="score" name="不看罚款"><bpmn:extensionElements>
<zeebe:script expression="${expression}" resultVariable="score" /></bpmn:extensionElements></bpmn:scriptTask>
<bpmn:businessRuleTask id="rate"><bpmn:extensionElements><zeebe:calledDecision decisionId="rating" resultVariable="rate" /></bpmn:extensionElements></bpmn:businessRuleTask>
<bpmn:endEvent id="e" /><bpmn:sequenceFlow id="a" sourceRef="s" targetRef="score" /><bpmn:sequenceFlow id="b" sourceRef="score" targetRef="rate" />
<bpmn:sequenceFlow id="c" sourceRef="rate" targetRef="e" /></bpmn:process></bpmn:definitions>`
const table = (input: string) => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="ratings" name="评级" namespace="t">
<decision id="rating" name="评级"><decisionTable id="t" hitPolicy="UNIQUE">
<input id="i"><inputExpression id="ie" typeRef="number"><text>${input}</text></inputExpression></input>
<output id="o" name="grade" typeRef="string" />
<rule id="r"><inputEntry id="e1"><text>&gt;= 1</text></inputEntry><outputEntry id="e2"><text>"良"</text></outputEntry></rule>
</decisionTable></decision></definitions>`
const form = (key: string) =>
  JSON.stringify({
    type: 'default',
    id: 'monthly.fill-in',
    components: [{ id: 'f', type: 'number', key, label: '罚款不计' }],
  })

type Files = Record<string, string>
const publish = async (files: Files) => {
  const bundle = new FormData()
  for (const [name, content] of Object.entries(files)) bundle.append('resources', new File([content], name))
  return await admin.request('POST', '/deployments', bundle)
}

/** In order: once an assessment is published, its decisions and forms are known for what they are. */
test.each<[string, Files, number]>([
  ['a procedure of another sort', { 'm.bpmn': diagram('inspection', '=finesTotal / cases') }, 200],
  ['a decision that nobody calls yet', { 'r.dmn': table('amount + 1') }, 200],
  ['an assessment by fines', { 'm.bpmn': diagram('assessment', '=finesTotal / cases') }, 403],
  [
    'an assessment by a decision over fines',
    { 'm.bpmn': diagram('assessment', '=inTime'), 'r.dmn': table('fine + 1') },
    403,
  ],
  ['an assessment by what is done in time', { 'm.bpmn': diagram('two-way-assessment', '=inTime / cases') }, 200],
  [
    'its text speaks of fines, its expression does not',
    { 'm.bpmn': diagram('assessment', '=if by = &quot;fine&quot; then 0 else 1') },
    200,
  ],
  ['its decision, published alone', { 'r.dmn': table('confiscated') }, 403],
  ['its form', { 'f.form': form('penaltyAmount') }, 403],
  ['a form that asks for something else', { 'f.form': form('hours') }, 200],
])('%s', async (_, files, status) => {
  const answer = await publish(files)
  const said = await answer.json()
  expect([answer.status, said]).toEqual([status, expect.anything()])
  if (status === 403)
    expect(said).toMatchObject({
      rule: 'R-NO-PENALTY-LINK',
      basis: ['行政处罚法 第74条第3款'],
      remedy: expect.any(String),
    })
})
