import { expect, test } from 'vitest'
import { parseBpmn, processesOf, readProcessGraph } from '../../bpmn/index.ts'
import { commonFlows, type MappedVersion, proposeMapping } from './propose-mapping.ts'

interface Step {
  id: string
  name: string
  kind?: string
  type?: string
}

async function versionOf(...steps: Step[]): Promise<MappedVersion> {
  const tasks = steps.map(({ id, name, type = 'userTask' }) => `<bpmn:${type} id="${id}" name="${name}" />`)
  const xml = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">
    <bpmn:process id="p" isExecutable="true"><bpmn:startEvent id="begin" />${tasks.join('')}
    <bpmn:sequenceFlow id="f1" sourceRef="begin" targetRef="${steps[0]!.id}" /></bpmn:process></bpmn:definitions>`
  const [process] = processesOf(await parseBpmn(xml))
  const kinds = new Map(steps.map(({ id, kind }) => [id, kind]))
  return { graph: readProcessGraph(process!), kindOf: id => kinds.get(id) }
}

const review: Step = { id: 'first-review', name: '一级法制审核', kind: 'legal-review' }

test.each<[string, Step[], [string, string | null, string | null][]]>([
  ['the same id', [{ ...review, name: '别的名称' }], [['first-review', 'first-review', 'same']]],
  ['another id, a name alike', [{ ...review, id: 'review-1', name: '一级审核' }], [['first-review', null, null]]],
  [
    'another id, nearly the name',
    [{ ...review, id: 'review-1', name: '一级法制审核人' }],
    [['first-review', 'review-1', 'renamed']],
  ],
  [
    'the name, but other work',
    [{ ...review, id: 'review-1', kind: 'leader-decision' }],
    [['first-review', null, null]],
  ],
  ['the id, but other work', [{ ...review, kind: 'internal' }], [['first-review', null, null]]],
  ['the id, but done by a program', [{ ...review, type: 'serviceTask' }], [['first-review', null, null]]],
  ['nothing like it', [{ id: 'intake', name: '受理', kind: 'legal-review' }], [['first-review', null, null]]],
])('%s', async (_, target, expected) => {
  const proposed = proposeMapping(await versionOf(review), await versionOf(...target))
  expect(
    proposed.map(({ sourceElementId, targetElementId, found }) => [sourceElementId, targetElementId, found]),
  ).toEqual(expected)
})

test('one step of the next version stands for one step of the version before', async () => {
  const source = await versionOf({ id: 'a', name: '领导审批' }, { id: 'b', name: '领导审批' })
  const target = await versionOf({ id: 'c', name: '领导审批' })
  expect(proposeMapping(source, target).map(({ targetElementId }) => targetElementId)).toEqual(['c', null])
})

test('flows of both versions are carried over by their ids', async () => {
  const [source, target] = [await versionOf(review), await versionOf({ ...review, name: '审核' })]
  expect(commonFlows(source.graph, target.graph)).toEqual(['f1'])
})
