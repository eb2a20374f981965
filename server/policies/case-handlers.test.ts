import { expect, test } from 'vitest'
import { type HandlerToBe, objectionToHandlers } from './case-handlers.ts'

const officer = (id: string, state: 'valid' | 'suspended' = 'valid'): HandlerToBe => ({
  id,
  name: id,
  certificates: [{ kind: 'enforcement', number: '1', state }],
})

test.each<[string, HandlerToBe[], string | undefined]>([
  ['nobody', [], 'R-TWO'],
  ['one', [officer('lin')], 'R-TWO'],
  ['the same twice', [officer('lin'), officer('lin')], 'R-TWO'],
  ['two', [officer('lin'), officer('he')], undefined],
  ['one of them suspended', [officer('lin'), officer('he', 'suspended')], 'R-CERT'],
  ['one without any', [officer('lin'), { ...officer('he'), certificates: [] }], 'R-CERT'],
  [
    'one with a certificate of supervision',
    [officer('lin'), { ...officer('he'), certificates: [{ kind: 'supervision', number: '1', state: 'valid' }] }],
    'R-CERT',
  ],
])('%s', (_, handlers, rule) => {
  expect(objectionToHandlers(handlers)?.rule).toBe(rule)
})

test('whoever lacks a certificate is named', () => {
  const objection = objectionToHandlers([officer('lin'), officer('he', 'suspended'), officer('ye', 'suspended')])
  expect(objection?.params).toEqual({ people: ['he', 'ye'] })
})
