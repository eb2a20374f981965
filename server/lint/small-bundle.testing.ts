import { example, type LimitParameter, statutory } from '../deadlines/parameters/limit-parameter.ts'
import type { Component } from '../forms/schema.ts'
import type { Known, Resource } from './model.ts'
import type { Bundle } from './read-model.ts'
import type { RosterPerson } from './roster.ts'

const limits: LimitParameter[] = [
  statutory('review.first', ['3WD', 'task', 'escalate'], ['行政处罚法 第58条'], ['一级审核', 'First review']),
  example('review.own', ['3WD', 'task', 'escalate'], ['自定', 'Own']),
  example('review.bare', ['3WD', 'task', 'escalate'], ['没有条文', 'Bare'], { marks: [] }),
  statutory('whole.statutory', ['30D', 'task', 'escalate'], ['行政处罚法 第58条'], ['全程', 'Whole']),
  example('pay.rate', ['rate 3%', 'task', 'warn'], ['加处罚款', 'Surcharge']),
]

const person = (name: string, role: string): RosterPerson => ({
  ...{ id: name, name, groups: [`${role}@S1-CEC`], certificates: ['enforcement'], isQualified: true },
})

/** What the house of the examples knows. */
export const known: Known = {
  roles: new Set(['street-officer', 'center-director', 'subdistrict-deputy', 'center-legal-reviewer']),
  limits,
  citationFault: reference => {
    if (reference === '旧法 第1条') return 'not-in-force'
    return reference === '行政处罚法 第58条' ? undefined : 'unknown'
  },
  jobTypes: new Set(['publish-message', 'note']),
  processIds: new Set(['other']),
  messages: new Set(['limit-overdue', 'msg.case.closed']),
  roster: {
    people: [
      ...[person('甲', 'street-officer'), person('乙', 'street-officer')],
      ...[person('丙', 'center-legal-reviewer'), person('丁', 'center-legal-reviewer')],
    ],
    streets: [{ id: 'S1', name: '一街' }],
  },
}

const attributes = (values: Record<string, string | undefined>) =>
  Object.entries(values)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escaped(value)}"`))
    .join('')
const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/"/g, '&#34;').replace(/</g, '&lt;')

/** An element with its extensions; `name` is what people call it. */
export const element = (tag: string, id: string, extensions = '', more: Record<string, string> = {}, inner = '') =>
  `<bpmn:${tag} id="${id}"${attributes(more)}>${
    extensions && `<bpmn:extensionElements>${extensions}</bpmn:extensionElements>`
  }${inner}</bpmn:${tag}>`

const headers = (words: Record<string, string>) =>
  `<zeebe:taskHeaders>${Object.entries(words)
    .map(([key, value]) => `<zeebe:header${attributes({ key, value })}/>`)
    .join('')}</zeebe:taskHeaders>`

/** A task for people, complete but for what is changed. */
export const task = (id: string, words: Record<string, string> = {}, more = '') =>
  element(
    'userTask',
    id,
    `<zeebe:userTask/><zeebe:formDefinition formId="p.${id}"/>${
      more || '<zeebe:assignmentDefinition candidateGroups="=[&#34;street-officer@&#34; + orgCode]"/>'
    }${headers({ kind: 'internal', ...words })}`,
  )

export const mapped = (outputs: Record<string, string>) =>
  `<zeebe:ioMapping>${Object.entries(outputs)
    .map(([target, source]) => `<zeebe:output${attributes({ source, target })}/>`)
    .join('')}</zeebe:ioMapping>`

export const script = (id: string, expression: string, resultVariable: string, outputs?: Record<string, string>) =>
  element(
    'scriptTask',
    id,
    `<zeebe:script${attributes({ expression, resultVariable })}/>${outputs ? mapped(outputs) : ''}`,
  )

export const job = (id: string, type = 'note', inputs: Record<string, string> = {}) => {
  const mappings = Object.entries(inputs).map(([target, source]) => `<zeebe:input${attributes({ source, target })}/>`)
  const mapping = mappings.length > 0 ? `<zeebe:ioMapping>${mappings.join('')}</zeebe:ioMapping>` : ''
  return element('serviceTask', id, `<zeebe:taskDefinition type="${type}"/>${mapping}`)
}

export const exclusive = (id: string, otherwise?: string) =>
  element('exclusiveGateway', id, '', otherwise === undefined ? {} : { default: otherwise })
export const parallel = (id: string) => element('parallelGateway', id)
export const inclusive = (id: string, otherwise?: string) =>
  element('inclusiveGateway', id, '', otherwise === undefined ? {} : { default: otherwise })
export const end = (id: string, name = '') => element('endEvent', id, '', { name })
export const timer = (duration: string) =>
  `<bpmn:timerEventDefinition><bpmn:timeDuration>${duration}</bpmn:timeDuration></bpmn:timerEventDefinition>`
export const onBorder = (id: string, host: string, definition: string, more: Record<string, string> = {}) =>
  element('boundaryEvent', id, '', { attachedToRef: host, ...more }, definition)

/** `a > b > c` are two flows, `a > b : =condition` is one with a condition; ids are `a--b`. */
function flow(text: string): string {
  const [, path = '', condition] = /^([^:]+?)(?:\s*:\s*(.+))?$/.exec(text) ?? []
  const stops = path.split('>').map(stop => stop.trim())
  return stops
    .slice(1)
    .map((to, index) =>
      element(
        'sequenceFlow',
        `${stops[index]}--${to}`,
        '',
        { sourceRef: stops[index]!, targetRef: to },
        condition &&
          `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${escaped(condition)}</bpmn:conditionExpression>`,
      ),
    )
    .join('')
}

interface Small {
  /** Between `start`, which is there, and the flows. */
  nodes: string[]
  flows: string[]
  /** Properties of the process, beside those that must be there. */
  properties?: Record<string, string>
  /** Components of the form of each task or of the start. */
  forms?: Record<string, Component[]>
  /** Messages and signals. */
  roots?: string
  lanes?: string
  /** Shapes and edges. */
  drawn?: string
  files?: Resource[]
  folder?: string
}

const COMPLETE = { caseType: 'p', startRoles: 'street-officer', bizKey: 'id' }

/** A bundle of the process `p`. */
export function bundle({
  nodes,
  flows,
  properties = {},
  forms = {},
  roots = '',
  lanes = '',
  drawn = '',
  files = [],
  folder,
}: Small): Bundle {
  const said = Object.entries({ ...COMPLETE, ...properties }).filter(([, value]) => value !== '')
  const words = said.map(([name, value]) => `<zeebe:property${attributes({ name, value })}/>`).join('')
  const diagram = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="definitions" targetNamespace="t">${roots}
<bpmn:process id="p" isExecutable="true"><bpmn:extensionElements><zeebe:properties>${words}</zeebe:properties></bpmn:extensionElements>
${lanes}<bpmn:startEvent id="start"><bpmn:extensionElements><zeebe:formDefinition formId="p.start"/></bpmn:extensionElements></bpmn:startEvent>
${nodes.join('\n')}
${flows.map(flow).join('\n')}</bpmn:process>${
    drawn &&
    `<bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="p">${drawn}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`
  }</bpmn:definitions>`
  const form = (id: string, components: Component[]) => ({
    name: `${id}.form`,
    content: JSON.stringify({ type: 'default', id: `p.${id}`, components }),
  })
  const resources = [
    { name: 'p.bpmn', content: diagram },
    ...Object.entries(forms).map(([id, fields]) => form(id, fields)),
    ...files,
  ]
  return { resources, ...(folder !== undefined && { folder }) }
}

/** Examples of a rule. */
export interface Examples {
  good: Bundle[]
  /** Each with the elements that are told. */
  bad: [Bundle, ...elementIds: string[]][]
}

const drawnLabel = (label: number[] | undefined) =>
  label ? `<bpmndi:BPMNLabel>${bounds(label)}</bpmndi:BPMNLabel>` : ''
const bounds = ([x, y, width, height]: number[]) => `<dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}"/>`

/** A shape: left, top, width, height; and the same of its label. */
export const shape = (id: string, box: number[], label?: number[]) =>
  `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}">${bounds(box)}${drawnLabel(label)}</bpmndi:BPMNShape>`

/** A line through points. */
export const line = (id: string, points: [x: number, y: number][], label?: number[]) => {
  const waypoints = points.map(([x, y]) => `<di:waypoint x="${x}" y="${y}"/>`).join('')
  return `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}">${waypoints}${drawnLabel(label)}</bpmndi:BPMNEdge>`
}
