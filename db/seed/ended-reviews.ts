import { judged } from './filled-forms.ts'
import { complete, step } from './review.ts'
import type { WrittenReview } from './street-reviews.ts'

const ZHOU = 'zhou-yanqing'
const QIN = 'qin-guanlan'
const SHEN = 'shen-zhiwei'
const LU = 'lu-mingqian'
const FENG = 'feng-yinuo'

/** Reviews that have ended, each in another way. */
export const endedReviews: readonly WrittenReview[] = [
  {
    start: { at: '9 09:12', by: 'lin-shen' },
    caseTitle: '占用人行道摆放桌椅经营案',
    matter: { item: 'CG-001', found: '人行道上摆放桌椅六套，剩余通行宽度不足一米' },
    partyName: '沿阶小馆餐饮店',
    reviewType: 'penalty',
    stage: 'beforeDecision',
    handlerIds: ['he-lichuan'],
    steps: [
      step('9 09:40', 'lin-shen', 'submit'),
      complete('9 15:05', ZHOU),
      step('7 10:20', ZHOU, 'first-review'),
      step('6 11:02', SHEN, 'second-review', 'true'),
    ],
  },
  {
    start: { at: '9 10:30', by: 'deng-ziyang' },
    caseTitle: '未经批准设置户外广告案',
    matter: { item: 'CG-006', found: '楼顶设置的发光字招牌长九米，没有批准文件' },
    partyName: '澄湖广告有限公司',
    reviewType: 'penalty',
    stage: 'afterDefence',
    handlerIds: ['ye-wanzhou'],
    steps: [
      step('9 11:10', 'deng-ziyang', 'submit'),
      complete('9 16:20', QIN),
      step('8 09:30', QIN, 'first-review', undefined, {
        checklist: judged({ documents: '决定书没有回应当事人关于广告面积的陈述意见，应当补写不采纳的理由。' }),
        firstOpinion: 'correct',
        firstReason: '事实和裁量没有问题，决定书应当回应陈述申辩意见，改正后再送。',
      }),
      step('8 14:45', LU, 'second-review', 'true', { secondReason: '同意一级意见，陈述申辩意见应当逐条回应。' }),
      step('6 09:05', 'deng-ziyang', 'handler-response', undefined, {
        changes: '决定书第三部分补写了对面积异议的回应，并附测量记录。',
      }),
      complete('6 10:40', QIN),
      step('5 15:30', QIN, 'first-review', undefined, { firstReason: '已按意见改正，同意作出决定。' }),
      step('4 09:50', LU, 'second-review', 'true', { secondReason: '第一轮的问题已经改正，同意。' }),
    ],
  },
  {
    start: { at: '8 14:00', by: 'su-jingxing' },
    caseTitle: '擅自搭建阳光房案',
    matter: { item: 'ZG-001', found: '二楼露台搭建钢架玻璃房约二十二平方米，没有规划许可' },
    partyName: '云梯装饰工程有限公司',
    reviewType: 'coercion',
    stage: 'beforeNotice',
    handlerIds: ['lin-shen'],
    steps: [
      step('8 14:35', 'su-jingxing', 'submit', undefined, { majorRights: true }),
      complete('7 09:15', ZHOU),
      step('6 10:00', ZHOU, 'first-review', undefined, {
        checklist: judged({ facts: '建设时间只有当事人陈述，没有影像或者邻里证言印证。' }),
        firstOpinion: 'supplement',
        firstReason: '建设时间不清，直接影响适用的法律，应当补充调查。',
      }),
      step('5 16:10', FENG, 'second-review', 'true', { secondReason: '建设时间是本案关键事实，同意补充调查。' }),
      step('4 10:30', 'lin-shen', 'handler-response', undefined, { nextStep: 'backToCase' }),
    ],
  },
  {
    start: { at: '8 09:00', by: 'ye-wanzhou' },
    caseTitle: '餐饮油烟扰民拟不予处罚案',
    matter: { item: 'CG-002', found: '净化器断电，滤网积油' },
    partyName: '晨炊早点铺',
    reviewType: 'noPenalty',
    stage: 'beforeDecision',
    handlerIds: ['he-lichuan'],
    steps: [
      step('8 09:25', 'ye-wanzhou', 'submit'),
      complete('8 11:30', QIN),
      step('7 14:00', QIN, 'first-review', undefined, {
        checklist: judged({ discretion: '同类行为一年内已经责令改正一次，不属于初次违法。' }),
        firstOpinion: 'disagree',
        firstReason: '不符合首违不罚的条件，不应当作出不予处罚决定。',
      }),
      step('6 15:20', SHEN, 'second-review', 'true', { secondReason: '核对了上一次的责令改正通知书，同意一级意见。' }),
      step('5 09:40', 'ye-wanzhou', 'handler-response'),
    ],
  },
  {
    start: { at: '7 09:30', by: 'he-lichuan' },
    caseTitle: '伪造渣土处置证运输渣土案',
    matter: { item: 'CG-005', found: '随车的处置证编号与核发记录不符，印章模糊' },
    partyName: '砺石渣土运输有限公司',
    reviewType: 'crimeTransfer',
    stage: 'other',
    handlerIds: ['deng-ziyang'],
    steps: [
      step('7 10:10', 'he-lichuan', 'submit', undefined, { publicInterest: true }),
      complete('7 14:20', ZHOU),
      step('6 09:10', ZHOU, 'first-review', undefined, {
        checklist: judged({ crime: '处置证编号、印章经核实系伪造，涉嫌伪造国家机关证件。' }),
        firstOpinion: 'transfer',
        transferTo: 'police',
        firstReason: '涉嫌犯罪，应当移送公安机关，行政处罚中止。',
      }),
      step('6 16:00', LU, 'second-review', 'true', { secondReason: '发证机关的核实函可以采信，同意移送。' }),
      step('5 09:00', 'he-lichuan', 'handler-response'),
    ],
  },
  {
    start: { at: '9 15:00', by: 'lin-shen' },
    caseTitle: '机动车停放服务收费未公示案',
    matter: { item: 'CG-009', found: '收费岗亭没有公示收费标准，车位画在公共场地上' },
    partyName: '北渡停车管理有限公司',
    reviewType: 'penalty',
    stage: 'beforeDecision',
    handlerIds: ['su-jingxing'],
    steps: [
      step('9 15:20', 'lin-shen', 'submit'),
      complete('8 09:40', QIN),
      step('7 11:00', QIN, 'first-review', undefined, {
        checklist: judged({ law: '收费公示由市场监管部门监管，本街道没有赋权。' }),
        firstOpinion: 'disagree',
        firstReason: '不属于本街道赋权事项，不应当作出处罚决定。',
      }),
      step('6 10:15', SHEN, 'second-review', 'true', { secondReason: '赋权清单中没有该事项，同意。' }),
      step('5 14:40', 'lin-shen', 'handler-response', undefined, {
        response: 'object',
        objectReason: '占用公共停车位收费属于市容管理事项，清单第三十六项可以适用。',
      }),
      step('4 15:10', FENG, 're-review', undefined, {
        reOpinion: 'disagree',
        reReason: '清单第三十六项限于占用道路，本案是小区内部场地，异议不成立。',
      }),
      step('2 10:00', 'yan-shouzheng', 'leader-decide', undefined, {
        leaderDecision: 'followReview',
        leaderReason: '按复审意见办，线索转市场监管部门。',
      }),
    ],
  },
  {
    start: { at: '6 16:40', by: 'su-jingxing' },
    caseTitle: '夜间施工噪声扰民案',
    matter: { item: 'JS-001', found: '二十三时仍在切割石材，没有夜间施工证明' },
    partyName: '云梯装饰工程有限公司',
    reviewType: 'penalty',
    stage: 'beforeNotice',
    handlerIds: ['deng-ziyang'],
    steps: [
      step('6 16:55', 'su-jingxing', 'submit'),
      {
        at: '5 08:50',
        by: 'su-jingxing',
        request: 'withdrawal',
        values: { reason: '当事人提交了夜间施工证明，核实后再送。' },
      },
    ],
  },
]
