import { expect, test } from 'vitest'
import { readFromFrame, readToFrame } from './messages.ts'

test.each([
  [{ kind: 'open', name: 'a.form', content: '{}', isReadOnly: false }, true],
  [{ kind: 'open', name: 'a.form', content: '{}' }, false],
  [{ kind: 'open', name: 'a.form', content: {}, isReadOnly: true }, false],
  [{ kind: 'look', theme: 'dark', language: 'en' }, true],
  [{ kind: 'changed', name: 'a.form', content: '{}' }, false],
  ['open', false],
  [null, false],
])('%j asked of a frame is understood: %s', (data, isUnderstood) => {
  expect(readToFrame(data)).toEqual(isUnderstood ? data : undefined)
})

test.each([
  [{ kind: 'ready' }, true],
  [{ kind: 'changed', name: 'a.form', content: '{}' }, true],
  [{ kind: 'changed', name: 'a.form' }, false],
  [{ kind: 'picked', name: 'a.form', partId: 'reason' }, true],
  [{ kind: 'open', name: 'a.form', content: '{}', isReadOnly: false }, false],
  [undefined, false],
])('%j told by a frame is understood: %s', (data, isUnderstood) => {
  expect(readFromFrame(data)).toEqual(isUnderstood ? data : undefined)
})
