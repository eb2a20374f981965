import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { rules } from './rules.ts'

test('every rule that refuses something has a name', () => {
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'server'], { encoding: 'utf8' })
  const sources = files.split('\n').filter(file => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  const codes = sources.flatMap(file => [...readFileSync(file, 'utf8').matchAll(/\brule: '(R-[A-Z0-9-]+)'/g)])
  const used = [...new Set(codes.map(([, code]) => code))]
  expect(used.length).toBeGreaterThan(8)
  expect(used.filter(code => !Object.hasOwn(rules, code!))).toEqual([])
})
