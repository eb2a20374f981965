import { article } from '../article.ts'
import type { Law } from '../statute.ts'

/** The law on administrative penalties, as revised in 2021. */
export const penaltyLaw: Law = {
  name: '行政处罚法',
  title: { zh: '中华人民共和国行政处罚法（2021年修订）', en: 'Law on Administrative Penalties (revised 2021)' },
  from: '2021-07-15',
  verification: 'law-text',
  articles: [
    article(
      22,
      '行政处罚由违法行为发生地的行政机关管辖，另有规定的从其规定',
      'The authority of the place of the deed has jurisdiction, unless other rules say otherwise',
    ),
    article(
      24,
      '省级可决定将处罚权交由能有效承接的街道行使，定期评估并公布',
      'Provinces may hand powers of penalty to street offices that can bear them, assessed and published',
    ),
    article(
      25,
      '两个以上机关都有管辖权的，由最先立案的管辖；争议先协商，再报共同上一级指定',
      'Of several authorities the first to file has the case; disputes are settled, or decided by the common superior',
    ),
    article(
      28,
      '实施行政处罚时，应当责令当事人改正或者限期改正违法行为',
      'Whoever imposes a penalty orders the party to mend what was done',
    ),
    article(
      36,
      '两年内未发现的违法不再处罚；危及生命健康、金融安全并有后果的为五年',
      'No penalty for what was not found within two years; five where life, health or finance suffered',
    ),
    article(
      37,
      '适用行为时的规定；决定时新规定更轻或不再认为违法的，适用新规定',
      'The rules of the time of the deed, or later ones if they are milder',
    ),
    article(
      38,
      '没有依据或者实施主体没有资格的，处罚无效；违反法定程序构成重大且明显违法的，处罚无效',
      'Penalties without a ground, or by a body without capacity, are void',
    ),
    article(
      41,
      '电子监控记录先审核后作证据，及时告知并方便当事人查询申辩',
      'Recordings are reviewed before they are evidence; the party is told in time',
    ),
    article(
      42,
      '由两名以上具有执法资格的人员实施，法律另有规定的除外',
      'At least two qualified officers, unless a law says otherwise',
    ),
    article(
      43,
      '执法人员与案件有直接利害关系或者有其他关系可能影响公正的，应当回避',
      'Officers with an interest in the case withdraw from it',
    ),
    article(
      48,
      '有一定社会影响的决定公开；被变更、撤销的，三个工作日内撤回公开信息并说明理由',
      'Decisions of public weight are published; withdrawn within three working days when changed',
    ),
    article(
      50,
      '实施处罚中知悉的国家秘密、商业秘密和个人隐私依法保密',
      'State secrets, trade secrets and privacy that become known are kept',
    ),
    article(
      54,
      '全面、客观、公正地调查取证；符合立案标准的及时立案',
      'Facts are gathered wholly and fairly; what meets the standard is filed without delay',
    ),
    article(
      55,
      '调查或者检查时应当主动出示执法证件，未出示的当事人有权拒绝',
      'Officers show their certificates; without them the party may refuse',
    ),
    article(
      56,
      '证据可能灭失的，经批准可先行登记保存，七个工作日内作出处理',
      'Evidence at risk may be held; what becomes of it is decided within seven working days',
    ),
    article(
      57,
      '情节复杂或者重大违法的处罚决定，由行政机关负责人集体讨论',
      'Complex and grave cases are decided by the heads of the office together',
    ),
    article(
      58,
      '四种情形须经法制审核，未审核或未通过的不得决定；初次从事审核的须有法律职业资格',
      'Four kinds of cases need a legal review that passes before a decision; reviewers must be qualified',
    ),
    article(
      60,
      '立案之日起九十日内作出处罚决定，另有规定的从其规定',
      'The decision follows within ninety days of opening the case',
    ),
    article(
      61,
      '决定书当场交付，当事人不在场的七个工作日内送达',
      'The decision is handed over, or served within seven working days',
    ),
    article(
      64,
      '告知后五个工作日内可要求听证；听证七个工作日前通知时间地点',
      'A hearing is asked for within five working days; seven days of notice before it',
    ),
    article(
      67,
      '罚缴分离；收到决定书之日起十五日内缴纳罚款',
      'Fines are paid to a bank, within fifteen days of receiving the decision',
    ),
    article(
      71,
      '当场收缴的罚款二个工作日内交机关，机关二个工作日内缴银行',
      'Fines taken on site reach the office in two working days and the bank in two more',
    ),
    article(
      72,
      '逾期不缴每日加处百分之三，不超过罚款本数，并可依法强制执行',
      'Three per cent a day for late payment, never more than the fine itself; enforcement',
    ),
    article(
      73,
      '复议、诉讼不停止执行，其间不计加处罚款',
      'Remedies do not suspend the penalty; no surcharge runs meanwhile',
    ),
    article(
      74,
      '罚没款项上缴国库；不得同考核、考评直接或者变相挂钩',
      'Fines go to the treasury and are not linked to any assessment, openly or otherwise',
    ),
    article(
      76,
      '没有依据、违反程序、委托违法、执法人员未取得执法证件的，责令改正并追究责任',
      'Penalties without ground, procedure or certificate are corrected and answered for',
    ),
    article(85, '二日、三日、五日、七日指工作日', 'Two, three, five and seven days are working days'),
  ],
}
