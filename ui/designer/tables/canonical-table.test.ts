import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DmnModdle } from 'dmn-moddle'
import { expect, test } from 'vitest'
import { canonicalTable } from './canonical-table.ts'

const files = readdirSync('workflows', { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.dmn'))
  .map(name => join('workflows', name))

interface Writer {
  toXML(root: unknown, options: { format: boolean }): Promise<{ xml: string }>
}

/** What the editor writes of a file. */
async function savedByEditor(xml: string): Promise<string> {
  const moddle = new DmnModdle()
  const { rootElement } = await moddle.fromXML(xml)
  return (await (moddle as unknown as Writer).toXML(rootElement, { format: true })).xml
}

test.each(files)('%s: opened and saved it is the same file; one cell is one line', async name => {
  const file = readFileSync(name, 'utf8')
  const opened = await savedByEditor(file)
  expect(canonicalTable(file, opened, opened)).toBe(file)
  const edited = opened.replace(/(<outputEntry[^>]*>\s*<text>)[^<]*/, '$1null')
  const written = canonicalTable(file, opened, edited).split('\n')
  const before = file.split('\n')
  expect(written).toHaveLength(before.length)
  expect(written.filter((line, index) => line !== before[index])).toHaveLength(1)
})
