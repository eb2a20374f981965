import type { Component } from '../../../forms/schema.ts'
import { bundle, type Examples, end, task } from '../../small-bundle.testing.ts'

const hiding = (hide: string, ...more: Component[]) =>
  bundle({
    nodes: [task('ask', { actions: 'ok=yes:是|ok=no:否' }), task('tell'), end('end')],
    flows: ['start > ask > tell > end'],
    forms: {
      ask: [{ id: 'a', type: 'number', key: 'count' }],
      tell: [{ id: 'why', type: 'textfield', key: 'why', conditional: { hide } }, ...more],
    },
  })

/** What `form-conditions` passes, and what it tells. */
export const formConditionsExamples: Examples = {
  good: [
    hiding('=ok = "yes"'),
    hiding('=count > 2'),
    hiding('=sure', { id: 'b', type: 'checkbox', key: 'sure' }),
    hiding('=ok = null'),
  ],
  bad: [
    [hiding('=okay = "yes"'), 'why'],
    [hiding('=count > "2"'), 'why'],
    [hiding('=ok'), 'why'],
    [hiding('=sure = "yes"', { id: 'b', type: 'checkbox', key: 'sure' }), 'why'],
  ],
}
