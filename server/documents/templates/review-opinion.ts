import type { Block } from '../docx/blocks.ts'
import type { Template } from './template.ts'

/** Somebody's opinion as the document tells it. */
export interface ToldOpinion {
  step: string
  person: string
  office: string
  qualification: string
  opinion: string
  reason: string
  at: string
}

/** What a review opinion tells. */
export interface ReviewOpinionFacts {
  caseNo: string
  title: string
  party: string
  handlers: string
  reviewType: string
  stage: string
  round: number
  article58: string
  checklist: readonly { point: string; result: string; note: string }[]
  conclusion: string
  opinions: readonly ToldOpinion[]
}

/** D19 法制审核意见书, one for each round of a review: the eight points, the opinion, who gave it with which qualification. */
export const reviewOpinion: Template<ReviewOpinionFacts> = {
  id: 'D19',
  name: '法制审核意见书',
  numberFormat: 'review.document-number',
  series: '法审',
  write: ({ docNo, organName, date }, facts): Block[] => [
    { kind: 'title', text: '法制审核意见书' },
    { kind: 'text', text: docNo, align: 'right' },
    { kind: 'table', widths: [2, 7], rows: aboutCase(facts) },
    { kind: 'heading', text: '一、逐项审核' },
    {
      kind: 'table',
      widths: [1, 4, 2, 6],
      header: ['序号', '审核事项', '结论', '说明'],
      rows: facts.checklist.map(({ point, result, note }, index) => [String(index + 1), point, result, note]),
    },
    { kind: 'heading', text: '二、审核意见' },
    { kind: 'text', text: `经两级审核，本轮审核意见为：${facts.conclusion}。` },
    ...facts.opinions.map(told),
    { kind: 'heading', text: '三、审核人及资格' },
    {
      kind: 'table',
      widths: [2, 2, 4, 4],
      header: ['环节', '审核人', '岗位', '资格'],
      rows: facts.opinions.map(({ step, person, office, qualification }) => [step, person, office, qualification]),
    },
    { kind: 'heading', text: '四、签名' },
    { kind: 'table', widths: [2, 3, 4], header: ['环节', '签名', '时间'], rows: facts.opinions.map(signed) },
    { kind: 'text', text: organName, align: 'right' },
    { kind: 'text', text: `${date}（印章）`, align: 'right' },
    {
      kind: 'text',
      text: '本意见书一式两份：一份交承办机构，一份入案卷。审核人以本人账号签署，签署记录可在系统日志中核验。',
    },
  ],
}

function aboutCase(facts: ReviewOpinionFacts): string[][] {
  return [
    ['案号', facts.caseNo],
    ['案由', facts.title],
    ['当事人', facts.party],
    ['承办人', facts.handlers],
    ['审核内容', `${facts.reviewType}（${facts.stage}）第${facts.round}轮`],
    ['第五十八条情形', facts.article58],
  ]
}

function told({ step, person, opinion, reason }: ToldOpinion): Block {
  return { kind: 'text', text: `${step}（${person}）：${opinion}。${reason}` }
}

function signed({ step, person, at }: ToldOpinion): string[] {
  return [step, person, at]
}
