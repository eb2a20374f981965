import { catalogueFieldWords, catalogueSentences, catalogueValueWords } from './catalogue/words.ts'
import type { Language, Words } from './language.ts'

/** What was done to master data, as a sentence without its subject; the actor stands before it. */
export const registerSentences: Words = {
  'register.enter': { zh: '建库时登记', en: 'entered at the beginning' },
  'office.set-up': { zh: '建立第一个管理员', en: 'set the office up' },
  'register.import': { zh: '由文件导入', en: 'imported a file' },
  'person.add': { zh: '登记人员', en: 'registered the person' },
  'person.change': { zh: '更改姓名', en: 'changed the name' },
  'appointment.add': { zh: '任命', en: 'appointed' },
  'appointment.change': { zh: '更改任职', en: 'changed an appointment' },
  'appointment.end': { zh: '即时终止任职', en: 'ended an appointment at once' },
  'account.open': { zh: '开通账号', en: 'opened an account' },
  'account.reset': { zh: '重置密码', en: 'took the password away' },
  'account.lock': { zh: '锁定账号', en: 'locked the account' },
  'account.unlock': { zh: '解除锁定', en: 'unlocked the account' },
  'account.end-sessions': { zh: '强制退出登录', en: 'ended sessions' },
  'account.choose-password': { zh: '设定密码', en: 'chose a password' },
  'account.change-password': { zh: '更改自己的密码', en: 'changed the own password' },
  'organisation.add': { zh: '登记机构', en: 'registered the organisation' },
  'organisation.change': { zh: '更改机构', en: 'changed the organisation' },
  'certificate.add': { zh: '登记证件', en: 'entered a certificate' },
  'certificate.change': { zh: '更改证件有效期', en: 'changed the days of a certificate' },
  'certificate.suspended': { zh: '暂扣证件', en: 'suspended a certificate' },
  'certificate.withdrawn': { zh: '收回证件', en: 'withdrew a certificate' },
  'certificate.cancelled': { zh: '注销证件', en: 'cancelled a certificate' },
  'certificate.lost': { zh: '证件挂失', en: 'reported a certificate lost' },
  'certificate.valid': { zh: '恢复证件', en: 'restored a certificate' },
  'qualification.change': { zh: '登记法制审核资格', en: 'entered the qualification of a reviewer' },
  'webhook.add': { zh: '登记对接系统', en: 'entered the system' },
  'webhook.change': { zh: '更改对接系统', en: 'changed the system' },
  'webhook.renew-secret': { zh: '更换签名密钥', en: 'renewed the secret' },
  'notification.address': { zh: '更改通知邮箱', en: 'changed the mail address' },
  ...catalogueSentences,
}

/** Names of fields, in histories and as columns of files. */
const fieldWords: Words = {
  personId: { zh: '人员编号', en: 'person' },
  name: { zh: '姓名', en: 'name' },
  'organisations.name': { zh: '名称', en: 'name' },
  'webhooks.name': { zh: '名称', en: 'name' },
  'webhooks.kinds': { zh: '通知哪些', en: 'told of' },
  url: { zh: '地址', en: 'address' },
  role: { zh: '角色', en: 'role' },
  org: { zh: '机构', en: 'organisation' },
  validFrom: { zh: '起始日', en: 'from' },
  validTo: { zh: '截止日', en: 'to' },
  capacity: { zh: '任职方式', en: 'capacity' },
  endedAt: { zh: '即时终止于', en: 'ended at' },
  state: { zh: '状态', en: 'state' },
  accountId: { zh: '账号', en: 'account' },
  parent: { zh: '上级机构', en: 'above it' },
  entity: { zh: '名义机关', en: 'acts in the name of' },
  kind: { zh: '类别', en: 'kind' },
  number: { zh: '证号', en: 'number' },
  certificateId: { zh: '证件', en: 'certificate' },
  effectiveAt: { zh: '生效时刻', en: 'takes effect' },
  recordedAt: { zh: '录入时刻', en: 'entered at' },
  lateReason: { zh: '迟录原因', en: 'why entered late' },
  grantedOn: { zh: '取得日', en: 'granted' },
  reviewerSince: { zh: '首次从事法制审核日', en: 'reviewer since' },
  exemption: { zh: '豁免依据', en: 'basis of the exemption' },
  ...catalogueFieldWords,
}

/** Names of values that are chosen from a list. */
export const valueWords: Words = {
  on: { zh: '启用', en: 'on' },
  off: { zh: '停用', en: 'off' },
  full: { zh: '任职', en: 'holder' },
  acting: { zh: '主持工作', en: 'acting' },
  active: { zh: '正常', en: 'active' },
  locked: { zh: '已锁定', en: 'locked' },
  enforcement: { zh: '行政执法证', en: 'enforcement certificate' },
  supervision: { zh: '行政执法监督证', en: 'supervision certificate' },
  valid: { zh: '有效', en: 'valid' },
  suspended: { zh: '暂扣', en: 'suspended' },
  withdrawn: { zh: '收回', en: 'withdrawn' },
  cancelled: { zh: '注销', en: 'cancelled' },
  lost: { zh: '遗失', en: 'lost' },
  expired: { zh: '过期', en: 'expired' },
  pending: { zh: '未到起始日', en: 'not yet valid' },
  government: { zh: '人民政府', en: 'government' },
  'leading-group': { zh: '领导小组', en: 'leading group' },
  subdistrict: { zh: '街道办事处', en: 'street office' },
  'enforcement-centre': { zh: '综合执法中心', en: 'enforcement centre' },
  'public-management-office': { zh: '公共管理办公室', en: 'public management office' },
  finance: { zh: '财务', en: 'finance' },
  'justice-office': { zh: '司法所', en: 'justice office' },
  'empowering-department': { zh: '赋权部门', en: 'empowering department' },
  department: { zh: '其他部门', en: 'other department' },
  judicial: { zh: '司法与监察机关', en: 'judicial and supervisory body' },
  superior: { zh: '上级机关', en: 'superior body' },
  house: { zh: '本机关', en: 'this office' },
  ...catalogueValueWords,
}

/** The word for a field of a register; without one the field names itself. */
export function fieldWord(register: string, name: string, language: Language): string {
  return (fieldWords[`${register}.${name}`] ?? fieldWords[name])?.[language] ?? name
}

/** The word for a chosen value of a field; without one the value names itself. */
export function valueWord(register: string, name: string, value: string, language: Language): string {
  return (valueWords[`${register}.${name}.${value}`] ?? valueWords[value])?.[language] ?? value
}
