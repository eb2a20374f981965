import { bundle, type Examples, end } from '../../small-bundle.testing.ts'

/** What `readable` passes, and what it tells. */
export const readableExamples: Examples = {
  good: [bundle({ nodes: [end('end')], flows: ['start > end'] })],
  bad: [
    [bundle({ nodes: [end('end')], flows: ['start > end > nowhere'] }), ''],
    [bundle({ nodes: [end('end')], flows: ['start > end'], files: [{ name: 'x.form', content: '{' }] }), ''],
    [
      bundle({ nodes: [end('end')], flows: ['start > end'], files: [{ name: 'x.dmn', content: '<x/>' }] }),
      'definitions',
    ],
    [
      bundle({
        nodes: [end('end')],
        flows: ['start > end'],
        forms: { start: [{ id: 'f', type: 'textfield', key: 'a b' }] },
      }),
      'f',
    ],
  ],
}
