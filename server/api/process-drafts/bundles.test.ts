import { BpmnModdle } from 'bpmn-moddle'
import { Parser } from 'saxen'
import { afterAll, beforeAll, expect, test } from 'vitest'
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' }
import { type Office, openOffice } from '../../../tests/support/office.ts'
import { signIn, type Visitor } from '../../../tests/support/visitor.ts'
import { readZipFiles } from '../../documents/docx/read-zip.ts'
import { writeZip, type ZipFile } from '../../documents/docx/write-zip.ts'
import type { BundleFile } from './bundle-files.ts'
import type { ImportFinding } from './import-bundle.ts'
import type { DraftJson } from './schemas.ts'

interface Report {
  draft: DraftJson | null
  dialect: string
  findings: ImportFinding[]
}

let office: Office
let fang: Visitor
let su: Visitor
beforeAll(async () => {
  office = await openOffice({ DIRECT_PUBLISHING: 'no' })
  fang = await signIn(office, 'fang-yuangui')
  su = await signIn(office, 'su-wenbo')
})
afterAll(() => office.close())

const LIMITS = { files: 100, bytes: 1e8, ratio: 1000 }

async function bundleAt(path: string): Promise<BundleFile[]> {
  const answer = await fang.request('GET', path)
  expect(answer.headers.get('content-type')).toBe('application/zip')
  const files = readZipFiles(Buffer.from(await answer.arrayBuffer()), LIMITS)
  return files.map(({ name, content }) => ({ name, content: content.toString() }))
}

const bundleOf = (processId: string) =>
  bundleAt(`/process-definitions/${office.app.house.definitions.findLatest(processId)?.processDefinitionKey}/bundle`)

function sent(...files: { name: string; content: string | Buffer }[]): FormData {
  const form = new FormData()
  for (const { name, content } of files)
    form.append('resources', new File([typeof content === 'string' ? content : new Uint8Array(content)], name))
  return form
}

const bring = (form: FormData, query = '') => fang.json<Report>('POST', `/process-drafts/import${query}`, form)
const zipped = (files: readonly ZipFile[]) => sent({ name: 'bundle.zip', content: writeZip(files) })

test('a procedure goes out, in, into force and out again, byte for byte, with its scenarios and parameters', async () => {
  const shipped = await bundleOf('legal-review')
  const begun = await fang.json<DraftJson>('POST', '/process-drafts', {
    from: { processDefinitionKey: office.app.house.definitions.findLatest('legal-review')?.processDefinitionKey },
  })
  const beside = [{ name: 'parameters.json', content: '{ "limits": [] }\n' }]
  const name = '法制审核（试行）'
  const changed = shipped.map(({ name: file, content }) => ({
    name: file,
    content: content
      .replace(/(<bpmn:process [^>]*name=")[^"]*/, `$1${name}`)
      .replace('缺哪些材料', '缺什么')
      .replace(/(decision id="is58"[^>]*name=")[^"]*/, '$1要不要法制审核'),
  }))
  expect(changed.filter(({ content }, at) => content !== shipped[at]?.content).map(file => file.name)).toEqual([
    ...['intake.form', 'is58.dmn', 'legal-review.bpmn'],
  ])
  const wanted = [...changed, ...beside].sort((a, b) => (a.name < b.name ? -1 : 1))
  const { draft, dialect, findings } = await bring(zipped(wanted))
  expect({ dialect, findings }).toEqual({ dialect: 'zeebe', findings: [] })
  expect(draft).toMatchObject({ origin: 'import', basedOn: { version: 1 }, name, files: wanted })
  expect(await bundleAt(`/process-drafts/${draft?.id}/bundle`)).toEqual(wanted)
  for (const [who, act] of [[fang, 'submission'] as const, [su, 'publication'] as const])
    expect((await who.request('POST', `/process-drafts/${draft?.id}/${act}`, {})).status).toBe(200)
  expect(await bundleOf('legal-review')).toEqual(wanted)
  const [, first] = office.app.house.definitions.versionsOf('legal-review')
  const { files } = await fang.json<{ files: BundleFile[] }>(
    'GET',
    `/process-definitions/${first?.processDefinitionKey}/files`,
  )
  // What a version without a draft worked with is what was in force until the next one came.
  expect(files).toEqual(shipped)
  // So a draft begun from it, and not touched since, changes nothing against it.
  const { basedOn, files: own } = await fang.json<DraftJson>('GET', `/process-drafts/${begun.id}`)
  expect({ basedOn, own }).toEqual({
    ...{ basedOn: { processDefinitionKey: first?.processDefinitionKey, version: 1 }, own: files },
  })
})

/** What Camunda Modeler for Camunda 8 reads: BPMN and its drawing, the Zeebe dialect, the words of XML Schema, and its own. */
const KNOWN = new Set([
  'http://www.omg.org/spec/BPMN/20100524/MODEL',
  'http://www.omg.org/spec/BPMN/20100524/DI',
  'http://www.omg.org/spec/DD/20100524/DC',
  'http://www.omg.org/spec/DD/20100524/DI',
  'http://www.w3.org/2001/XMLSchema-instance',
  'http://camunda.org/schema/zeebe/1.0',
  // For which platform it is drawn: Camunda Modeler's own.
  'http://camunda.org/schema/modeler/1.0',
])

function namespacesIn(xml: string): Set<string> {
  const found = new Set<string>()
  const declared = new Map<string, string>()
  const parser = new Parser({ proxy: false })
  parser.on('openTag', (name: string, attributesOf: () => Record<string, string>) => {
    const attributes = attributesOf()
    for (const [key, value] of Object.entries(attributes))
      if (key.startsWith('xmlns:')) declared.set(key.slice('xmlns:'.length), value)
    for (const each of [name, ...Object.keys(attributes)]) {
      const [prefix = '', local] = each.split(':')
      if (local !== undefined && prefix !== 'xmlns') found.add(declared.get(prefix) ?? `undeclared: ${each}`)
    }
    for (const value of declared.values()) found.add(value)
  })
  parser.parse(xml)
  return found
}

test('every procedure opens elsewhere unchanged: no namespace but those of BPMN, its drawing and Zeebe', async () => {
  for (const { bpmnProcessId } of office.app.house.definitions.latest()) {
    const files = await bundleOf(bpmnProcessId)
    const diagrams = files.filter(({ name }) => name.endsWith('.bpmn'))
    expect(diagrams).toHaveLength(1)
    for (const { content } of diagrams)
      expect([...namespacesIn(content)].filter(namespace => !KNOWN.has(namespace))).toEqual([])
  }
})

/** What a plain reader of BPMN and Zeebe finds that neither names: elements, attributes, references. */
async function strangersIn(xml: string): Promise<string[]> {
  const { rootElement, warnings } = await new BpmnModdle({ zeebe }).fromXML(xml)
  const found = warnings.map(({ message }) => message)
  const seen = new Set<object>()
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return
    seen.add(value)
    const { $type, $attrs = {}, $descriptor } = value as Read
    if ($descriptor?.isGeneric) found.push(`element ${$type}`)
    for (const name of Object.keys($attrs))
      if (!/^(?:xmlns|modeler:|xsi:)/.test(name)) found.push(`attribute ${name} of ${$type}`)
    for (const member of Object.values(value)) look(member)
  }
  look(rootElement)
  return found
}

interface Read {
  $type?: string
  $attrs?: Record<string, string>
  $descriptor?: { isGeneric?: boolean }
}

test('a reader of BPMN and Zeebe alone knows every element and attribute of every procedure', async () => {
  const read = office.app.house.definitions.latest().map(async ({ bpmnProcessId }) => {
    const diagram = (await bundleOf(bpmnProcessId)).find(({ name }) => name.endsWith('.bpmn'))!
    return [bpmnProcessId, await strangersIn(diagram.content)] as const
  })
  const strangers = (await Promise.all(read)).filter(([, found]) => found.length > 0)
  expect([read.length, strangers]).toEqual([11, []])
})

test('what it does not know would be found', async () => {
  const shipped = (await bundleOf('reassign-handler')).find(({ name }) => name.endsWith('.bpmn'))!.content
  const odd = shipped
    .replace('<zeebe:userTask />', '<zeebe:userTask /><zeebe:ours />')
    .replace('<bpmn:userTask ', '<bpmn:userTask ours="1" ')
  const found = (await strangersIn(odd)).join('\n')
  expect(found).toContain('unknown type <zeebe:Ours>')
  expect(found).toContain('attribute ours of bpmn:UserTask')
})

const CAMUNDA_7 = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="urn:t">
  <bpmn:process id="leave" name="请假" isExecutable="true">
    <bpmn:startEvent id="start" /><bpmn:sequenceFlow id="f" sourceRef="start" targetRef="ask" />
    <bpmn:userTask id="ask" camunda:assignee="\${boss}" /><bpmn:sequenceFlow id="g" sourceRef="ask" targetRef="send" />
    <bpmn:serviceTask id="send" camunda:class="org.example.Send" />
  </bpmn:process>
</bpmn:definitions>`

test('a diagram of Camunda 7 is offered first, and converted when asked; Java stays with people', async () => {
  const offered = await bring(sent({ name: 'leave.bpmn', content: CAMUNDA_7 }))
  expect(offered).toMatchObject({ draft: null, dialect: 'camunda-7' })
  const outcomes = ({ findings }: Report) => findings.map(({ elementId, outcome }) => `${elementId} ${outcome}`)
  expect(outcomes(offered)).toEqual(['ask offered', 'ask offered', 'send manual', 'd manual'])
  const converted = await bring(sent({ name: 'leave.bpmn', content: CAMUNDA_7 }), '?convert=yes')
  expect(outcomes(converted)).toEqual(['ask converted', 'ask converted', 'send manual', 'd manual'])
  expect(converted.draft).toMatchObject({ processId: 'leave', basedOn: null, state: 'draft' })
  expect(converted.draft?.files[0]?.content).toContain('assignee="=boss"')
  // What is left for people is an error of the rules, so nobody publishes it as it is.
  await fang.problem(422, 'POST', `/process-drafts/${converted.draft?.id}/submission`)
})

test.each([
  ['no BPMN', '<html></html>', 'unknown'],
  ['an entity', `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${CAMUNDA_7}`, 'camunda-7'],
  ['broken XML', CAMUNDA_7.slice(0, -40), 'camunda-7'],
  [
    'elements inside each other',
    CAMUNDA_7.replace('<bpmn:startEvent', `${'<bpmn:subProcess>'.repeat(300)}<bpmn:startEvent`),
    'camunda-7',
  ],
])('%s is reported, and no draft is made', async (_, content, dialect) => {
  const report = await bring(sent({ name: 'x.bpmn', content }), '?convert=yes')
  expect(report).toMatchObject({ draft: null, dialect })
  expect(report.findings.every(({ outcome }) => outcome === 'refused')).toBe(true)
  expect(report.findings.length).toBeGreaterThan(0)
})

test.each([
  ['names that lead outside', [{ name: '../x.bpmn', content: CAMUNDA_7 }], 'process-draft.archive'],
  [
    'a file that unpacks to a thousand times itself',
    [{ name: 'x.bpmn', content: ' '.repeat(2e7) }],
    'process-draft.archive',
  ],
  [
    'two diagrams',
    [
      { name: 'a.bpmn', content: 'a' },
      { name: 'b.bpmn', content: 'b' },
    ],
    'process-draft.one-diagram',
  ],
  [
    'two files of one name',
    [
      { name: 'a/x.bpmn', content: 'a' },
      { name: 'b/x.bpmn', content: 'b' },
    ],
    'process-draft.twice',
  ],
  [
    'one name twice',
    [
      { name: 'x.bpmn', content: 'a' },
      { name: 'x.bpmn', content: 'b' },
    ],
    'process-draft.twice',
  ],
  ['no diagram', [{ name: 'a.form', content: '{}' }], 'process-draft.one-diagram'],
])('an archive with %s is refused', async (_, files, id) => {
  expect(await fang.problem(422, 'POST', '/process-drafts/import', zipped(files))).toMatchObject({ id })
})

test('text that is no UTF-8 is refused by its name, never half read', async () => {
  const gbk = Buffer.from([0x3c, 0xb7, 0xa8, 0xd6, 0xc6])
  const problem = await fang.problem(422, 'POST', '/process-drafts/import', sent({ name: 'x.bpmn', content: gbk }))
  expect(problem).toMatchObject({
    id: 'process-draft.not-utf8',
    detail: 'x.bpmn 不是 UTF-8 编码的文件，请另存为 UTF-8 再导入',
  })
})

test('what is no file of a procedure is left out, and told', async () => {
  const files = [...(await bundleOf('reassign-handler')), { name: 'doc/README.md', content: '#' }]
  const { draft, findings } = await bring(zipped(files))
  expect(draft?.files).toHaveLength(files.length - 1)
  expect(findings).toMatchObject([{ file: 'doc/README.md', outcome: 'refused' }])
})
