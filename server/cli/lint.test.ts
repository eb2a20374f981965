import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runLint } from './lint.ts'

const AT = Date.parse('2026-11-22T09:00:00+08:00')
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xunfa-lint-'))
  cpSync('workflows/supervision-copy', join(folder, 'supervision-copy'), { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

async function linted(path: string) {
  const lines: string[] = []
  const code = await runLint({ path, at: AT, print: line => lines.push(line) })
  return { code, text: lines.join('\n') }
}

function edit(name: string, found: string, put: string) {
  const file = join(folder, 'supervision-copy', name)
  const text = readFileSync(file, 'utf8')
  expect(text).toContain(found)
  writeFileSync(file, text.replace(found, put))
}

test('a procedure without errors passes, by its own folder or by the one around it', async () => {
  expect(await linted(folder)).toEqual({ code: 0, text: '1 procedure: no errors' })
  expect(await linted(join(folder, 'supervision-copy'))).toEqual({ code: 0, text: '1 procedure: no errors' })
})

test('an error names file, element, rule and what is wrong in both languages', async () => {
  edit('supervision-copy.bpmn', 'key="kind"', 'key="knd"')
  const { code, text } = await linted(folder)
  expect(code).toBe(1)
  expect(text).toContain('supervision-copy/supervision-copy.bpmn  read-copy  error  known-words')
  expect(text).toContain('不认识属性“knd”。')
  expect(text).toContain('Unknown header or property “knd”.')
})

test('a file that cannot be read is a problem, not a crash', async () => {
  edit('supervision-copy.bpmn', '</bpmn:process>', '')
  edit('start.form', '{', '')
  const { code, text } = await linted(folder)
  expect(code).toBe(1)
  expect(text).toContain('supervision-copy.bpmn 无法读取')
  expect(text).toContain('start.form 无法读取')
})

test('a folder without a diagram is refused', async () => {
  await expect(linted(join(folder, 'nowhere'))).rejects.toThrow('found nothing')
})
