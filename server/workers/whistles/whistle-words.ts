/** What the values of a whistle are called in its documents. */
const whistleWords: Readonly<Record<string, string>> = {
  ...{ normal: '日常', key: '重点攻坚', emergency: '应急' },
  ...{ crossDept: '跨部门', majorDifficult: '重大疑难' },
  ...{ basic: '基本履职', assist: '配合履职', withdrawn: '上级收回' },
  ...{ lead: '牵头' },
  ...{ yes: '已解决', partial: '部分解决', no: '未解决' },
  ...{ onSiteFixed: '当场整改', fileCase: '立案查处', transferIn: '移送接办', jointPlan: '联合方案', guidance: '指导' },
}

/** The name of a value; one without a name is told as it is, nothing as nothing. */
export function wordOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return whistleWords[String(value)] ?? String(value)
}
