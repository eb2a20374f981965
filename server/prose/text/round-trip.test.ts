import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { array, assert, constantFrom, dictionary, nat, property, record, string, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Outline, Part } from '../outline.ts'
import { readOutline } from '../read-outline.ts'
import { kinds } from './kinds.ts'
import { normalOutline } from './normal-outline.testing.ts'
import { parseFullText } from './parse-full-text.ts'
import { sentenceForms } from './sentences.ts'
import { writeFullText } from './write-full-text.ts'

const WORKFLOWS = fileURLToPath(new URL('../../../workflows', import.meta.url))
const procedures = readdirSync(WORKFLOWS, { withFileTypes: true })
  .filter(entry => entry.isDirectory() && entry.name !== 'shared')
  .map(({ name }) => name)

function readBack(outline: Outline): Part[] {
  const parsed = parseFullText(writeFullText(outline))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.fault))
  return normalOutline(parsed.outline)
}

describe('the full text of a shipped procedure says the same elements, flows and properties', () => {
  test.each(procedures)('%s', async name => {
    const outline = await readOutline(readFileSync(`${WORKFLOWS}/${name}/${name}.bpmn`, 'utf8'))
    expect(outline.parts.length).toBeGreaterThan(10)
    expect(readBack(outline)).toEqual(normalOutline(outline))
  })
})

const nodeTypes = kinds
  .map(([type]) => type)
  .filter(type => /(Task|Gateway|SubProcess|Activity|StartEvent|EndEvent)$/.test(type))
const key = constantFrom(
  'name',
  'lane',
  'x',
  'zeebe:Foo/bar',
  ...sentenceForms.map(each => each.key.replace('*', 'any')),
)
const random = record({
  nodes: array(
    record({ type: constantFrom(...nodeTypes), scope: nat(6), said: dictionary(key, string({ unit: 'grapheme' })) }),
    {
      minLength: 1,
      maxLength: 12,
    },
  ),
  borders: array(record({ host: nat(11), name: string() }), { maxLength: 4 }),
  flows: array(tuple(nat(15), nat(15), dictionary(constantFrom('name', 'condition', 'odd'), string())), {
    maxLength: 20,
  }),
})

/** A diagram of random parts; a scope is the process or one of the sub-processes before. */
function drawn({ nodes, borders, flows }: RandomDiagram): Outline {
  const parts: Part[] = [{ id: 'p', type: 'bpmn:Process', scope: '', properties: {} }]
  for (const [at, { type, scope, said }] of nodes.entries()) {
    const scopes = parts.filter(part => /Process$/.test(part.type))
    const { sourceRef: _, targetRef: __, attachedToRef: ___, default: ____, ...properties } = said
    parts.push({ id: `n${at}`, type, scope: scopes[scope % scopes.length]?.id ?? 'p', properties })
  }
  for (const [at, { host, name }] of borders.entries()) {
    const on = parts[1 + (host % nodes.length)] as Part
    parts.push({
      id: `b${at}`,
      type: 'bpmn:BoundaryEvent',
      scope: on.scope,
      properties: { name, attachedToRef: on.id },
    })
  }
  const ends = parts.slice(1)
  for (const [at, [from, to, said]] of flows.entries()) {
    const source = ends[from % ends.length] as Part
    const target = ends[to % ends.length] as Part
    parts.push({
      id: `f${at}`,
      type: 'bpmn:SequenceFlow',
      scope: source.scope,
      properties: { ...said, sourceRef: source.id, targetRef: target.id },
    })
  }
  return { parts }
}

interface RandomDiagram {
  nodes: { type: string; scope: number; said: Record<string, string> }[]
  borders: { host: number; name: string }[]
  flows: [number, number, Record<string, string>][]
}

test('any diagram is read back from its text, whatever its names and values hold', async () => {
  await assert(
    property(random, (parts: RandomDiagram) => {
      const outline = drawn(parts)
      expect(readBack(outline)).toEqual(normalOutline(outline))
    }),
    { numRuns: 150 },
  )
})
