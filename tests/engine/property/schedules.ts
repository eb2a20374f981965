import fc from 'fast-check'
import type { Step } from '../conformance/scenario.ts'

const pick = fc.nat({ max: 99 })
const variables = fc.record(
  {
    v1: fc.oneof({ weight: 9, arbitrary: fc.nat({ max: 9 }) }, { weight: 1, arbitrary: fc.constant('text') }),
    v2: fc.constantFrom('a', 'b'),
    k: fc.constant('k1'),
    // More than fifty children are kept in another way than few.
    list: fc.constantFrom<number[][]>([], [1], [1], [1, 2], [1, 2], [1, 2, 3], [1, 2, 3], Array(52).fill(0)),
  },
  { requiredKeys: [] },
)
const messages = fc.constantFrom('m1', 'm2')
const durations = fc.constantFrom('PT1M', 'PT30M', 'PT1H', 'PT7H')

function step<T extends object>(name: string, rest: fc.Arbitrary<T>): fc.Arbitrary<Step> {
  return rest.map(fields => ({ do: name, ...fields }) as Step)
}

/** Anything somebody may do to a running procedure; whom it meets is found by number, so that most things meet something. */
const steps: fc.WeightedArbitrary<Step>[] = [
  { weight: 12, arbitrary: step('completeJob', fc.record({ pick, variables })) },
  { weight: 6, arbitrary: step('completeUserTask', fc.record({ pick, variables })) },
  { weight: 3, arbitrary: step('throwError', fc.record({ pick, code: fc.constantFrom('E1', 'E2'), variables })) },
  { weight: 3, arbitrary: step('failJob', fc.record({ pick, retries: fc.nat({ max: 1 }), variables })) },
  { weight: 1, arbitrary: step('updateRetries', fc.record({ pick, retries: fc.constant(1) })) },
  { weight: 2, arbitrary: step('activateJobs', fc.record({ type: fc.constantFrom('a', 'l') })) },
  {
    weight: 4,
    arbitrary: step(
      'publishMessage',
      fc.record({
        name: messages,
        correlationKey: fc.constantFrom('k1', 'k2'),
        ttl: fc.constantFrom(0, 'PT6H'),
        variables,
      }),
    ),
  },
  { weight: 1, arbitrary: step('correlateMessage', fc.record({ name: messages, correlationKey: fc.constant('k1') })) },
  { weight: 2, arbitrary: step('broadcastSignal', fc.record({ name: fc.constant('g1'), variables })) },
  { weight: 5, arbitrary: step('advance', fc.record({ duration: durations })) },
  { weight: 3, arbitrary: step('setVariables', fc.record({ instance: fc.nat({ max: 1 }), variables })) },
  { weight: 4, arbitrary: step('resolveIncident', fc.record({ pick })) },
  { weight: 2, arbitrary: step('claimUserTask', fc.record({ pick, assignee: fc.constantFrom('an', 'bo') })) },
  { weight: 1, arbitrary: step('cancel', fc.record({ instance: fc.nat({ max: 2 }) })) },
  { weight: 1, arbitrary: step('create', fc.record({ processId: fc.constant('p'), variables })) },
  { weight: 2, arbitrary: modification() },
]

/** The two diagrams, an instance, and what happens to it. */
export const schedules: fc.Arbitrary<Step[]> = fc
  .record({ variables, happens: fc.array(fc.oneof(...steps), { minLength: 3, maxLength: 25 }) })
  .map(({ variables: given, happens }): Step[] => [
    { do: 'deploy', resources: ['child.bpmn', 'p.bpmn'] },
    { do: 'create', processId: 'p', variables: { k: 'k1', v1: 3, v2: 'a', list: [5, 6], ...given } },
    ...happens,
  ])

/** Elements of generated diagrams are numbered; most numbers up to this one mean something. */
function modification(): fc.Arbitrary<Step> {
  const id = fc
    .tuple(fc.constantFrom('t', 'u', 'g', 'c'), fc.integer({ min: 2, max: 12 }))
    .map(([letter, number]) => `${letter}${number}`)
  return step(
    'modify',
    fc.record({
      activate: fc.array(
        id.map(elementId => ({ elementId })),
        { maxLength: 1 },
      ),
      terminate: fc.array(
        pick.map(number => ({ pick: number + 1 })),
        { maxLength: 1 },
      ),
    }),
  )
}
