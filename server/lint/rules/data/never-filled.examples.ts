import { bundle, type Examples, end, job, script, task } from '../../small-bundle.testing.ts'

const kept = (words: Record<string, string>) =>
  bundle({
    nodes: [script('init', '=null', 'doerId'), task('a', words), job('note', 'note', { who: '=doerId' }), end('end')],
    flows: ['start > init > a > note > end'],
  })

export const neverFilledExamples: Examples = { good: [kept({ doneBy: 'doerId' })], bad: [[kept({}), 'note']] }
