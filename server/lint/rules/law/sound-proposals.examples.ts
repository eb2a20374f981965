import { bundle, type Examples, end, task } from '../../small-bundle.testing.ts'

const proposing = (...limits: Record<string, unknown>[]) =>
  bundle({
    nodes: [task('a', { limit: 'review.first' }), end('end')],
    flows: ['start > a > end'],
    files: [{ name: 'parameters.json', content: JSON.stringify({ limits }) }],
  })
const said = { reason: '人手增加', effectiveFrom: '2027-01-01' }

export const soundProposalsExamples: Examples = {
  good: [
    proposing(),
    proposing({ key: 'review.first', amount: '2WD', ...said }),
    proposing({ key: 'review.first', amount: '2WD', reason: '人手增加' }),
  ],
  bad: [
    [proposing({ key: 'review.fist', amount: '2WD', ...said }), 'p'],
    [proposing({ key: 'review.first', amount: '2', ...said }), 'p'],
    [proposing({ key: 'review.first', amount: '5WD', ...said }), 'p'],
    [proposing({ key: 'review.first', amount: '2WD' }), 'p'],
    [proposing({ key: 'review.own', amount: '9WD', ...said }), 'p'],
  ],
}
