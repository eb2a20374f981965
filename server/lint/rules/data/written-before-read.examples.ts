import { bundle, type Examples, end, exclusive, script, task } from '../../small-bundle.testing.ts'

const dividing = (condition: string, init: string[] = ['init']) => ({
  nodes: [
    ...[script('init', '="none"', 'ok'), task('ask', { actions: 'other=yes:是' })],
    ...[exclusive('x', 'x--end-no'), end('end-yes'), end('end-no')],
  ],
  flows: [['start', ...init, 'ask > x'].join(' > '), `x > end-yes : ${condition}`, 'x > end-no'],
})

/** What `written-before-read` passes, and what it tells. */
export const writtenBeforeReadExamples: Examples = {
  good: [bundle(dividing('=ok = "yes"')), bundle(dividing('=other = "yes"'))],
  bad: [
    [bundle(dividing('=okk = "yes"')), 'x--end-yes'],
    [bundle(dividing('=ok = "yes"', [])), 'x--end-yes'],
  ],
}
