// @vitest-environment jsdom
import { readdirSync, readFileSync } from 'node:fs'
import { BpmnModdle } from 'bpmn-moddle'
import { render } from 'lit'
import { beforeAll, expect, test } from 'vitest'
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' }
import { elementsOf, type ModdleElement, textOf } from '../../../server/bpmn/moddle.ts'
import { limitParameters } from '../../../server/deadlines/parameters/index.ts'
import { lint } from '../../../server/lint/index.ts'
import { knownWords } from '../../../server/procedures/known-words.ts'
import { applied, ElementTemplate } from '../../../tests/support/element-templates.ts'
import { diagramOf, flow } from '../../../tests/support/small-diagrams.ts'
import type { BundleFile, LimitParameter } from '../../api-types.ts'
import { loadWords } from '../../words/index.ts'
import { applyEdit } from '../canvas/apply-edit.ts'
import type { DraftModeler } from '../canvas/draft-modeler.ts'
import { actionsGroup } from './actions-group.ts'
import { basisGroup, type StatuteSearch } from './basis-group.ts'
import { limitGroup } from './limit-group.ts'
import { formGroup } from './more-groups.ts'
import { type Subject, wordsOf } from './subject.ts'
import { whoGroup } from './who-group.ts'

const folder = 'workflows/shared/element-templates'
const templates = readdirSync(folder)
  .map(file => ElementTemplate.parse(JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'))))
  .filter(({ elementType }) => elementType.value === 'bpmn:UserTask')

const AT = Date.parse('2026-11-24T02:00:00Z')
const START_FORM = JSON.stringify({
  ...{ type: 'default', id: 'tried.start' },
  components: [{ type: 'datetime', id: 'told', key: 'toldAt', label: '告知时间', subtype: 'datetime' }],
})

beforeAll(() => loadWords('draft'))

/** A small procedure whose only step is what a template gives, and the properties of that step as people use them. */
async function opened(template: ElementTemplate) {
  const moddle = new BpmnModdle({ zeebe })
  const { extension } = applied({ ...template, properties: template.properties.filter(({ id }) => id !== 'formId') })
  const { rootElement } = await moddle.fromXML(
    diagramOf(
      'tried',
      `<bpmn:startEvent id="start"><bpmn:extensionElements><zeebe:formDefinition formId="tried.start" /></bpmn:extensionElements></bpmn:startEvent>
       <bpmn:userTask id="step" name="${template.name}"><bpmn:extensionElements>${extension}</bpmn:extensionElements></bpmn:userTask>
       <bpmn:endEvent id="end" />${flow('start', 'step')}${flow('step', 'end')}`,
    ).replace(
      '</zeebe:properties>',
      '<zeebe:property name="caseType" value="tried" /><zeebe:property name="bizKey" value="caseNo" /></zeebe:properties>',
    ),
  )
  const [process] = elementsOf(rootElement as ModdleElement, 'rootElements')
  const element = elementsOf(process, 'flowElements').find(({ id }) => id === 'step') as ModdleElement
  const files = new Map([['start.form', START_FORM]])
  const modeler = modelerOf(moddle, element)
  const search: StatuteSearch = { words: '', hits: [], isOpen: false }
  const page = document.createElement('div')
  const draw = (now = search) => {
    const subject = subjectOf(element, files, modeler)
    const groups = [whoGroup(subject), limitGroup(subject), basisGroup(subject, now, draw), actionsGroup(subject)]
    render([...groups, formGroup(subject, () => {})], page)
  }
  const field = (name: string) => {
    draw()
    const found = page.querySelector<HTMLInputElement>(`:is(select, input)[aria-label="${name}"]`)
    if (!found) throw new Error(`Expected '${name}' among the properties of ${template.id}`)
    return found
  }
  return {
    ...{ element, files, draw, page },
    set(name: string, value: string) {
      const control = field(name)
      control.value = value
      expect(control.value, name).toBe(value)
      control.dispatchEvent(new Event('change'))
    },
    press(text: string) {
      const button = [...page.querySelectorAll('button')].find(each => each.textContent?.trim().startsWith(text))
      if (!button) throw new Error(`Expected a button '${text}'`)
      button.click()
    },
    value: (name: string) => field(name).value,
    async problems() {
      const { xml } = await moddle.toXML(rootElement as never)
      const resources = [...files].map(([name, content]) => ({ name, content }))
      const found = await lint({ resources: [{ name: 'tried.bpmn', content: xml }, ...resources] }, knownWords(AT, []))
      return found.filter(each => each.severity === 'error' && each.elementId === 'step' && each.rule !== 'drawn')
    },
  }
}

const subjectOf = (element: ModdleElement, files: Map<string, string>, modeler: DraftModeler): Subject => ({
  ...{ element, elementId: 'step', words: wordsOf(element), isReadOnly: false },
  choices: {
    roles: ['subdistrict-head', 'subdistrict-deputy', 'center-director'].map(id => ({ id, name: id })),
    organisations: [],
    limits: limitParameters
      .filter(({ key }) => ['filing.approve', 'review.first'].includes(key))
      .map(each => ({ ...each, name: each.name.zh, basis: [], extension: null }) as unknown as LimitParameter),
  },
  files: [...files].map(([name, content]): BundleFile => ({ name, content })),
  edit: edits => {
    for (const each of edits) applyEdit(modeler, each)
  },
  writeFile: (name, content) => (content === null ? files.delete(name) : files.set(name, content)),
})

/** What the edits ask of bpmn-js, on the tree alone. */
function modelerOf(moddle: BpmnModdle, business: ModdleElement): DraftModeler {
  const services = {
    bpmnFactory: { create: (type: string, attributes: Record<string, unknown>) => moddle.create(type, attributes) },
    modeling: {
      updateModdleProperties: (_drawn: unknown, target: ModdleElement, properties: object) =>
        Object.assign(target, properties),
    },
  }
  return {
    ...{ business: () => business, drawn: () => ({ id: 'step', businessObject: business }) },
    service: (name: keyof typeof services) => services[name],
  } as unknown as DraftModeler
}

test.each(templates)(
  '$name: only its form is still missing; every property is set where people see it',
  async template => {
    const step = await opened(template)
    expect((await step.problems()).map(({ rule }) => rule).filter(rule => rule !== 'choice-matters')).toEqual([
      'form-present',
    ])
    step.draw()
    step.press('新建这个环节的表单')
    expect(step.files.get('step.form')).toContain('"id": "tried.step"')

    if (!step.page.querySelector('select[aria-label="角色"]')) step.set('表达式', '')
    step.set('角色', 'subdistrict-head')
    step.set('机构范围', 'street')
    step.set('环节性质', 'leader-decision')
    step.set('期限', 'filing.approve')
    step.set('数目', '3')
    step.set('单位', 'WD')
    step.set('从何时起', '=toldAt')
    step.set('可以延长', 'review.first')
    step.set('延长几次', '2')
    step.set('谁批准延长', 'subdistrict-deputy')
    step.draw({
      words: '处罚',
      hits: [{ name: '行政处罚法', article: '57', excerpt: '' } as never],
      isOpen: true,
    } as never)
    step.press('行政处罚法 第57条')
    step.draw()
    step.press('加一个')

    expect(wordsOf(step.element)).toMatchObject({
      ...{ kind: 'leader-decision', limit: 'filing.approve', limitStart: '=toldAt' },
      basis: expect.stringContaining('行政处罚法 第57条'),
      actions: expect.stringMatching(/=option\d:/),
    })
    const assignment = elementsOf((step.element.extensionElements as ModdleElement) ?? undefined, 'values').find(
      ({ $type }) => $type === 'zeebe:AssignmentDefinition',
    )
    expect(textOf(assignment, 'candidateGroups')).toBe('=["subdistrict-head@" + orgCode]')
    expect(JSON.parse(step.files.get('parameters.json') ?? '{}')).toMatchObject({
      limits: [
        {
          key: 'filing.approve',
          amount: '3WD',
          extension: { by: 'review.first', times: 2, approvers: ['subdistrict-deputy'] },
        },
      ],
    })
  },
)
