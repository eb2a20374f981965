import { expect, test } from 'vitest'
import { parseFullText } from '../text/parse-full-text.ts'
import { namesWith } from './names.ts'
import { readingText } from './reading-text.ts'

const names = namesWith(
  {
    role: id =>
      ({ 'street-officer': { zh: '街道执法人员', en: 'Street officer' }, head: { zh: '主任', en: 'Head' } })[id],
  },
  '{"limits":[{"key":"back","amount":"1WD"}]}',
)

/** The sentences of a procedure written as full text. */
function told(text: string) {
  const parsed = parseFullText(`程序“调阅”〔p〕。可由“street-officer”发起。\n${text}`)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.fault))
  return readingText(parsed.outline, names)
}

test.each([
  ['who begins it', '  开始“提出调阅”。', '从“提出调阅”开始，由街道执法人员发起。'],
  ['a message begins it', '  开始“送来”。凭消息。', '收到“送来”时自动开始。'],
  ['a timer begins it', '  开始“每月”。凭时间。每逢“R/P1M”。', '按时间自动开始（每月）。'],
  [
    'who, until when, whom it goes up to',
    '  人工环节“归还”。由岗位“head@A”办理。期限按“back”。期满告知“head”。',
    '主任办理“归还”，限 1 个工作日，期满告知主任。',
  ],
  [
    'several limits',
    '  人工环节“归还”。由岗位“head@A”办理。期限按“back;+back”。',
    '主任办理“归还”，限 1 个工作日，再宽 1 个工作日。',
  ],
  ['a limit nobody knows', '  人工环节“归还”。由人员“=handlerIds”办理。期限按“odd”。', '承办人办理“归还”，限 “odd”。'],
  [
    'a countersignature, buttons',
    '  人工环节“登记”。由岗位“head@A”办理。须另一人副署。按钮“a=b:好|a=c:不好”。',
    '主任办理“登记”，须有副署。可选“好”“不好”。',
  ],
  ['the lane', '  泳道组〔ls〕。\n    泳道“档案员”〔l〕。\n  人工环节“登记”。在泳道〔l〕。', '档案员办理“登记”。'],
  ['a service', '  系统环节“加水印”。', '系统加水印。'],
  ['a table', '  查表环节“判定情形”。', '系统按决策表判定情形。'],
  ['a call', '  调用“协调”。转入程序“dispute”。', '协调：转入程序“dispute”，办完再往下。'],
  ['a wait', '  等候环节“等回音”。', '等候收到“回音”。'],
  [
    'one for each',
    '  人工环节“答复”。由岗位“head@A”办理。每项办一次。各项取自“=orgs”。',
    '每项各办一次，同时进行：主任办理“答复”。',
  ],
  [
    'one after another',
    '  系统环节“通知”。每项办一次。一项办完再办下一项。各项取自“=orgs”。',
    '每项各办一次，依次进行：系统通知。',
  ],
])('%s', (_, text, sentence) => {
  expect(told(text).at(-1)?.zh).toBe(sentence)
})

test('branches, ends, the way back, a border and what happens in a sub-process', () => {
  const sentences = told(`  开始“提出”〔s〕。
    到〔a〕。
  人工环节“填写”〔a〕。由岗位“street-officer@A”办理。
    到〔b〕。
  人工环节“审批”〔b〕。由岗位“head@A”办理。
    边界“逾期”〔late〕。凭消息。消息是〔m〕。所在环节照常继续。
      到〔remind〕。
    到〔x〕。
  分支“意见”〔x〕。
    “同意”的，到〔sub〕。
    “退回”的，缺省到〔a〕。
    “不同意”的，到〔no〕。
  结束“不予调阅”〔no〕。
  子流程“交付”〔sub〕。
    开始〔ss〕。
      到〔copy〕。
    系统环节“复制”〔copy〕。
      到〔done〕。
    结束“已交付”〔done〕。
    到〔back〕。
  系统环节“催办”〔remind〕。
    到〔end〕。
  结束“已催”〔end〕。
  并行〔back〕。
    到〔r〕。
    到〔t〕。
  系统环节“甲”〔r〕。
  系统环节“乙”〔t〕。
消息“limit-overdue”〔m〕。`)
  expect(sentences.map(({ number, zh }) => `${number ?? '·'} ${zh}`)).toEqual([
    '1 从“提出”开始，由街道执法人员发起。',
    '2 街道执法人员办理“填写”。',
    '3 主任办理“审批”。同意的，到第 4 步；退回的，回到第 2 步；不同意的，结束（不予调阅）。',
    '· 期满（逾期）的，本环节照办，另外到第 8 步。',
    '4 交付，分以下各步：',
    '4.1 系统复制。结束（已交付）。',
    '5 以下同时进行：第 6 步、第 7 步。',
    '6 系统甲。',
    '7 系统乙。',
    '8 系统催办。结束（已催）。',
  ])
  expect(sentences[2]?.elementIds).toEqual(['b', 'b--x', 'x', 'x--sub', 'x--a', 'x--no', 'no'])
})
