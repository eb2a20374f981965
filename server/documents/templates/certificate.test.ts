import { expect, test } from 'vitest'
import { certificateDecision, certificateNotice, certificateSummary } from './certificate.ts'

const HEAD = { docNo: '武昌证告〔2026〕1号', organName: '武昌区司法局', date: '2026年6月17日' }
const DISPOSAL = {
  ...{ disposal: '暂扣', holder: '林深', org: '粮道街道办事处', certNo: 'E420106-0411', facts: '接受调查。' },
  heard: '本人陈述：已经说明情况。不予采纳，理由：没有新的情况。',
  ...{ basis: '行政处罚法第七十六条', hearingDays: 3, effectiveAt: '2026-06-24 09:00', until: '，至2026-11-01止' },
  approvalNo: '武司处〔2026〕1号',
}
const textOf = (blocks: object[]) => JSON.stringify(blocks)

test.each([
  ['事实', '接受调查。'],
  ['依据', '行政处罚法第七十六条'],
  ['陈述权与期限', '3个工作日内，你可以陈述和申辩'],
  ['证号', 'E420106-0411'],
])('告知书写明%s', (_, text) => {
  expect(textOf(certificateNotice.write(HEAD, DISPOSAL))).toContain(text)
})

test('决定书写明生效时刻和期限、批准文号；告知书没有', () => {
  const decided = textOf(certificateDecision.write(HEAD, DISPOSAL))
  for (const text of ['自2026-06-24 09:00起生效，至2026-11-01止', '武司处〔2026〕1号', '不予采纳，理由'])
    expect(decided).toContain(text)
  expect(textOf(certificateNotice.write(HEAD, DISPOSAL))).not.toContain('起生效')
})

test('汇总表逐件列出人员、事由、证号；没有的写“无”', () => {
  const cancelled = [['E420106-0413', '邓子阳', '粮道街道办事处', '退休']] as const
  const blocks = certificateSummary.write(HEAD, { month: '2026-09', issued: [], cancelled })
  expect(blocks).toContainEqual({ kind: 'text', text: '无。' })
  expect(blocks).toContainEqual(expect.objectContaining({ kind: 'table', rows: cancelled.map(row => [...row]) }))
})
