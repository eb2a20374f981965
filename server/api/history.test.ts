import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { historyWords } from './history-words.ts'

/** Verbs that never stand in the story of an instance, and ids of problems, which end in -ed. */
const ELSEWHERE = /^(session|office|register|file|deployment|draft)\.|ed$/

test('every verb of an act on a procedure has its sentence in both languages', () => {
  const room = join(import.meta.dirname, '..')
  const sources = readdirSync(room, { recursive: true, encoding: 'utf8' }).filter(
    file => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  )
  const verbs = sources.flatMap(file =>
    [
      ...readFileSync(join(room, file), 'utf8').matchAll(
        /'((?:process-instance|user-task|incident|timer|message|job|instance)\.[a-z-]+)'/g,
      ),
    ].map(([, verb]) => verb!),
  )
  expect(verbs.length).toBeGreaterThan(10)
  const silent = [...new Set(verbs)].filter(verb => !ELSEWHERE.test(verb) && !(verb in historyWords))
  expect(silent).toEqual([])
  expect(Object.values(historyWords).filter(({ zh, en }) => !zh || !en)).toEqual([])
})
