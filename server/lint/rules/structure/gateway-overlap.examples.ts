import { bundle, type Examples, end, exclusive, script, task } from '../../small-bundle.testing.ts'

const dividing = (first: string, second: string) => ({
  nodes: [
    ...[script('init', '="none"', 'ok'), task('ask', { actions: 'ok=yes:是|ok=no:否|ok=later:以后' })],
    ...[exclusive('x', 'x--end-no'), end('end-yes'), end('end-no'), end('end-later')],
  ],
  flows: ['start > init > ask > x', `x > end-yes : ${first}`, `x > end-later : ${second}`, 'x > end-no'],
})

/** What `gateway-overlap` passes, and what it tells. */
export const gatewayOverlapExamples: Examples = {
  good: [bundle(dividing('=ok = "yes"', '=ok = "later"'))],
  bad: [
    [bundle(dividing('=ok = "yes"', '=ok != "no"')), 'x'],
    [bundle(dividing('=list contains(["yes", "later"], ok)', '=ok = "later"')), 'x'],
  ],
}
