import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applied, ElementTemplate } from '../../tests/support/element-templates.ts'
import { lintProblems } from '../../tests/support/lint-problems.ts'
import { type Office, openOffice } from '../../tests/support/office.ts'
import { diagramOf, flow, userTask } from '../../tests/support/small-diagrams.ts'
import { signIn } from '../../tests/support/visitor.ts'

const folder = 'workflows/shared/element-templates'
const files = readdirSync(folder)
const read = (file: string): unknown => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'))

/** What somebody who uses the template has to enter himself. */
const ENTERED = {
  formId: 'tried.step',
  messageName: '="msg.case.closed"',
  limitId: '=caseNo + "/held"',
}
const form = { type: 'default', id: 'tried.step', components: [] }

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

/** A diagram whose only step is an empty task to which the template was applied. */
function diagramWith(template: ElementTemplate): string {
  const { extension, message } = applied(template, ENTERED)
  if (template.elementType.value === 'bpmn:BoundaryEvent')
    return diagramOf(
      'tried',
      `<bpmn:startEvent id="start" />${userTask('held', 'street-officer@LDJ-CEC', { kind: 'internal', limit: 'filing.approve' })}
       <bpmn:boundaryEvent id="step" attachedToRef="held"><bpmn:messageEventDefinition messageRef="m" /></bpmn:boundaryEvent>
       <bpmn:endEvent id="end" /><bpmn:endEvent id="over" />
       ${flow('start', 'held')}${flow('held', 'end')}${flow('step', 'over')}`,
      `<bpmn:message id="m" name="${message.name}"><bpmn:extensionElements>
        <zeebe:subscription correlationKey="${message.correlationKey}" /></bpmn:extensionElements></bpmn:message>`,
    )
  const type = template.elementType.value === 'bpmn:UserTask' ? 'userTask' : 'serviceTask'
  return diagramOf(
    'tried',
    `<bpmn:startEvent id="start" />
     <bpmn:${type} id="step" name="${template.name}"><bpmn:extensionElements>${extension}</bpmn:extensionElements></bpmn:${type}>
     <bpmn:endEvent id="end" />${flow('start', 'step')}${flow('step', 'end')}`,
  )
}

test.each(files)('%s is a template that the editor reads, in the words of the trade', file => {
  const template = ElementTemplate.parse(read(file))
  expect(file).toBe(`${template.id.replace('xunfa.', '')}.json`)
  const words = [template.name, template.description, ...template.properties.flatMap(({ label }) => label ?? [])]
  for (const each of words) expect(each).toMatch(/[\u4e00-\u9fff]/)
})

test.each(files)('%s makes of an empty task one that the linter and the engine take', async file => {
  const diagram = diagramWith(ElementTemplate.parse(read(file)))
  const resources = [
    { name: 'tried.bpmn', content: diagram },
    { name: 'step.form', content: JSON.stringify(form) },
  ]
  const found = await lintProblems(resources, 'step')
  // What its buttons decide is drawn after it.
  expect(found.filter(each => !each.startsWith('choice-matters'))).toEqual([])
  const bundle = new FormData()
  for (const { name, content } of resources) bundle.append('resources', new File([content], name))
  const answer = await (await signIn(office, 'fang-yuangui')).request('POST', '/deployments', bundle)
  expect([answer.status, await answer.text()]).toEqual([200, expect.any(String)])
})

test('what must be entered is missed, and what is written wrongly is told', () => {
  const approval = ElementTemplate.parse(read('approval-task.json'))
  expect(() => applied(approval)).toThrow("Expected a value of 'formId'")
  expect(() => applied(approval, { formId: 'p.t', actions: '同意' })).toThrow('写成 字段=值:按钮名')
})

test('the trade has its eight', () => {
  const names = files.map(file => ElementTemplate.parse(read(file)).name)
  expect(names.sort()).toEqual(
    ['审批任务', '两人执法任务（副署）', '会签', '吹哨多部门', '到期改变走向', '通知', '归档', '法制审核任务'].sort(),
  )
})
