import { article } from '../article.ts'
import type { Law } from '../statute.ts'

/** The law on administrative coercion. */
export const coercionLaw: Law = {
  name: '行政强制法',
  title: { zh: '中华人民共和国行政强制法', en: 'Law on Administrative Coercion' },
  from: '2012-01-01',
  verification: 'law-text',
  articles: [
    article(
      13,
      '行政强制执行由法律设定；法律没有规定行政机关强制执行的，申请人民法院强制执行',
      'Coercive execution is created by law; where no law gives it to the authority, the court is asked',
    ),
    article(
      17,
      '行政强制措施由法律、法规规定的行政机关在法定职权范围内实施，不得委托',
      'Coercive measures are carried out by the authority a law or regulation names, and are not delegated',
    ),
    article(
      18,
      '强制措施由两名以上执法人员实施，出示证件，通知当事人到场，听取陈述申辩，制作笔录',
      'Coercive measures take two officers, certificates shown, the party present and heard, and a record',
    ),
    article(
      19,
      '紧急当场采取强制措施的，二十四小时内报告负责人并补办批准',
      'Urgent measures are reported and approved afterwards within twenty-four hours',
    ),
    article(
      25,
      '查封扣押不超过三十日，经批准可延长不超过三十日；检测鉴定期间不计入',
      'Seizure for thirty days, extended once by at most thirty; tests and appraisals do not count',
    ),
    article(
      28,
      '不再需要的查封扣押及时解除，财物立即退还',
      'Seizure that is no longer needed ends, and goods are returned at once',
    ),
    article(35, '强制执行前书面催告，载明履行期限和方式', 'A written demand with term and manner precedes enforcement'),
    article(
      43,
      '强制执行不得在夜间或者法定节假日实施，情况紧急的除外；不得对居民生活停水电热气迫使履行',
      'No execution at night or on holidays unless urgent, and none by cutting supplies of daily life',
    ),
    article(
      44,
      '违法建筑物等需要强制拆除的，公告限期自行拆除；救济期满不申请又不拆除的，可以依法强制拆除',
      'Unlawful buildings: announced, then removed by force once remedies have expired unused',
    ),
    article(51, '代履行三日前催告，履行的停止代履行', 'A demand three days before substituted performance'),
    article(
      52,
      '道路、河道、公共场所急需清除的可立即代履行，事后立即通知',
      'Roads and public places are cleared at once; the party is told right after',
    ),
    article(
      53,
      '法定救济期限届满起三个月内申请法院强制执行',
      'The court is asked within three months after remedies expired',
    ),
    article(
      54,
      '申请法院前先催告，送达十个工作日后仍不履行的方可申请',
      'A demand first; ten working days later the court may be asked',
    ),
    article(
      56,
      '法院五个工作日内受理；不予受理的十五日内可向上一级法院申请复议',
      'The court accepts within five working days; fifteen days to object to a refusal',
    ),
    article(57, '书面审查符合条件的，受理之日起七个工作日内裁定', 'A ruling within seven working days of acceptance'),
    article(
      58,
      '明显违法等情形三十日内裁定；不予执行的十五日内可申请复议',
      'Thirty days in doubtful cases; fifteen to object when execution is refused',
    ),
    article(69, '十日以内的期限指工作日', 'Terms of up to ten days are working days'),
  ],
}
