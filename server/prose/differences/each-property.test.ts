import { expect, test } from 'vitest'
import { differences } from './differences.ts'

/** One step that is called as the trade calls it, and how people call what it names. */
const diagram = (said: string, name = '法制审核', process = '') => ({
  name: 'a.bpmn',
  content: `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="t"><bpmn:process id="p" name="行政处罚"><bpmn:extensionElements><zeebe:properties>${process}<zeebe:property name="x" value="y" /></zeebe:properties></bpmn:extensionElements><bpmn:userTask id="review" name="${name}"><bpmn:extensionElements>${said}<zeebe:versionTag value="1" /></bpmn:extensionElements></bpmn:userTask></bpmn:process></bpmn:definitions>`,
})

const names = {
  role: (id: string) =>
    ({
      reviewer: { zh: '法制审核员', en: 'Reviewer' },
      head: { zh: '街道办主任', en: 'Head' },
      officer: { zh: '执法人员', en: 'Officer' },
    })[id],
  limit: (key: string) =>
    ({
      a: { name: { zh: '一级审核', en: 'First review' }, amount: '5WD' },
      b: { name: { zh: '复核', en: 'Second review' }, amount: '3WD' },
      c: { name: { zh: '三级', en: 'Third' }, amount: '5WD' },
    })[key],
}

const header = (key: string, value: string) =>
  `<zeebe:taskHeaders><zeebe:header key="${key}" value="${value}" /></zeebe:taskHeaders>`
const groups = (role: string) => `<zeebe:assignmentDefinition candidateGroups="=[&#34;${role}@&#34; + orgCode]" />`
const form = (id: string) => `<zeebe:formDefinition formId="${id}" />`
const property = (name: string, value: string) => `<zeebe:property name="${name}" value="${value}" />`

const turned = async (before: { name: string; content: string }, after: { name: string; content: string }) =>
  (await differences([before], [after], names)).map(({ zh }) => zh)

test.each<[what: string, before: string, after: string, sentences: string[]]>([
  ['期限', header('limit', 'a'), header('limit', 'b'), ['“法制审核”的期限由 5 个工作日改为 3 个工作日']],
  [
    '两个一样长的期限',
    header('limit', 'a'),
    header('limit', 'c'),
    ['“法制审核”的期限由“一级审核”（a）改为“三级”（c）'],
  ],
  ['没有期限的有了', '', header('limit', 'a'), ['“法制审核”加了期限：5 个工作日']],
  ['期限没有了', header('limit', 'a'), '', ['“法制审核”去掉了期限（原来是 5 个工作日）']],
  ['从何时起', header('limitStart', '=x'), header('limitStart', '=y'), ['“法制审核”的期限起算由 =x 改为 =y']],
  [
    '逾期告知',
    header('escalateTo', 'reviewer'),
    header('escalateTo', 'head'),
    ['“法制审核”的期满告知的人由法制审核员改为街道办主任'],
  ],
  [
    '交由图上的流程',
    header('escalateTo', 'head'),
    header('escalateTo', 'diagram'),
    ['“法制审核”的期满告知的人由街道办主任改为由图上的流程上报'],
  ],
  ['岗位', groups('reviewer'), groups('head'), ['“法制审核”的办理人由法制审核员改为街道办主任']],
  [
    '同一岗位的另一机关',
    '<zeebe:assignmentDefinition candidateGroups="reviewer@a" />',
    '<zeebe:assignmentDefinition candidateGroups="reviewer@b" />',
    ['“法制审核”的办理人由“reviewer@a”改为“reviewer@b”'],
  ],
  [
    '事项类别',
    header('kind', 'legal-review-first'),
    header('kind', 'legal-review-second'),
    ['“法制审核”的事项类别由一级审核改为复核'],
  ],
  ['办理方式', '', header('closes', 'auto-pass;dedupe'), ['“法制审核”加了不开放的办理方式：自动通过、同人去重']],
  ['两人办', '', header('cosign', 'true'), ['“法制审核”加了副署：须有另一人']],
  [
    '依据',
    header('basis', '甲法 第1条'),
    header('basis', '甲法 第2条'),
    ['“法制审核”的依据由“甲法 第1条”改为“甲法 第2条”'],
  ],
  [
    '又一条依据',
    header('basis', '甲法 第1条'),
    header('basis', '甲法 第1条；乙法 第3条'),
    ['“法制审核”加了依据“乙法 第3条”'],
  ],
  [
    '按钮',
    header('actions', 'r=yes:同意'),
    header('actions', 'r=yes:同意|r=no:不同意'),
    ['“法制审核”加了按钮“不同意”'],
  ],
  [
    '按钮的名称',
    header('actions', 'r=yes:同意'),
    header('actions', 'r=yes:批准'),
    ['“法制审核”的按钮“同意”改称“批准”'],
  ],
  ['表单', form('a'), form('b'), ['“法制审核”的表单由“a”改为“b”']],
])('%s', async (_, before, after, sentences) => {
  expect(await turned(diagram(before), diagram(after))).toEqual(sentences)
})

test.each<[what: string, before: string, after: string, sentences: string[]]>([
  [
    '谁可以发起',
    property('startRoles', 'officer'),
    property('startRoles', 'officer,head'),
    ['“行政处罚”的发起人由执法人员改为执法人员或街道办主任'],
  ],
  ['从哪里发起', '', property('startFrom', 'case'), ['“行政处罚”加了发起的页面：“发起”页和案件页']],
  ['业务类别', property('caseType', '处罚'), property('caseType', '强制'), ['“行政处罚”的案件种类由“处罚”改为“强制”']],
  ['凭什么找到', property('bizKey', 'a'), property('bizKey', 'b'), ['“行政处罚”的业务编号由“a”改为“b”']],
  ['编号开头', property('bizPrefix', 'A'), property('bizPrefix', 'B'), ['“行政处罚”的编号开头由“A”改为“B”']],
  ['标题', property('title', '=a'), property('title', '=b'), ['“行政处罚”的标题由 =a 改为 =b']],
  ['全程期限', property('limit', 'a'), property('limit', 'b'), ['“行政处罚”的全程期限由 5 个工作日改为 3 个工作日']],
  [
    '全程逾期告知',
    property('escalateTo', 'reviewer'),
    property('escalateTo', 'head'),
    ['“行政处罚”的全程期满告知的人由法制审核员改为街道办主任'],
  ],
])('程序：%s', async (_, before, after, sentences) => {
  expect(await turned(diagram('', '审核', before), diagram('', '审核', after))).toEqual(sentences)
})

test('名称', async () => {
  expect(await turned(diagram('', '审核'), diagram('', '法制审核'))).toEqual(['“审核”改名为“法制审核”'])
})

const parameters = (limit: object) => ({
  name: 'parameters.json',
  content: JSON.stringify({ limits: [{ key: 'a', amount: '5WD', mode: 'STRICT', consequence: 'warn', ...limit }] }),
})

test.each<[what: string, limit: object, sentences: string[]]>([
  ['时长', { amount: '3WD' }, ['期限“一级审核”的时长由 5 个工作日改为 3 个工作日']],
  ['单位', { amount: '5D' }, ['期限“一级审核”的时长由 5 个工作日改为 5 日']],
  ['末日遇假', { mode: 'ROLL_FORWARD' }, ['期限“一级审核”的末日遇假由从严不顺延改为末日休假的顺延']],
  ['到期后', { consequence: 'escalate' }, ['期限“一级审核”的到期后的处理由只预警改为升级到上一级']],
  ['改的理由', { reason: '提速' }, []],
])('期限参数：%s', async (_, limit, sentences) => {
  const held = (key: string) => ({ mode: 'STRICT', consequence: 'warn', ...names.limit(key)! })
  const told = await differences([], [parameters(limit)], { limit: held })
  expect(told.map(({ zh }) => zh)).toEqual(sentences)
})
