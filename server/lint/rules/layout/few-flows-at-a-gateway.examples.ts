import { bundle, type Examples, end, exclusive, line, shape } from '../../small-bundle.testing.ts'

const ends = ['a', 'b', 'c', 'd']
const dividing = (most: number) => {
  const targets = ends.slice(0, most)
  return bundle({
    nodes: [exclusive('x', 'x--a'), ...targets.map(id => end(id))],
    flows: ['start > x', ...targets.map(id => `x > ${id}`)],
    drawn: [
      shape('x', [95, 95, 50, 50]),
      ...['start--x', ...targets.map(id => `x--${id}`)].map(id =>
        line(id, [
          [0, 0],
          [10, 0],
        ]),
      ),
    ].join(''),
  })
}

/** What `few-flows-at-a-gateway` passes, and what it tells. */
export const fewFlowsAtAGatewayExamples: Examples = {
  good: [dividing(3)],
  bad: [[dividing(4), 'x']],
}
