import type { Resource } from '../../../server/lint/index.ts'
import { diagramOf, everywhere, type Mutant, replaced, type Spoiler } from './mutant.ts'

const GATEWAY = /<bpmn:exclusiveGateway id="([^"]+)"([^>]*)>([\s\S]*?)<\/bpmn:exclusiveGateway>/g
const outs = (inner: string) => [...inner.matchAll(/<bpmn:outgoing>([^<]+)</g)].map(([, id = '']) => id)
const ins = (inner: string) => [...inner.matchAll(/<bpmn:incoming>/g)].length

/** An exclusive gateway as a parallel one: its flows keep what was written on them. */
function parallelInstead(
  resources: readonly Resource[],
  isWanted: (incoming: number, outgoing: number) => boolean,
): Mutant[] {
  return everywhere(resources, GATEWAY, (_, id = '', attributes = '', inner = '') =>
    isWanted(ins(inner), outs(inner).length)
      ? `<bpmn:parallelGateway id="${id}"${attributes.replace(/ default="[^"]*"/, '')}>${inner}</bpmn:parallelGateway>`
      : undefined,
  )
}

/** Each flow away, with what its ends say of it. */
function withoutFlow(resources: readonly Resource[]): Mutant[] {
  const found = everywhere(
    resources,
    /\s*<bpmn:sequenceFlow id="([^"]+)"[^>]*(?:\/>|>\s*<bpmn:conditionExpression[\s\S]*?<\/bpmn:sequenceFlow>)/g,
    () => '',
  )
  return found.map(({ at, resources: without }) => {
    const diagram = diagramOf(without)
    const content = diagram.content
      .replaceAll(new RegExp(`\\s*<bpmn:(incoming|outgoing)>${at}</bpmn:\\1>`, 'g'), '')
      .replace(new RegExp(`\\s*<bpmndi:BPMNEdge [^>]*bpmnElement="${at}"[\\s\\S]*?</bpmndi:BPMNEdge>`), '')
      .replace(` default="${at}"`, '')
    return { at, resources: replaced(without, diagram, content) }
  })
}

/** The ways themselves: gateways, defaults, conditions, flows. */
export const structureSpoilers: readonly Spoiler[] = [
  {
    name: '条件去掉',
    rules: ['deployable'],
    mutate: all =>
      everywhere(
        all,
        /<bpmn:sequenceFlow id="([^"]+)"[^>]*>\s*<bpmn:conditionExpression[\s\S]*?<\/bpmn:sequenceFlow>/g,
        found => found.replace(/\s*<bpmn:conditionExpression[\s\S]*?<\/bpmn:conditionExpression>/, ''),
      ),
  },
  {
    name: '条件换成总是成立',
    rules: ['gateway-overlap', 'flow-never-taken'],
    mutate: all =>
      everywhere(
        all,
        /<bpmn:sequenceFlow id="([^"]+)"[^>]*>\s*<bpmn:conditionExpression[\s\S]*?<\/bpmn:sequenceFlow>/g,
        found => found.replace(/(<bpmn:conditionExpression[^>]*>)[^<]*/, '$1=true'),
      ),
  },
  {
    name: '条件里的值写错',
    letPass: '值由决策表或者系统任务给出，图上看不全；情景和重放看得到',
    rules: ['flow-never-taken'],
    mutate: all =>
      everywhere(
        all,
        /<bpmn:sequenceFlow id="([^"]+)"[^>]*>\s*<bpmn:conditionExpression[^>]*>=[A-Za-z]+ = "[^"]*"</g,
        found => found.replace(/"<$/, 'x"<'),
      ),
  },
  {
    name: '条件里的变量写错',
    rules: ['written-before-read'],
    mutate: all =>
      everywhere(
        all,
        /<bpmn:sequenceFlow id="([^"]+)"[^>]*>\s*<bpmn:conditionExpression[^>]*>=[a-z]\w+/g,
        found => `${found}x`,
      ),
  },
  {
    name: '按钮的值改了，条件没有改',
    letPass: '没有条件单独问这个值，它走缺省；比较和情景看得到',
    rules: ['flow-never-taken', 'gateway-overlap'],
    mutate: all =>
      everywhere(all, /<bpmn:userTask id="([^"]+)"[\s\S]*?<\/bpmn:userTask>/g, task =>
        task.replace(/(key="actions" value="\w+=)([a-z]\w*):/i, (_, start: string, value: string) =>
          value === 'true' || value === 'false' ? `${start}${value}:` : `${start}${value}2:`,
        ),
      ),
  },
  {
    name: '缺省换到另一支',
    rules: ['gateway-default', 'deployable'],
    mutate: all =>
      everywhere(all, GATEWAY, (found, _, attributes = '', inner = '') => {
        const other = outs(inner).find(id => !attributes.includes(`default="${id}"`))
        return other === undefined ? undefined : found.replace(/ default="[^"]*"/, ` default="${other}"`)
      }),
  },
  {
    name: '缺省去掉',
    rules: ['gateway-default', 'deployable'],
    mutate: all => everywhere(all, GATEWAY, found => found.replace(/ default="[^"]*"/, '')),
  },
  {
    name: '排他分支改成并行',
    rules: ['deployable', 'merge-once', 'join-completes'],
    mutate: all => parallelInstead(all, (_, outgoing) => outgoing > 1),
  },
  {
    name: '排他合并改成并行',
    rules: ['join-completes'],
    mutate: all => parallelInstead(all, (incoming, outgoing) => incoming > 1 && outgoing === 1),
  },
  {
    name: '并行网关改成排他',
    rules: ['deployable', 'merge-once'],
    mutate: all =>
      everywhere(all, /<bpmn:parallelGateway id="([^"]+)"[\s\S]*?<\/bpmn:parallelGateway>/g, found =>
        found.replaceAll('parallelGateway', 'exclusiveGateway'),
      ),
  },
  {
    name: '连线去掉',
    letPass: '其余的路仍走得到结束，只是少了一种结果；比较和重放看得到',
    rules: ['reaches-end', 'reachable', 'deployable'],
    mutate: withoutFlow,
  },
  {
    name: '消息名写错',
    rules: ['known-messages'],
    mutate: all => everywhere(all, /<bpmn:message id="([^"]+)" name="[^"]+/g, found => `${found}x`),
  },
  {
    name: '系统任务的类型写错',
    rules: ['known-jobs'],
    mutate: all => everywhere(all, /<zeebe:taskDefinition type="([^"]+)/g, found => `${found}x`),
  },
  {
    name: '调用的流程写错',
    rules: ['known-jobs'],
    mutate: all => everywhere(all, /<zeebe:calledElement processId="([^"]+)/g, found => `${found}x`),
  },
  {
    name: '调用的决策写错',
    rules: ['known-jobs'],
    mutate: all => everywhere(all, /<zeebe:calledDecision decisionId="([^"]+)/g, found => `${found}x`),
  },
]
