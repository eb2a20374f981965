import { describe, expect, test } from 'vitest'
import { describeError } from '../server/forms/index.ts'
import { fieldErrors } from './problem.ts'
import { toldOf } from './told-errors.ts'

const ofForm = { path: '/reason', id: 'required', params: {} }
const ofServer = { path: '/handlerIds', id: 'field.not-an-officer', params: {}, message: '丁小满不是本街道的执法人员' }
const problem = (...errors: (typeof ofForm | typeof ofServer)[]) => ({ status: 422, id: 'form.wrong', errors })

describe('what the server finds wrong in a form', () => {
  test('stands beside its field where the form has words for it, and only there', () => {
    const found = fieldErrors(problem(ofForm, ofServer))
    expect(found.map(({ path }) => path)).toEqual(['/reason'])
    for (const error of found) expect(describeError(error, 'zh')).not.toBe('')
  })

  test.each([
    ['the form’s own', [ofForm], undefined],
    ['the server’s', [ofServer], ofServer.message],
    ['both', [ofForm, ofServer], ofServer.message],
  ])('%s: what has no place beside a field is told in a note', (_, errors, detail) => {
    expect(toldOf(problem(...errors)).note?.detail).toBe(detail)
  })
})
