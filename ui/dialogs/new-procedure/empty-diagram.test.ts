import { expect, test } from 'vitest'
import { lint } from '../../../server/lint/index.ts'
import { knownWords } from '../../../server/procedures/known-words.ts'
import { emptyDiagram, startForm } from './empty-diagram.ts'

test('a new procedure begins sound: only who may start it has to be said by people', async () => {
  const content = emptyDiagram('house-patrol', '公房 <巡查> & "值守"', { start: '开始', end: '结束' })
  const resources = [
    { name: 'house-patrol.bpmn', content },
    { name: 'start.form', content: startForm('house-patrol') },
  ]
  const problems = await lint({ resources }, knownWords(Date.parse('2026-11-24T02:00:00Z'), []))
  const errors = problems.filter(({ severity }) => severity === 'error')
  expect(errors.map(({ rule, message }) => `${rule} ${message.en}`)).toEqual([expect.stringContaining('startRoles')])
})
