import { expect, test } from 'vitest'
import { templatesFirst } from './templates-first.ts'

test.each(['create', 'append', 'replace'])(
  'the menu to %s begins with the tasks of the trade, each kind in its order',
  menu => {
    const names = [`${menu}-task`, `${menu}.template-a`, `${menu}-gateway`, `${menu}.template-b`]
    const ordered = Object.keys(templatesFirst(Object.fromEntries(names.map(name => [name, { label: name }]))))
    expect(ordered).toEqual([`${menu}.template-a`, `${menu}.template-b`, `${menu}-task`, `${menu}-gateway`])
  },
)
