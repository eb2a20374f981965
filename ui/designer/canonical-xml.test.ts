import { readdirSync, readFileSync } from 'node:fs'
import { BpmnModdle } from 'bpmn-moddle'
import { expect, test } from 'vitest'
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' }
import { canonicalXml } from './canonical-xml.ts'

const shipped = readdirSync('workflows', { withFileTypes: true })
  .filter(entry => entry.isDirectory() && entry.name !== 'shared')
  .map(({ name }) => ({ name, xml: readFileSync(`workflows/${name}/${name}.bpmn`, 'utf8') }))

interface Bounded {
  planeElement: { bpmnElement?: { id: string }; bounds?: { x: number } }[]
}
interface Definitions {
  diagrams: { plane: Bounded }[]
}

async function written(xml: string, change: (definitions: Definitions) => void = () => {}): Promise<string> {
  const moddle = new BpmnModdle({ zeebe })
  const { rootElement } = await moddle.fromXML(xml)
  change(rootElement as Definitions)
  return canonicalXml((await moddle.toXML(rootElement, { format: true })).xml)
}

test.each(shipped)('$name: loading and saving gives the same bytes', async ({ xml }) => {
  expect(await written(xml)).toBe(xml)
})

test.each(shipped)('$name: a moved shape is one changed line', async ({ xml }) => {
  const moved = await written(xml, ({ diagrams }) => {
    const shape = diagrams[0]?.plane.planeElement.findLast(({ bounds }) => bounds)
    if (shape?.bounds) shape.bounds.x += 10
  })
  const before = xml.split('\n')
  const after = moved.split('\n')
  expect(after).toHaveLength(before.length)
  expect(after.filter((line, index) => line !== before[index])).toHaveLength(1)
})

test('characters, declarations and line ends come in one form', () => {
  const foreign =
    '<bpmn:definitions id="d" xmlns:zeebe="z" xmlns:a="a" xmlns:bpmn="b">\n  <x y="1 &#62; 0 &#34;" />\n</bpmn:definitions>'
  const canonical = canonicalXml(foreign)
  expect(canonical).toBe(
    '<bpmn:definitions xmlns:bpmn="b" xmlns:zeebe="z" xmlns:a="a" id="d">\n  <x y="1 &gt; 0 &#34;" />\n</bpmn:definitions>\n',
  )
  expect(canonicalXml(canonical)).toBe(canonical)
})
