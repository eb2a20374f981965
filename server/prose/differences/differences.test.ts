import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { BundleFile } from './change.ts'
import { differences } from './differences.ts'

const FOLDER = fileURLToPath(new URL('../../../workflows/legal-review', import.meta.url))
const bundle: readonly BundleFile[] = readdirSync(FOLDER)
  .filter(name => /\.(bpmn|form|dmn)$/.test(name))
  .map(name => ({ name, content: readFileSync(`${FOLDER}/${name}`, 'utf8') }))
const names = {
  role: (id: string) =>
    ({
      'subdistrict-deputy': { zh: '分管副主任', en: 'Deputy head' },
      'subdistrict-head': { zh: '街道办主任', en: 'Head' },
    })[id],
}

/** The bundle with replacements in one file; each must be there. */
function changed(file: string, ...replacements: [from: string | RegExp, to: string][]): BundleFile[] {
  return bundle.map(each =>
    each.name === file ? { ...each, content: replacements.reduce(replaced, each.content) } : each,
  )
}

function replaced(text: string, [from, to]: [string | RegExp, string]): string {
  const result = text.replace(from, to)
  if (result === text) throw new Error(`Nothing to replace: ${from}`)
  return result
}

const zh = async (after: readonly BundleFile[], before = bundle) =>
  (await differences(before, after, names)).map(change => change.zh)

const DIAGRAM = 'legal-review.bpmn'
const FIRST_REVIEW =
  /<bpmn:userTask id="first-review"[\s\S]*?<\/bpmn:userTask>/.exec(
    bundle.find(({ name }) => name === DIAGRAM)?.content ?? '',
  )?.[0] ?? ''

test('an unchanged bundle has no changes', async () => {
  expect(await zh(bundle.map(file => ({ ...file })))).toEqual([])
})

test('what is only drawn elsewhere is one folded sentence', async () => {
  const [one, ...others] = await differences(
    bundle,
    changed(DIAGRAM, [/(bpmnElement="submit">\s*<dc:Bounds x=")\d+/, '$1999']),
    names,
  )
  expect(others).toEqual([])
  expect(one).toMatchObject({ topic: 'drawing', zh: '只改了画法：“送审”，办法不变。', elementIds: ['submit'] })
})

describe('in the diagram', () => {
  test.each<[what: string, replacements: [string | RegExp, string][], sentences: string[]]>([
    [
      'a limit',
      [[FIRST_REVIEW, FIRST_REVIEW.replace('value="review.first"', 'value="review.second"')]],
      ['“审核”的期限由 5 个工作日改为 3 个工作日'],
    ],
    [
      'a role',
      [[/(id="approve-extension"[\s\S]*?)subdistrict-deputy@/, '$1subdistrict-head@']],
      ['“批准延期”的办理人由分管副主任改为街道办主任'],
    ],
    [
      'a basis',
      [[FIRST_REVIEW, FIRST_REVIEW.replace('；优化营商环境条例 第58条', '')]],
      ['“审核”去掉了依据“优化营商环境条例 第58条”'],
    ],
    ['a button', [['complete=yes:材料齐全', 'complete=yes:收下']], ['“形式审查”的按钮“材料齐全”改称“收下”']],
    [
      'a condition',
      [['=leaderDecision = "overrule"', '=leaderDecision = "backToHandler"']],
      [
        '从“是否未采纳”到“抄送监督员”的走向的条件由 =leaderDecision = "overrule" 改为 =leaderDecision = "backToHandler"',
      ],
    ],
    ['a name', [['name="形式审查"', 'name="收件"']], ['“形式审查”改名为“收件”']],
    [
      'a mapping',
      [['<zeebe:output source="=true" target="extended" />', '<zeebe:output source="=false" target="extended" />']],
      ['“延长审核期限”的写出的 extended 由 =true 改为 =false'],
    ],
    [
      'a flow that leads elsewhere',
      [
        [
          'id="make-d19--x-final" sourceRef="make-d19" targetRef="x-final"',
          'id="make-d19--x-final" sourceRef="make-d19" targetRef="record-passed"',
        ],
      ],
      ['从“制作审核意见书”到“审核意见”的走向改成从“制作审核意见书”到“登记审核结果”的走向'],
    ],
    [
      'a way out that is the default',
      [['default="x-complete--return-supplement"', 'default="x-complete--decide-58"']],
      ['“材料齐否”的缺省走向由到“补齐材料”改为到“判定58条情形”'],
    ],
    [
      'who may begin it',
      [['name="startRoles" value="street-officer"', 'name="startRoles" value="subdistrict-head"']],
      ['“法制审核”的发起人由 street-officer 改为街道办主任'],
    ],
    [
      'whether it interrupts',
      [[' name="申请延期" cancelActivity="false"', ' name="申请延期"']],
      ['“申请延期”去掉了打断所在环节（原来是 否）'],
    ],
  ])('%s', async (_, replacements, sentences) => {
    expect(await zh(changed(DIAGRAM, ...replacements))).toEqual(sentences)
  })

  test('a step that was put in says between which, and the flows that only lead there say nothing', async () => {
    const task =
      '<bpmn:userTask id="look" name="过目"><bpmn:extensionElements><zeebe:assignmentDefinition candidateGroups="=[&#34;subdistrict-head@&#34; + orgCode]" /></bpmn:extensionElements></bpmn:userTask>'
    const flows =
      '<bpmn:sequenceFlow id="submit--look" sourceRef="submit" targetRef="look" /><bpmn:sequenceFlow id="look--examine" sourceRef="look" targetRef="examine" />'
    const after = changed(
      DIAGRAM,
      [/<bpmn:incoming>submit--examine<\/bpmn:incoming>/, '<bpmn:incoming>look--examine</bpmn:incoming>'],
      [/<bpmn:outgoing>submit--examine<\/bpmn:outgoing>/, '<bpmn:outgoing>submit--look</bpmn:outgoing>'],
      [/<bpmn:sequenceFlow id="submit--examine"[^>]*\/>/, task + flows],
      [/<bpmndi:BPMNEdge[^>]*bpmnElement="submit--examine"[\s\S]*?<\/bpmndi:BPMNEdge>/, ''],
    )
    expect(await zh(after)).toEqual([
      '新增人工环节“过目”：在“送审”之后、在“一级审核”之前，由街道办主任办理',
      '去掉从“送审”到“一级审核”的走向',
    ])
    expect(await zh(bundle, after)).toEqual([
      '去掉人工环节“过目”：在“送审”之后、在“一级审核”之前，由街道办主任办理',
      '新增从“送审”到“一级审核”的走向',
    ])
  })
})

describe('beside the diagram', () => {
  test.each<[what: string, after: () => BundleFile[], sentences: string[]]>([
    [
      'a field that is taken away',
      () => formWith(parts => parts.filter(({ key }) => key !== 'missing')),
      ['表单“形式审查”去掉了字段“缺哪些材料”'],
    ],
    [
      'what a field is called',
      () => formWith(parts => parts.map(part => (part.key === 'missing' ? { ...part, label: '缺什么' } : part))),
      ['表单“形式审查”的字段“缺什么”的名称由“缺哪些材料”改为“缺什么”'],
    ],
    [
      'whether it is required',
      () =>
        formWith(parts =>
          parts.map(part => (part.key === 'missing' ? { ...part, validate: { required: false } } : part)),
        ),
      ['表单“形式审查”的字段“缺哪些材料”的必填由是改为否'],
    ],
    [
      'an option',
      () =>
        formWith(parts =>
          parts.map(part => (part.key === 'missing' ? { ...part, values: part.values?.slice(1) } : part)),
        ),
      ['表单“形式审查”的字段“缺哪些材料”去掉了选项“调查终结报告”'],
    ],
    [
      'a field stands elsewhere on its row',
      () => formWith(parts => parts.map(part => (part.key === 'missing' ? { ...part, layout: { columns: 8 } } : part))),
      ['表单“形式审查”只改了排版：字段“缺哪些材料”，要填的不变。'],
    ],
    [
      'a text that stands elsewhere',
      () => formWith(parts => parts.map(part => (part.key === undefined ? { ...part, layout: { columns: 8 } } : part))),
      ['表单“形式审查”只改了排版：文字“案件最近一次实质变更”、文字“上一轮以后的改动”，要填的不变。'],
    ],
    ['a form written otherwise', () => formWith(parts => parts), ['文件“intake.form”只改了版式或写法，内容不变。']],
    [
      'how wide a column of a table is',
      () => changed('is58.dmn', [/<\/definitions>/, '<!-- wider --></definitions>']),
      ['文件“is58.dmn”只改了版式或写法，内容不变。'],
    ],
    [
      'a form that is not there any more',
      () => bundle.filter(({ name }) => name !== 'intake.form'),
      ['去掉表单“形式审查”'],
    ],
    [
      'what a table reads',
      () => changed('is58.dmn', ['publicInterest or list', 'false or list']),
      [
        '决策表“第五十八条情形”的输入“涉及重大公共利益”由“publicInterest or list contains(raise58, 1) or list contains(clause58, 1)”改为“false or list contains(raise58, 1) or list contains(clause58, 1)”',
      ],
    ],
    [
      'a proposed limit',
      () => [...bundle, { name: 'parameters.json', content: '{"limits":[{"key":"review.first","amount":"3WD"}]}' }],
      ['期限“一级审核”的时长由 5 个工作日改为 3 个工作日'],
    ],
    [
      'a limit proposed as it is',
      () => [...bundle, { name: 'parameters.json', content: '{"limits":[{"key":"review.first","amount":"5WD"}]}' }],
      [],
    ],
    [
      'a scenario',
      () => [...bundle, { name: 'a.scenario.json', content: '{"name":"一次通过"}' }],
      ['新增情形“一次通过”'],
    ],
    ['a file nobody knows', () => [...bundle, { name: 'readme.txt', content: 'x' }], ['新增文件“readme.txt”']],
    [
      'a diagram that cannot be read',
      () => changed(DIAGRAM, ['<bpmn:process', '<bpmn:proces']),
      ['文件“legal-review.bpmn”改了'],
    ],
  ])('%s', async (_, after, sentences) => {
    expect(await zh(after())).toEqual(sentences)
  })
})

interface FormPart {
  key?: string
  values?: unknown[]
}

function formWith(change: (parts: FormPart[]) => object[]): BundleFile[] {
  return bundle.map(file => {
    if (file.name !== 'intake.form') return file
    const form = JSON.parse(file.content) as { components: FormPart[] }
    return { ...file, content: JSON.stringify({ ...form, components: change(form.components) }) }
  })
}
