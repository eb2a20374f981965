import { article } from '../article.ts'
import type { Law } from '../statute.ts'

/** The law on administrative reconsideration, as revised in 2023. */
export const reconsiderationLaw: Law = {
  name: '行政复议法',
  title: { zh: '中华人民共和国行政复议法（2023年修订）', en: 'Law on Administrative Reconsideration (revised 2023)' },
  from: '2024-01-01',
  verification: 'law-text',
  articles: [
    article(
      20,
      '知道行政行为之日起六十日内申请复议',
      'Reconsideration is asked for within sixty days of knowing the act',
    ),
    article(
      32,
      '通过处罚机关提交的复议申请，拟维持的五个工作日内转送',
      'An application handed to the penalising office is passed on within five working days',
    ),
    article(
      48,
      '被申请人收到副本起十个工作日内书面答复并交证据',
      'The office answers with its evidence within ten working days',
    ),
    article(54, '简易程序五个工作日内答复', 'Five working days in simplified procedure'),
    article(76, '收到复议意见书六十日内报送纠正情况', 'What was corrected is reported within sixty days of an opinion'),
    article(
      88,
      '三日、五日、七日、十日指工作日，其余依民事诉讼法',
      'Three, five, seven and ten days are working days; the rest follows civil procedure',
    ),
  ],
}

/** The law on administrative litigation, as amended in 2017. */
export const litigationLaw: Law = {
  name: '行政诉讼法',
  title: { zh: '中华人民共和国行政诉讼法（2017年修正）', en: 'Administrative Litigation Law (amended 2017)' },
  from: '2017-07-01',
  verification: 'law-text',
  articles: [
    article(
      45,
      '不服复议决定的，收到决定书十五日内起诉',
      'Suit within fifteen days of the decision on reconsideration',
    ),
    article(46, '知道行政行为之日起六个月内直接起诉', 'Direct suit within six months of knowing the act'),
    article(
      67,
      '收到起诉状副本十五日内提交证据和答辩状',
      'Evidence and answer within fifteen days of receiving the complaint',
    ),
    article(95, '拒不履行判决的，可申请法院强制执行', 'A judgment that is not obeyed may be enforced'),
  ],
}

/** The Supreme People's Court on administrative litigation, 2018. */
export const litigationInterpretation: Law = {
  name: '行诉解释',
  title: {
    zh: '最高人民法院关于适用行政诉讼法的解释（2018年）',
    en: 'Interpretation on the Administrative Litigation Law (2018)',
  },
  from: '2018-02-08',
  verification: 'law-text',
  articles: [
    article(153, '依判决申请执行的期限为二年', 'Two years to have a judgment enforced'),
    article(155, '符合条件的申请法院五日内立案受理', 'The court takes a proper application within five days'),
    article(
      156,
      '申请非诉执行自起诉期限届满之日起三个月内提出',
      'Enforcement without suit is asked for within three months after the time to sue',
    ),
    article(
      160,
      '受理后七日内裁定，需听取意见的三十日内裁定',
      'A ruling in seven days; thirty where parties are heard',
    ),
  ],
}
