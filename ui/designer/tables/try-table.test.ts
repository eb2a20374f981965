// @vitest-environment jsdom
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseDecisions } from '../../../server/dmn/index.ts'
import { askedNames, tryTable } from './try-table.ts'

const xml = readFileSync('workflows/legal-review/is58.dmn', 'utf8')

test('the names that the conditions read are asked for', async () => {
  expect(askedNames(xml, await parseDecisions(xml)).sort()).toEqual(
    ['clause58', 'complexRelations', 'hearingHeld', 'lawRequires', 'majorRights', 'publicInterest', 'raise58'].sort(),
  )
})

const nothing = {
  ...{ publicInterest: 'false', majorRights: 'false', hearingHeld: 'false', complexRelations: 'false' },
  ...{ lawRequires: 'false', clause58: '[]', raise58: '[]' },
}

test.each([
  [{ publicInterest: 'true', lawRequires: 'true' }, '[1,4]', [1, 4]],
  [{ majorRights: 'true', hearingHeld: 'true' }, '[2]', [2]],
  [{ raise58: '[3]' }, '[3]', [3]],
])('%j gives %s by rules %j', async (entered, output, numbers) => {
  const tried = tryTable(await parseDecisions(xml), 'is58', { ...nothing, ...entered }, 0)
  expect(tried).toEqual({ output, rules: [{ decision: '第五十八条情形', numbers }], failure: undefined })
})

test('what is no FEEL is told with the name it was entered for', async () => {
  expect(tryTable(await parseDecisions(xml), 'is58', { raise58: '[1' }, 0).failure).toMatch(/^raise58: /)
})
