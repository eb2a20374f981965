import type { Words } from './language.ts'

/** What the jobs of a preservation of evidence do, as sentences without their subject. */
export const preservationHistoryWords: Words = {
  'preservation.list': { zh: '列明要登记保存的物品 {goods} 件', en: 'listed {goods} things to be kept as evidence' },
  'preservation.kept': { zh: '登记保存物品 {goods} 件', en: 'entered {goods} things as kept' },
  'preservation.decide': { zh: '登记物品 {goods} 件的处理决定', en: 'entered what becomes of {goods} things' },
  'preservation.served': {
    zh: '登记处理决定送达，物品 {goods} 件',
    en: 'entered the service of the decision on {goods} things',
  },
  'preservation.returned': { zh: '登记交还物品 {goods} 件', en: 'entered that {goods} things were given back' },
  'preservation.lapsed': {
    zh: '登记保存失效，物品 {goods} 件',
    en: 'entered that the keeping of {goods} things lapsed',
  },
  'preserved-good.export': { zh: '导出登记保存物品台账', en: 'exported the register of goods kept as evidence' },
}
