import type { Language } from '../language.ts'

/** What the coded values of whistles are called, by the field they stand in. */
const words: Readonly<Record<string, Readonly<Record<string, readonly [zh: string, en: string]>>>> = {
  direction: {
    street2dept: ['街道吹哨', 'Street calls departments'],
    dept2street: ['部门吹哨', 'Department calls streets'],
  },
  level: { normal: ['日常', 'Routine'], key: ['重点攻坚', 'Difficult'], emergency: ['应急', 'Emergency'] },
  ground: { crossDept: ['跨部门', 'Several departments'], majorDifficult: ['重大疑难', 'Major or difficult'] },
  dutyBasis: {
    ...{ basic: ['基本履职清单', 'Basic duties'], assist: ['配合履职清单', 'Duties to assist'] },
    ...{ withdrawn: ['上级部门收回', 'Taken back'], crossDept: ['跨部门事项', 'Several departments'] },
  },
  dutyFinding: {
    ...{ ok: ['符合', 'In order'], ownDuty: ['本街可以单独办', 'The street may do it itself'] },
    ...{
      withdrawnItem: ['收回事项', 'Taken back from the street'],
      notAssist: ['不在配合清单', 'On no list to assist'],
    },
  },
  state: {
    ...{
      approving: ['待审批', 'To be approved'],
      dispatched: ['已派单', 'Sent'],
      confirming: ['待核实', 'To be confirmed'],
    },
    ...{ evaluated: ['已评价', 'Evaluated'], closed: ['已办结', 'Closed'], cancelled: ['已撤销', 'Cancelled'] },
  },
  outcome: {
    ...{ resolved: ['已解决', 'Resolved'], 'unresolved-escalated': ['未解决上报', 'Unresolved, sent up'] },
    ...{
      cancelled: ['已撤销', 'Cancelled'],
      terminated: ['办公室终止', 'Terminated'],
      withdrawn: ['退出', 'Withdrew'],
    },
    ...{ redirected: ['改派', 'Sent elsewhere'], disputed: ['争议未决', 'Disputed'], handled: ['已处置', 'Handled'] },
    assisted: ['已协办', 'Assisted'],
  },
  resolved: { yes: ['已解决', 'Yes'], partial: ['部分解决', 'In part'], no: ['未解决', 'No'] },
  role: { lead: ['牵头', 'Leads'], assist: ['协办', 'Assists'] },
  rejectReason: {
    ...{ notMyDuty: ['不属本单位职责', 'Not our duty'], streetDuty: ['属街道职责', "The street's duty"] },
    ...{ infoLacking: ['信息不全', 'Information lacks'], duplicate: ['重复派单', 'Sent twice'] },
  },
  measures: {
    ...{ onSiteFixed: ['当场整改', 'Mended on the spot'], fileCase: ['立案查处', 'Case filed'] },
    ...{
      transferIn: ['移送接办', 'Transferred'],
      jointPlan: ['联合方案', 'Joint plan'],
      guidance: ['指导', 'Guidance'],
    },
  },
}

/** The label of a coded value; an unknown one is told as it is. */
export function whistleWord(field: string, value: unknown, language: Language): string {
  if (value === null || value === undefined) return ''
  return words[field]?.[String(value)]?.[language === 'en' ? 1 : 0] ?? String(value)
}
