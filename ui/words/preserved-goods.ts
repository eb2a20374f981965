import type { Sentences } from './sentence.ts'

/** Goods kept as evidence. */
export const preservedGoodWords = {
  'goods.title': ['登记保存物品', 'Goods kept as evidence'],
  'goods.text': [
    '先行登记保存的每一件：在哪里、为什么保存，七个工作日内怎样处理，送达和交还（行政处罚法第56条）。',
    'Each thing kept as evidence: where and why, what was decided within seven working days, served, given back.',
  ],
  'goods.find': ['物品、案号或者登记保存编号', 'Thing, case or preservation'],
  'goods.state': ['处理', 'What becomes of it'],
  'goods.thing': ['物品', 'Thing'],
  'goods.kept': ['登记保存', 'Kept'],
  'goods.where': ['去向', 'Where to'],
  'goods.documents': ['文书', 'Documents'],
  'goods.returned': ['交还', 'Given back'],
  'goods.served': ['{at} 送达', 'served {at}'],
  'goods.onPaper': [
    '没有查封、扣押流程接手这一请求：由承办人凭纸质文书查封、扣押，登记保存到此办结',
    'No procedure takes this request up: seize it on paper; the preservation ends here',
  ],
  'goods.byDecision': ['没收决定书 {number}', 'Decision {number}'],
  'goods.backBy': ['{day} 前送回', 'back by {day}'],
  'goods.taken': ['{name}接收', 'taken by {name}'],
  'goods.empty': ['没有登记保存的物品', 'Nothing is kept as evidence'],
  'goods.emptyText': [
    '在案件页发起“先行登记保存”，列明的物品就会出现在这里。',
    'Begin a preservation from the page of a case.',
  ],
  'good.listed': ['待登记', 'Listed'],
  'good.kept': ['登记保存中', 'Kept'],
  'good.lapsed': ['保存失效', 'Lapsed'],
  'good.return': ['退还', 'Return'],
  'good.release': ['解除', 'Release'],
  'good.seize': ['转查封扣押', 'Seize'],
  'good.appraise': ['送检', 'Examined'],
  'good.transfer': ['移送', 'Transfer'],
  'good.confiscate': ['没收', 'Confiscate'],
} as const satisfies Sentences
