import { article } from '../article.ts'
import type { Law } from '../statute.ts'

/** How administrative offices hand suspected crimes to the police, as revised in 2020. */
export const transferRegulation: Law = {
  name: '移送规定',
  title: {
    zh: '行政执法机关移送涉嫌犯罪案件的规定（2020年修订）',
    en: 'Regulation on transferring suspected crimes (revised 2020)',
  },
  from: '2020-08-07',
  verification: 'law-text',
  articles: [
    article(
      5,
      '两名以上人员立即成立专案组；负责人三日内决定，批准的二十四小时内移送',
      'A task force at once; decided in three days, transferred within twenty-four hours',
    ),
    article(7, '不属本机关管辖的二十四小时内转送', 'The police pass on what is not theirs within twenty-four hours'),
    article(
      8,
      '公安机关三日内审查并书面通知是否立案',
      'The police examine within three days and say whether they open a case',
    ),
    article(
      9,
      '不予立案的三日内提请复议或建议立案监督；复议三日内决定',
      'Three days to object to a refusal or to ask the procuratorate; three to decide',
    ),
    article(12, '接立案通知三日内移交涉案物品和材料', 'Goods and papers follow within three days of the notice'),
  ],
}

/** How the police handle criminal cases, 2020. */
export const policeProcedure: Law = {
  name: '公安程序规定',
  title: {
    zh: '公安机关办理刑事案件程序规定（2020年修正）',
    en: 'Procedure of the police in criminal cases (amended 2020)',
  },
  from: '2020-09-01',
  verification: 'law-text',
  articles: [
    article(
      180,
      '移送案件的转送、补正在二十四小时内通知，三日内决定是否立案',
      'Forwarding and supplements within twenty-four hours, a decision in three days',
    ),
    article(
      182,
      '被要求说明不立案理由的七日内说明；通知立案的十五日内立案',
      'Reasons within seven days; a case opened within fifteen when told to',
    ),
  ],
}

/** The regulation on the business environment. */
export const businessEnvironment: Law = {
  name: '优化营商环境条例',
  title: { zh: '优化营商环境条例', en: 'Regulation on Improving the Business Environment' },
  from: '2020-01-01',
  verification: 'law-text',
  articles: [
    article(
      57,
      '建立跨部门、跨区域行政执法联动响应和协作机制',
      'Enforcement answers and works together across departments',
    ),
    article(
      58,
      '执法公示、全过程记录和重大执法决定法制审核全面落实',
      'Publicity, full records and legal review of all major decisions',
    ),
  ],
}

/** How housing and construction offices penalise; known from fragments only, so every citation of it says 【待核】. */
export const constructionPenalties: Law = {
  name: '住建部令第55号',
  title: { zh: '住房和城乡建设行政处罚程序规定', en: 'Penalty procedure in housing and construction' },
  from: '2022-05-01',
  verification: 'to-verify',
  articles: [
    article(6, '管辖争议先行协商', 'Disputes over competence are negotiated first'),
    article(10, '处罚决定七日内公开', 'Decisions are published within seven days'),
  ],
}
