import type { Block } from '../docx/blocks.ts'
import type { DocumentHead, Template } from './template.ts'

/** What documents of a dispute tell. */
export interface DisputeFacts {
  caseNo: string
  subject: string
  kind: string
  applicant: string
  respondents: string
  arisenOn: string
  issue: string
  positions: string
  /** What each party answered, with its name. */
  answers: readonly (readonly [party: string, answer: string])[]
  conclusion: string
  owner: string
  reason: string
}

type Section = [heading: string, text: string]

/** D38 管辖协商记录: what the parties said to each other, whether they agreed or not. */
export const negotiationRecord: Template<DisputeFacts> = {
  ...{ id: 'D38', name: '管辖协商记录', numberFormat: 'dispute.negotiation-number', series: '协商' },
  write: (head, facts) =>
    written('管辖协商记录', head, facts, [
      ['一、争议事项', facts.issue],
      ['二、各方意见', facts.positions],
      [
        '三、协商结论',
        facts.owner === '' ? '各方未达成一致。' : `拟由${facts.owner}办理，各方确认情况见系统登记的确认记录。`,
      ],
    ]),
}

/** D39 执法协调意见书: what came of coordinating, or what the leading group settled. */
export const coordinationOpinion: Template<DisputeFacts> = {
  ...{ id: 'D39', name: '执法协调意见书', numberFormat: 'dispute.coordination-number', series: '执协' },
  write: (head, facts) =>
    written('执法协调意见书', head, facts, [
      ['一、争议事项', facts.issue],
      ['二、各方意见', facts.positions],
      ['三、协调意见', [facts.conclusion, facts.reason].filter(text => text !== '').join('\n')],
      ['四、办理单位', facts.owner],
    ]),
}

/** D40 指定管辖通知书: whom the government designates; of disputes over jurisdiction alone. */
export const designationNotice: Template<DisputeFacts> = {
  ...{ id: 'D40', name: '指定管辖通知书', numberFormat: 'dispute.designation-number', series: '指管' },
  basis: ['行政处罚法 第25条第2款'],
  write: (head, facts) =>
    written('指定管辖通知书', head, facts, [
      ['一、争议事项', facts.issue],
      ['二、各方意见', facts.positions],
      ['三、指定', `依照《中华人民共和国行政处罚法》第二十五条第二款，指定${facts.owner}管辖。`],
      ['四、理由', facts.reason],
    ]),
}

function written(title: string, head: DocumentHead, facts: DisputeFacts, sections: Section[]): Block[] {
  const { docNo, organName, date } = head
  const answers = facts.answers.map(([party, answer]) => [party, answer])
  return [
    { kind: 'title', text: title },
    { kind: 'text', text: docNo, align: 'right' },
    { kind: 'table', widths: [2, 7], rows: aboutDispute(facts) },
    ...sections.flatMap(([heading, text]): Block[] => [
      { kind: 'heading', text: heading },
      { kind: 'text', text: text === '' ? '无' : text },
    ]),
    ...(answers.length === 0
      ? []
      : ([{ kind: 'table', widths: [3, 6], header: ['单位', '书面答复'], rows: answers }] satisfies Block[])),
    { kind: 'text', text: organName, align: 'right' },
    { kind: 'text', text: `${date}（印章）`, align: 'right' },
  ]
}

function aboutDispute({ caseNo, subject, kind, applicant, respondents, arisenOn }: DisputeFacts): string[][] {
  return [
    ['案号', caseNo],
    ['争议', subject],
    ['类型', kind],
    ['提出方', applicant],
    ['其他各方', respondents],
    ['发生之日', arisenOn],
  ]
}
