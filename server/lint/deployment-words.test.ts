import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { deploymentSentence } from './deployment-words.ts'

const FOLDER = 'server/bpmn/validation'
const SENTENCE = /(['`"])((?:An? |[A-Z][a-z']+ )(?:(?!\1)[^\n\\]|\\.)+)\1/g

/** Every sentence in the engine's checks, with what it is filled with. */
const said = readdirSync(FOLDER)
  .filter(file => file.endsWith('.ts') && !/\.test(?:ing)?\.ts$/.test(file))
  .flatMap(file => [...readFileSync(`${FOLDER}/${file}`, 'utf8').matchAll(SENTENCE)])
  .filter(([, , text = '']) => !/^Use |' \| $/.test(text))
  .map(([, , text = '']) => text.replace(/\$\{[^}]*\}/g, 'x').replace(/Found 'x'/, "Found '2'"))

test('the sentences are found', () => expect(said.length).toBeGreaterThan(60))

test.each([...new Set(said)])('%s', text => {
  expect(deploymentSentence(text)).toMatch(/\p{Script=Han}/u)
})

test('what it names stays', () => {
  expect(deploymentSentence("Attribute 'processId' must be present and not empty")).toBe('没有写 processId')
  expect(deploymentSentence('something new')).toBe('something new')
})
