import type { Choice } from './fields.ts'

/** Who or what a party is (当事人). */
export const PARTY_TYPES: readonly Choice[] = [
  ['citizen', '公民', 'Citizen'],
  ['individualBusiness', '个体工商户', 'Individual business'],
  ['enterprise', '企业', 'Enterprise'],
  ['institution', '事业单位', 'Public institution'],
  ['socialOrg', '社会组织', 'Social organisation'],
  ['villageOrg', '村（居）集体组织', 'Village organisation'],
  ['foreign', '境外组织或者个人', 'Foreign party'],
]

export const ID_TYPES: readonly Choice[] = [
  ['idCard', '居民身份证', 'Identity card'],
  ['passport', '护照', 'Passport'],
  ['hkmo', '港澳居民来往内地通行证', 'Travel permit, Hong Kong and Macao'],
  ['tw', '台湾居民来往大陆通行证', 'Travel permit, Taiwan'],
  ['other', '其他证件', 'Other document'],
]

/** How a case came in. */
export const SOURCES: readonly Choice[] = [
  ['inspection', '检查发现', 'Found by inspection'],
  ['complaint', '投诉举报', 'Complaint'],
  ['hotline', '12345 热线', 'Hotline 12345'],
  ['transfer', '其他机关移送', 'Transferred by another authority'],
  ['superior', '上级交办', 'Assigned from above'],
  ['media', '媒体曝光', 'Media report'],
  ['other', '其他', 'Other'],
]

/** The situations of article 58 of the law on administrative penalties, by their numbers in it. */
export const CLAUSES_58: readonly Choice[] = [
  ['1', '涉及重大公共利益', 'Major public interest'],
  ['2', '直接关系当事人或者第三人重大权益，经过听证程序', 'Major rights of a party, after a hearing'],
  ['3', '案件情况疑难复杂、涉及多个法律关系', 'Complex, several legal relations'],
  ['4', '法律、法规规定应当进行法制审核的其他情形', 'Other cases where law requires the review'],
]

/** What a file of a case is; the same kinds as a review's material. */
export const MATERIAL_KINDS: readonly Choice[] = [
  ['investigation', '调查终结报告', 'Investigation report'],
  ['evidence', '证据', 'Evidence'],
  ['discretion', '裁量说明', 'Statement of discretion'],
  ['defence', '陈述申辩或听证材料', 'Defence or hearing records'],
  ['economic', '经济影响评估', 'Assessment of economic effects'],
  ['other', '其他材料', 'Other material'],
]

/** What a review is of, and at which stage the case is: as the start form of the review asks it. */
export const REVIEW_TYPES: readonly Choice[] = [
  ['penalty', '行政处罚决定', 'Penalty'],
  ['noPenalty', '不予处罚决定', 'No penalty'],
  ['coercion', '行政强制决定', 'Coercive measure'],
  ['crimeTransfer', '移送涉嫌犯罪案件', 'Transfer of a suspected crime'],
]

export const REVIEW_STAGES: readonly Choice[] = [
  ['beforeNotice', '告知以前', 'Before notice'],
  ['afterDefence', '陈述申辩以后', 'After the defence'],
  ['afterHearing', '听证以后', 'After the hearing'],
  ['beforeDecision', '决定以前', 'Before the decision'],
  ['other', '其他', 'Other'],
]

/** Why a case is closed (结案). */
export const CLOSE_REASONS: readonly Choice[] = [
  ['performed', '处罚决定已经履行', 'The penalty was performed'],
  ['noPenalty', '不予处罚', 'No penalty'],
  ['notEstablished', '违法事实不能成立', 'Not established'],
  ['transferred', '移送其他机关', 'Transferred to another authority'],
  ['criminal', '涉嫌犯罪，公安机关已立案', 'The police have filed it as a crime'],
  ['courtExecuted', '法院强制执行完毕', 'Executed by the court'],
  ['courtTerminated', '法院终结执行', 'The court ended the execution'],
  ['terminated', '终止调查（销案）', 'Terminated'],
]

/** The word of a value. */
export function wordOf(choices: readonly Choice[], value: string | null, language: 'zh' | 'en'): string {
  const found = choices.find(([each]) => each === value)
  return found?.[language === 'zh' ? 1 : 2] ?? value ?? ''
}
