import { judged } from '../filled-forms.ts'
import { complete, step } from '../review.ts'
import type { WrittenReview } from '../street-reviews.ts'

const ZHOU = 'zhou-yanqing'
const QIN = 'qin-guanlan'
const SHEN = 'shen-zhiwei'
const LU = 'lu-mingqian'
const URGENT = { reviewType: 'coercion', stage: 'other' } as const

/** What happens now and then and not by dice, told in the first street: measures that could not wait, papers that lapsed, what was entered late. */
export const rarerReviews: readonly WrittenReview[] = [
  {
    start: { at: '12 10:20', by: 'deng-ziyang' },
    executedAt: '12 08:50',
    caseTitle: '拆除临街倾斜广告牌案',
    matter: { item: 'CG-006', found: '大风后立柱广告向人行道倾斜，螺栓断裂三根，当场拆除' },
    ...{ partyName: '澄湖广告有限公司', ...URGENT, handlerIds: ['lin-shen'] },
    steps: [
      step('10 15:20', 'deng-ziyang', 'submit-after', undefined, {
        urgentReason: '立柱随时可能倒向人行道，来不及先行审核。',
      }),
      complete('10 16:10', ZHOU),
      step('8 09:40', ZHOU, 'first-review', undefined, {
        firstReason: '险情有影像证明，当日补办批准，程序齐备，同意。',
      }),
      step('7 15:00', SHEN, 'second-review', 'true', {
        secondReason: '核对了补办批准的时间，在二十四小时以内，同意。',
      }),
    ],
  },
  {
    start: { at: '3 09:10', by: 'lin-shen' },
    executedAt: '3 08:10',
    caseTitle: '扣押抛撒渣土车辆案',
    matter: { item: 'CG-005', found: '车厢挡板脱落，在主干道连续抛撒，当场扣押车辆' },
    ...{ partyName: '砺石渣土运输有限公司', ...URGENT, handlerIds: ['su-jingxing'] },
    steps: [
      step('2 10:30', 'lin-shen', 'submit-after', undefined, {
        urgentReason: '抛撒物已造成两辆电动车摔倒，必须当场制止。',
      }),
      complete('1 10:20', QIN),
    ],
  },
  {
    start: { at: '1 17:10', by: 'ye-wanzhou' },
    executedAt: '1 16:40',
    caseTitle: '拆除楼顶松动招牌案',
    matter: { item: 'CG-006', found: '楼顶发光字一处脱落，下方是公交站台，当场拆除' },
    ...{ partyName: '和丰商贸有限公司', ...URGENT, handlerIds: ['he-lichuan'] },
    steps: [{ at: '0 08:45', by: 'he-lichuan', claim: 'submit-after' }],
  },
  {
    start: { at: '4 09:40', by: 'he-lichuan' },
    caseTitle: '擅自设置停车地锁案',
    matter: { item: 'CG-009', found: '在公共通道安装地锁四把，责令改正后没有拆除' },
    ...{
      partyName: '北渡停车管理有限公司',
      reviewType: 'penalty',
      stage: 'beforeDecision',
      handlerIds: ['su-jingxing'],
    },
    steps: [
      step('4 10:10', 'he-lichuan', 'submit'),
      complete('3 09:20', ZHOU),
      {
        ...{ at: '2 10:15', by: 'mei-qinghe', request: 'recusal' },
        values: { person: ZHOU, reason: '审核人与当事人的负责人是同学，本人申请回避' },
      },
      { at: '1 09:50', by: QIN, claim: 'first-review' },
    ],
  },
  // Nobody of the street is left for the second review, so the district's pool lends somebody.
  {
    start: { at: '5 09:50', by: 'deng-ziyang' },
    caseTitle: '临时建筑逾期不拆案',
    matter: { item: 'ZG-001', found: '临时建筑批准期满半年，约六十平方米，没有拆除' },
    ...{
      partyName: '青藤物业服务有限公司',
      reviewType: 'penalty',
      stage: 'beforeDecision',
      handlerIds: ['he-lichuan'],
    },
    steps: [
      step('5 10:20', 'deng-ziyang', 'submit', undefined, { complexRelations: true }),
      complete('4 09:40', ZHOU),
      step('3 10:10', ZHOU, 'first-review', undefined, { firstReason: '逾期事实有批准文件和测量记录，同意。' }),
      ...[SHEN, LU, 'feng-yinuo'].map((person, index) => ({
        ...{ at: `2 09:${30 + 10 * index}` as const, by: 'mei-qinghe', request: 'recusal' },
        values: { person, reason: '参加过对当事人的前期指导，申请回避' },
      })),
      {
        ...{ at: '2 11:10', by: 'mei-qinghe', request: 'loan' },
        values: { person: 'ke-yuanlai', reason: '本街道法制员均已回避' },
        dated: dayOf => ({ until: dayOf(-5) }),
      },
    ],
  },
  // The head of the street has to decide, and has taken the matter up.
  {
    start: { at: '9 10:20', by: 'lin-shen' },
    caseTitle: '楼道堆放杂物案',
    matter: { item: 'CG-008', found: '楼道内堆放木料和旧家具，责令改正后没有清理' },
    ...{ partyName: '汀兰布艺店', reviewType: 'penalty', stage: 'beforeDecision', handlerIds: ['he-lichuan'] },
    steps: [
      step('9 10:50', 'lin-shen', 'submit'),
      complete('8 14:20', QIN),
      step('7 09:50', QIN, 'first-review', undefined, {
        checklist: judged({ authority: '楼道属于物业共用部位，不属于本街道赋权事项。' }),
        ...{ firstOpinion: 'disagree', firstReason: '不属于本街道赋权事项，不同意处罚。' },
      }),
      step('6 15:40', SHEN, 'second-review', 'true', { secondReason: '清单没有这一情形，同意一级意见。' }),
      step('5 10:20', 'lin-shen', 'handler-response', undefined, {
        ...{ response: 'object', objectReason: '清单中市容秩序一项包括公共通道堆物。' },
      }),
      step('3 16:10', LU, 're-review', undefined, {
        ...{ reOpinion: 'disagree', reReason: '该项限于临街公共空间，异议不成立。' },
      }),
      { at: '2 09:15', by: 'yan-shouzheng', claim: 'leader-decide' },
    ],
  },
  {
    start: { at: '8 10:40', by: 'su-jingxing' },
    caseTitle: '无照流动早点摊案',
    matter: { item: 'CG-001', found: '流动摊位占用盲道，停留四十分钟' },
    ...{ partyName: '晨炊早点铺', reviewType: 'penalty', stage: 'beforeNotice', handlerIds: ['deng-ziyang'] },
    steps: [
      step('8 11:05', 'su-jingxing', 'submit'),
      complete('7 15:30', QIN),
      {
        ...{ at: '3 10:30', by: 'mei-qinghe', caseAct: 'suspensions' },
        values: {
          ...{ ground: 'party-missing', reason: '当事人下落不明，公告期间中止' },
          lateReason: '书面决定两日前作出，经办人外出培训，今日补录',
        },
        dated: dayOf => ({ from: dayOf(5) }),
      },
    ],
  },
  {
    start: { at: '3 14:10', by: 'ye-wanzhou' },
    caseTitle: '楼顶加建房屋案',
    matter: { item: 'ZG-001', found: '楼顶加建砖混房屋约四十平方米，没有规划许可' },
    ...{ partyName: '云梯装饰工程有限公司', reviewType: 'penalty', stage: 'afterHearing', handlerIds: ['deng-ziyang'] },
    steps: [
      {
        ...{ at: '3 14:40', by: 'ye-wanzhou', caseAct: 'changes' },
        values: { lateReason: '听证主持人今日才移交笔录' },
        dated: dayOf => ({
          variables: { change: 'hearing-ended', hearingEndedOn: dayOf(5), reason: '听证结束，笔录附卷' },
        }),
      },
      step('2 15:20', 'ye-wanzhou', 'submit', undefined, { majorRights: true }),
    ],
  },
  // Somebody acts for days on a certificate that is suspended; it is told late, and the director names another.
  {
    start: { at: '26 14:10', by: 'luo-pingchuan' },
    caseTitle: '绿化带内种菜案',
    matter: { item: 'CG-007', found: '小区绿化带内开垦菜地约九平方米' },
    ...{
      partyName: '青藤物业服务有限公司',
      reviewType: 'penalty',
      stage: 'beforeDecision',
      handlerIds: ['su-jingxing'],
    },
    steps: [
      step('26 14:30', 'luo-pingchuan', 'submit'),
      complete('25 10:20', ZHOU),
      step('22 10:10', 'zheng-huaiyuan', 'name-handlers', 'named', {
        ...{ newHandlerIds: ['ye-wanzhou'], reassignReason: '原承办人证件暂扣，由叶晚舟接办' },
      }),
      step('21 09:30', ZHOU, 'first-review', undefined, {
        checklist: judged({ officers: '送审时一名承办人的证件已被暂扣，由接办人重新核对笔录。' }),
        ...{ firstOpinion: 'correct', firstReason: '承办人资格有瑕疵，接办人核对确认以后再送。' },
      }),
      step('20 15:10', LU, 'second-review', 'true', { secondReason: '同意，证据由有资格的人员重新确认。' }),
      step('18 10:30', 'su-jingxing', 'handler-response', undefined, {
        changes: '接办人已重新询问并核对检查笔录，附确认说明。',
      }),
      complete('17 14:20', ZHOU),
      step('16 10:00', ZHOU, 'first-review'),
      step('15 11:10', LU, 'second-review', 'true', { secondReason: '瑕疵已经补正，同意。' }),
    ],
  },
  {
    start: { at: '6 10:10', by: 'luo-pingchuan' },
    caseTitle: '店招逾期不拆除案',
    matter: { item: 'CG-006', found: '店招批准期满两个月，催告以后没有拆除' },
    ...{ partyName: '半亩花田花店', reviewType: 'penalty', stage: 'afterDefence', handlerIds: ['lin-shen'] },
    steps: [step('6 10:40', 'luo-pingchuan', 'submit'), complete('5 09:30', QIN)],
  },
]
