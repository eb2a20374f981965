import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { differences, LEVELS } from './compare.ts'
import { readScenarios, type Trace } from './scenario.ts'

const scenarios = readScenarios(join(import.meta.dirname, '../scenarios'))
const copy = (trace: Trace): Trace => structuredClone(trace)

describe('the judge', () => {
  test('a recording does not differ from itself', () => {
    const found = scenarios.flatMap(({ trace }) => LEVELS.flatMap(level => differences(trace, copy(trace), level)))
    expect(found).toEqual([])
  })

  test('other numbers for the same keys are no difference', () => {
    const renumbered = ({ trace }: { trace: Trace }): Trace =>
      JSON.parse(JSON.stringify(trace).replace(/#(\d+)/g, (_, n) => `#${3 * Number(n) + 1000}`))
    expect(scenarios.flatMap(scenario => differences(scenario.trace, renumbered(scenario), 'key'))).toEqual([])
  })

  test('one changed field of any record is a difference at every level that looks at records', () => {
    const blind = scenarios.filter(({ trace }) => {
      const changed = copy(trace)
      const record = changed.records.find(({ valueType }) => valueType === 'PROCESS_INSTANCE')
      if (!record) return false
      record.elementId = 'elsewhere'
      return differences(trace, changed, 'key').length === 0 || differences(trace, changed, 'exact').length === 0
    })
    expect(blind.map(({ name }) => name)).toEqual([])
  })

  test('a missing record, a changed order, another end state and another rejection are differences', () => {
    const { trace } = scenarios.find(({ name }) => name === 'user-task-claim')!
    const without = copy(trace)
    without.records.pop()
    expect(differences(trace, without, 'key')).not.toEqual([])
    const swapped = copy(trace)
    swapped.records.push(...swapped.records.splice(-2).reverse())
    expect(differences(trace, swapped, 'exact')).not.toEqual([])
    const open = copy(trace)
    open.final.userTasks.push('a')
    expect(differences(trace, open, 'final')).not.toEqual([])
    const refused = copy(trace)
    refused.steps[4]!.rejection = { type: 'NOT_FOUND', reason: '' }
    expect(differences(trace, refused, 'final')).not.toEqual([])
  })
})
