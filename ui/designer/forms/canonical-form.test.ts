import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { canonicalForm } from './canonical-form.ts'

interface Component {
  id: string
  type: string
  layout?: { row: string; columns: number | null }
  components?: Component[]
  [key: string]: unknown
}
interface Form {
  components: Component[]
  [key: string]: unknown
}

/** What form-js's editor does to a form it opens: a version, and a row for each component. */
function asOpened(file: string): Form {
  const form = JSON.parse(file) as Form
  let row = 0
  const place = (components: Component[]): Component[] =>
    components.map(component => ({
      ...component,
      layout: component.layout ?? { row: `Row_${row++}`, columns: null },
      ...(component.components && { components: place(component.components) }),
    }))
  return { ...form, components: place(form.components), schemaVersion: 19 }
}

const files = readdirSync('workflows', { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.form') && !name.startsWith('shared'))
  .map(name => join('workflows', name))

test('every shipped form: opened and saved it is the same file', () => {
  expect(files.length).toBeGreaterThan(90)
  for (const name of files) {
    const file = readFileSync(name, 'utf8')
    expect(canonicalForm(file, asOpened(file), asOpened(file))).toBe(file)
  }
})

/** Lines that are only in one of two files. */
function changedLines(before: string, after: string): number {
  const [one, other] = [before.split('\n'), after.split('\n')]
  const extra = (of: string[], than: string[]) => {
    const left = new Map<string, number>()
    for (const line of than) left.set(line, (left.get(line) ?? 0) + 1)
    return of.filter(line => {
      const n = left.get(line) ?? 0
      left.set(line, n - 1)
      return n <= 0
    })
  }
  return extra(other, one).length + extra(one, other).length
}

test('every shipped form: another label is one line, and a component less is its own lines', () => {
  for (const name of files) {
    const file = readFileSync(name, 'utf8')
    const labelled = asOpened(file)
    const at = labelled.components.findIndex(({ label }) => typeof label === 'string')
    if (at >= 0) {
      labelled.components[at]!.label = '另一个名称'
      expect(changedLines(file, canonicalForm(file, asOpened(file), labelled))).toBe(2)
    }
    const shorter = asOpened(file)
    const [removed] = shorter.components.splice(0, 1)
    if (!removed) continue
    const written = canonicalForm(file, asOpened(file), shorter)
    const expected = { ...JSON.parse(file), components: (JSON.parse(file) as Form).components.slice(1) }
    expect(JSON.parse(written)).toEqual(expected)
  }
})

const file = `${JSON.stringify(
  {
    type: 'default',
    id: 'f',
    components: [
      { type: 'textfield', id: 'a', key: 'a', label: '甲' },
      { type: 'textfield', id: 'b', key: 'b', label: '乙' },
      { type: 'group', id: 'g', components: [{ type: 'number', id: 'n', key: 'n' }] },
    ],
  },
  null,
  2,
)}\n`

test('what is put beside another keeps the row of both', () => {
  const edited = asOpened(file)
  const [a, b, g] = edited.components as [Component, Component, Component]
  b.layout = { row: a.layout!.row, columns: 8 }
  edited.components = [b, a, g]
  const written = JSON.parse(canonicalForm(file, asOpened(file), edited)) as Form
  expect(written.components.map(({ id, layout }) => [id, layout])).toEqual([
    ['b', { row: 'Row_0', columns: 8 }],
    ['a', { row: 'Row_0', columns: null }],
    ['g', undefined],
  ])
})

test('what lies in a group is written in the group, a new one after what was there', () => {
  const edited = asOpened(file)
  edited.components[2]!.components!.push({
    type: 'checkbox',
    id: 'c',
    key: 'c',
    layout: { row: 'Row_9', columns: null },
  })
  const written = canonicalForm(file, asOpened(file), edited)
  expect((JSON.parse(written) as Form).components[2]!.components).toEqual([
    { type: 'number', id: 'n', key: 'n' },
    { type: 'checkbox', id: 'c', key: 'c' },
  ])
  expect(written).not.toContain('schemaVersion')
})

test('what is taken back leaves no trace', () => {
  const edited = asOpened(file)
  const [a] = edited.components as [Component]
  delete a.label
  expect(JSON.parse(canonicalForm(file, asOpened(file), edited))).toMatchObject({
    components: [{ type: 'textfield', id: 'a', key: 'a' }, {}, {}],
  })
  expect(canonicalForm(file, asOpened(file), asOpened(file))).toBe(file)
})
