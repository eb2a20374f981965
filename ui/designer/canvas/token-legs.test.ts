import { expect, test } from 'vitest'
import type { ModdleElement } from '../../../server/bpmn/moddle.ts'
import type { Drawn } from './drawn.ts'
import { tokenLegs } from './token-legs.ts'

/** Elements in a row, ten apart, and flows between them. */
function drawing(flows: readonly [from: string, to: string][]): (id: string) => Drawn {
  const ids = [...new Set(flows.flat())]
  const all = new Map(
    ids.map((id, at): [string, Drawn] => {
      const businessObject = { $type: 'bpmn:Task', id } as unknown as ModdleElement
      return [id, { ...{ id, type: 'bpmn:Task', y: 0, width: 2, height: 2 }, x: at * 10, businessObject }]
    }),
  )
  for (const [id, element] of all)
    element.outgoing = flows
      .filter(([from]) => from === id)
      .map(([, to]): Drawn => {
        const target = all.get(to)!
        const businessObject = { $type: 'bpmn:SequenceFlow', id: `${id}--${to}`, targetRef: target.businessObject }
        return { ...element, waypoints: [], businessObject: businessObject as unknown as ModdleElement }
      })
  return id => all.get(id)!
}

const legs = (flows: readonly [string, string][], way: string) =>
  tokenLegs(way.split(' ').map(drawing(flows))).map(
    ({ token, points }) => `${token}: ${points[0]?.x} ${points.at(-1)?.x}`,
  )

test('one way is one token', () => {
  const flows: [string, string][] = [
    ['start', 'a'],
    ['a', 'end'],
  ]
  expect(legs(flows, 'start a end')).toEqual(['0: 1 11', '0: 11 21'])
})

test('each way of a fork has a token of its own, and the other one waits', () => {
  const flows: [string, string][] = [
    ['start', 'fork'],
    ['fork', 'a'],
    ['fork', 'b'],
    ['b', 'join'],
    ['a', 'join'],
  ]
  expect(legs(flows, 'start fork a b join')).toEqual(['0: 1 11', '0: 11 21', '1: 11 31', '1: 31 41'])
})

test('where no flow leads, a token goes straight on', () => {
  expect(
    legs(
      [
        ['start', 'scope'],
        ['inner', 'end'],
      ],
      'start scope inner end',
    ),
  ).toEqual(['0: 1 11', '0: 11 21', '0: 21 31'])
})
