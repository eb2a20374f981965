import { expect, test } from 'vitest'
import { WHISTLE_HEADING, whistleCells } from './cells.ts'
import type { WhistleBranchJson, WhistleJson } from './schemas.ts'

const coded = { value: 'normal', label: '日常' }
const branch = { role: coded, org: { id: 'WC-CG', name: '城管局' }, people: [], certNos: [], measures: [] }
const whistle = (branches: object[]) =>
  ({
    ...{ whistleId: 'W-1', org: branch.org, direction: coded, level: coded, ground: coded, dutyBasis: coded },
    ...{ dutyFinding: coded, state: coded, items: [], escalations: [], reworkCount: 0 },
    branches: branches as unknown as WhistleBranchJson[],
  }) as unknown as WhistleJson

test.each([
  ['before it was sent, one line', []],
  ['a line for each body', [branch, branch]],
])('%s, as long as its heading', (_, branches) => {
  const lines = whistleCells(whistle(branches))
  expect(lines).toHaveLength(Math.max(1, branches.length))
  for (const line of lines) {
    expect(line).toHaveLength(WHISTLE_HEADING.zh.length)
    expect(line).toHaveLength(WHISTLE_HEADING.en.length)
  }
})
