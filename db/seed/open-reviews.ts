import { judged } from './filled-forms.ts'
import { complete, step } from './review.ts'
import type { WrittenReview } from './street-reviews.ts'

const ZHOU = 'zhou-yanqing'
const QIN = 'qin-guanlan'
const SHEN = 'shen-zhiwei'
const LU = 'lu-mingqian'
const FENG = 'feng-yinuo'

/** Reviews that wait for somebody, each somewhere else. */
export const openReviews: readonly WrittenReview[] = [
  {
    start: { at: '4 09:20', by: 'he-lichuan' },
    caseTitle: '沿街店铺擅自改变外立面案',
    matter: { item: 'CG-008', found: '临街外墙加装木格栅和灯箱，没有经过审批' },
    partyName: '半亩花田花店',
    reviewType: 'penalty',
    stage: 'afterHearing',
    handlerIds: ['ye-wanzhou'],
    steps: [
      step('4 10:00', 'he-lichuan', 'submit', undefined, { majorRights: true }),
      complete('4 15:30', ZHOU),
      { at: '3 09:10', by: ZHOU, claim: 'first-review' },
    ],
  },
  {
    start: { at: '4 11:10', by: 'ye-wanzhou' },
    caseTitle: '擅自占用绿地堆放建材案',
    matter: { item: 'CG-007', found: '绿化带内堆放砂石约四立方米，压毁草皮十二平方米' },
    partyName: '青藤物业服务有限公司',
    reviewType: 'penalty',
    stage: 'beforeDecision',
    handlerIds: ['he-lichuan'],
    steps: [
      step('4 11:30', 'ye-wanzhou', 'submit'),
      complete('3 10:05', QIN),
      step('2 16:20', QIN, 'first-review'),
      { at: '1 09:35', by: SHEN, claim: 'second-review' },
    ],
  },
  {
    start: { at: '5 10:40', by: 'deng-ziyang' },
    caseTitle: '违法设置立柱广告拟强制拆除案',
    matter: { item: 'CG-006', found: '人行道旁立柱广告高六米，批准文件已经过期' },
    partyName: '澄湖广告有限公司',
    reviewType: 'coercion',
    stage: 'afterDefence',
    handlerIds: ['lin-shen'],
    steps: [
      step('5 11:00', 'deng-ziyang', 'submit', undefined, { publicInterest: true }),
      complete('5 15:00', ZHOU),
      step('4 16:30', ZHOU, 'first-review'),
      step('3 14:10', LU, 'second-review', 'false', {
        secondOpinion: 'correct',
        secondReason: '强制执行前的催告只送达一次，没有载明陈述申辩的权利。',
      }),
      step('2 15:40', LU, 'reconcile', 'false', {
        finalOpinion: 'correct',
        reconcileRecord: '一级认为催告书已列明权利；复核认为附页没有送达回证。双方没有一致，报分管副主任裁决。',
      }),
      { at: '1 10:05', by: 'mei-qinghe', claim: 'reconcile-decide' },
    ],
  },
  {
    start: { at: '3 09:30', by: 'lin-shen' },
    caseTitle: '餐厨垃圾随意倾倒案',
    matter: { item: 'CG-004', found: '餐厨垃圾倒入雨水口，排口可见油污' },
    partyName: '拾穗餐饮管理有限公司',
    reviewType: 'penalty',
    stage: 'beforeDecision',
    handlerIds: ['deng-ziyang'],
    steps: [
      step('3 10:00', 'lin-shen', 'submit'),
      complete('3 16:10', QIN),
      step('2 10:30', QIN, 'first-review', undefined, {
        checklist: judged({ discretion: '罚款数额高于同档次基准，没有说明从重的理由。' }),
        firstOpinion: 'correct',
        firstReason: '应当补充从重处罚的理由，或者按基准调整数额。',
      }),
      step('1 11:20', FENG, 'second-review', 'true', { secondReason: '裁量理由不足，同意改正。' }),
      { at: '0 08:50', by: 'lin-shen', claim: 'handler-response' },
    ],
  },
  {
    start: { at: '2 09:00', by: 'su-jingxing' },
    caseTitle: '运输渣土未密闭案',
    matter: { item: 'CG-005', found: '车厢没有密闭，沿途抛撒约三十米' },
    partyName: '砺石渣土运输有限公司',
    reviewType: 'penalty',
    stage: 'beforeNotice',
    handlerIds: ['deng-ziyang'],
    steps: [
      step('2 09:20', 'su-jingxing', 'submit'),
      step('1 10:15', ZHOU, 'intake', 'no', {
        missing: ['discretion'],
        intakeNote: '没有裁量说明，请说明为什么按第二档处罚。',
      }),
      { at: '0 08:55', by: 'su-jingxing', claim: 'return-supplement' },
    ],
  },
  {
    start: { at: '7 15:30', by: 'he-lichuan' },
    caseTitle: '沿江路口临时售卖亭案',
    matter: { item: 'CG-001', found: '路口设置临时售卖亭一座，占用人行道四平方米' },
    partyName: '和丰商贸有限公司',
    reviewType: 'penalty',
    stage: 'afterHearing',
    handlerIds: ['deng-ziyang'],
    steps: [
      step('7 16:00', 'he-lichuan', 'submit', undefined, { majorRights: true, complexRelations: true }),
      complete('6 09:30', QIN),
      step('5 10:10', QIN, 'first-review', undefined, {
        checklist: judged({ documents: '决定书没有写明听证中提出的造价异议以及不予采纳的理由。' }),
        firstOpinion: 'correct',
        firstReason: '决定书文稿未回应当事人听证意见，建议改正后作出决定。',
      }),
      step('4 14:00', SHEN, 'second-review', 'true', { secondReason: '听证意见应当回应，同意改正。' }),
      step('3 11:30', 'he-lichuan', 'handler-response', undefined, {
        response: 'object',
        objectReason: '造价异议已由鉴定复核意见回应，决定书引用了该意见，不需要重复。',
      }),
      {
        at: '2 14:30',
        by: 'wei-mingjian',
        request: 'supervision',
        values: { reason: '送达回证的日期与笔录不一致，请核对说明。' },
      },
      { at: '1 16:20', by: 'zheng-huaiyuan', claim: 'respond-supervision' },
    ],
  },
  {
    start: { at: '1 14:30', by: 'qiao-zhixing' },
    caseTitle: '沿街晾晒影响市容案',
    matter: { item: 'CG-008', found: '临街栏杆上晾晒布料二十余件，责令改正后再次出现' },
    partyName: '汀兰布艺店',
    reviewType: 'penalty',
    stage: 'beforeDecision',
    handlerIds: ['lin-shen'],
    steps: [step('1 15:00', 'qiao-zhixing', 'submit')],
  },
  {
    start: { at: '1 15:40', by: 'deng-ziyang' },
    caseTitle: '未按规定分类投放垃圾案',
    matter: { item: 'CG-003', found: '厨余垃圾与其他垃圾混装，三次抽查均未改正' },
    partyName: '拾穗餐饮管理有限公司',
    reviewType: 'penalty',
    stage: 'beforeDecision',
    handlerIds: ['su-jingxing'],
    steps: [step('1 16:05', 'deng-ziyang', 'submit')],
  },
  {
    start: { at: '0 08:40', by: 'ye-wanzhou' },
    caseTitle: '店外占道加工作业案',
    matter: { item: 'CG-001', found: '店外切割板材，占用人行道约六平方米' },
    partyName: '云梯装饰工程有限公司',
    reviewType: 'penalty',
    stage: 'beforeNotice',
    handlerIds: ['he-lichuan'],
    steps: [],
  },
]
