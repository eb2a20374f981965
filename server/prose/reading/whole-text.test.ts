import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { isFlow, isNode } from '../outline.ts'
import { readOutline } from '../read-outline.ts'
import { readingText } from './reading-text.ts'

const WORKFLOWS = fileURLToPath(new URL('../../../workflows', import.meta.url))
const procedures = readdirSync(WORKFLOWS, { withFileTypes: true })
  .filter(entry => entry.isDirectory() && entry.name !== 'shared')
  .map(({ name }) => name)

test.each(procedures)('every node and flow of %s is in a sentence, in both languages', async name => {
  const outline = await readOutline(readFileSync(`${WORKFLOWS}/${name}/${name}.bpmn`, 'utf8'))
  const sentences = readingText(outline, {})
  const told = new Set(sentences.flatMap(({ elementIds }) => elementIds))
  const untold = outline.parts.filter(part => (isNode(part) || isFlow(part)) && !told.has(part.id)).map(({ id }) => id)
  expect(untold).toEqual([])
  for (const { zh, en } of sentences) {
    expect(zh).toMatch(/[。：]$/)
    expect(en).not.toMatch(/undefined|\s\s/)
    expect(zh).not.toMatch(/undefined|。。|，。|；。/)
  }
})
