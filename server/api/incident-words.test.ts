import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { incidentSentence } from './incident-words.ts'

const FOLDER = 'server/engine/embedded'
const sources = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter(file => /\.ts$/.test(file) && !/\.test(?:ing)?\.ts$/.test(file))
  .map(file => readFileSync(`${FOLDER}/${file}`, 'utf8'))

/** What the engine says when an instance cannot go on, filled in; what hands on another's words is said there. */
const said = sources.flatMap(source =>
  [...source.matchAll(/new Failure\(\s*(?:'\w+'|error\.errorType),\s*(['`])((?:(?!\1)[\s\S])+)\1/g)].map(
    ([, , text = '']) =>
      text
        .replace(/\$\{error\.message\}/g, "Expected 'x' to be a number, but it is not one.")
        .replace(/\$\{[^}]*\}/g, 'x'),
  ),
)
const bindings = readFileSync(`${FOLDER}/behaviors/bindings.ts`, 'utf8')
const unbound = [...bindings.matchAll(/latest: `([^`]+)`/g)].map(([, text = '']) => text.replace(/\$\{[^}]*\}/g, 'x'))

test('the sentences are found', () => expect([new Set(said).size > 12, unbound.length]).toEqual([true, 3]))

test.each([...new Set([...said, ...unbound])])('%s', message => {
  expect(incidentSentence(message, 'zh')).toMatch(/^[^A-Za-z]*\p{Script=Han}/u)
  expect(incidentSentence(message, 'en')).toBe(message)
})

test.each([
  [
    "Expected result of the expression 'needHearing' to be 'BOOLEAN', but was 'NULL'.",
    '表达式“needHearing”应当得到是或否，实际是空',
  ],
  [
    "Expected result of the expression 'due' to be one of '[DURATION, PERIOD]', but was 'STRING'. The evaluation reported warnings",
    '表达式“due”应当得到一段时间，实际是文字',
  ],
  [
    "Expected to throw an error event with the code 'late', but it was not caught. No error events are available in the scope.",
    '业务错误“late”没有环节接住',
  ],
  ["Expected to evaluate decision 'is58', but no decision found for id 'is58'", '找不到决策“is58”'],
  ['送达回证没有上传', '送达回证没有上传'],
])('%s → %s', (message, zh) => expect(incidentSentence(message, 'zh')).toBe(zh))
