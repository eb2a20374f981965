import type { Words } from '../language.ts'

/** Names of the fields of the catalogue, in histories, on pages and as columns of files. */
export const catalogueFieldWords: Words = {
  itemCode: { zh: '事项编码', en: 'item code' },
  'enforcement-items.name': { zh: '事项名称', en: 'name of the item' },
  domain: { zh: '领域', en: 'field' },
  actType: { zh: '行为类别', en: 'kind of act' },
  level: { zh: '目录层级', en: 'level of the list' },
  department: { zh: '部门', en: 'department' },
  basis: { zh: '依据', en: 'basis' },
  streets: { zh: '赋权街道', en: 'empowered streets' },
  tags: { zh: '清单标签', en: 'lists' },
  penaltyRange: { zh: '处罚种类和幅度', en: 'range of penalties' },
  coercionBasis: { zh: '强制依据', en: 'basis of coercion' },
  benchmarkDmn: { zh: '裁量基准表', en: 'benchmark table' },
  guideUrl: { zh: '办事指南', en: 'guide' },
  'enforcement-items.state': { zh: '事项状态', en: 'state' },
  docNo: { zh: '确认书文号', en: 'document number' },
  street: { zh: '街道', en: 'street' },
  items: { zh: '承接事项', en: 'items taken over' },
  signedOn: { zh: '签订日', en: 'signed on' },
  fileId: { zh: '文件编号', en: 'file' },
  fileName: { zh: '文件名', en: 'name of the file' },
  dutyId: { zh: '清单编号', en: 'number' },
  listType: { zh: '清单类别', en: 'list' },
  'duty-lists.name': { zh: '事项', en: 'duty' },
  'duty-lists.department': { zh: '牵头或收回部门', en: 'department that leads or took it back' },
  departmentDuty: { zh: '部门职责', en: 'what the department does' },
  streetDuty: { zh: '街道职责', en: 'what the street does' },
  standing: { zh: '身份', en: 'standing' },
  staffing: { zh: '编制类别', en: 'establishment' },
  post: { zh: '岗位', en: 'post' },
  category: { zh: '退休类别', en: 'category of retirement' },
  bornIn: { zh: '出生年月', en: 'month of birth' },
  trainingId: { zh: '学时编号', en: 'number' },
  'training-hours.kind': { zh: '学时类别', en: 'kind of training' },
  hours: { zh: '学时', en: 'hours' },
  course: { zh: '培训内容', en: 'course' },
  result: { zh: '考核结果', en: 'result' },
  heldOn: { zh: '培训日', en: 'held on' },
  bornFrom: { zh: '出生年月自', en: 'born from' },
  bornTo: { zh: '出生年月至', en: 'born to' },
  ageMonths: { zh: '退休年龄（月）', en: 'age of retirement in months' },
  phone: { zh: '联系电话', en: 'telephone' },
  successor: { zh: '并入机构', en: 'merged into' },
  orgId: { zh: '机构编号', en: 'organisation' },
  'organisation-changes.name': { zh: '名称', en: 'name' },
  'organisation-changes.validFrom': { zh: '自何日起', en: 'from' },
}

/** Names of values that are chosen from a list. */
export const catalogueValueWords: Words = {
  penalty: { zh: '行政处罚', en: 'penalty' },
  coercion: { zh: '行政强制', en: 'coercion' },
  inspection: { zh: '行政检查', en: 'inspection' },
  city: { zh: '市级', en: 'city' },
  district: { zh: '区级', en: 'district' },
  street: { zh: '街道', en: 'street' },
  'in-force': { zh: '生效', en: 'in force' },
  'enforcement-items.state.suspended': { zh: '暂停', en: 'suspended' },
  'enforcement-items.state.withdrawn': { zh: '收回', en: 'withdrawn' },
  basic: { zh: '基本履职', en: 'basic duties' },
  assist: { zh: '配合履职', en: 'duties of assistance' },
  'duty-lists.listType.withdrawn': { zh: '上级收回', en: 'taken back' },
  'enforcement-items.tags.withdrawn': { zh: '上级收回', en: 'taken back' },
  main: { zh: '联络员', en: 'liaison' },
  substitute: { zh: '替补联络员', en: 'substitute' },
  dissolved: { zh: '已撤销', en: 'dissolved' },
  civilServant: { zh: '公务员', en: 'civil servant' },
  careerStaff: { zh: '事业编制', en: 'staff of a public institution' },
  'staff-register.staffing.other': {
    zh: '其他（合同工、临时工、工勤、辅助人员）',
    en: 'other (contract, temporary, auxiliary)',
  },
  common: { zh: '公共法律知识', en: 'common law' },
  professional: { zh: '专业法律知识', en: 'professional law' },
  retraining: { zh: '复训', en: 'retraining' },
  passed: { zh: '合格', en: 'passed' },
  failed: { zh: '不合格', en: 'failed' },
  male: { zh: '男职工', en: 'men' },
  'female-cadre': { zh: '女职工（原55周岁）', en: 'women, formerly at 55' },
  'female-worker': { zh: '女职工（原50周岁）', en: 'women, formerly at 50' },
}

/** What was done, as a sentence without its subject; the actor stands before it. */
export const catalogueSentences: Words = {
  'catalogue.add': { zh: '登记', en: 'entered it' },
  'catalogue.change': { zh: '更改', en: 'changed it' },
  'organisation.plan': { zh: '更改机构，自指定日起', en: 'changed the organisation from a day on' },
  'organisation.dissolve': { zh: '撤销机构', en: 'dissolved the organisation' },
  'organisation.merge': { zh: '并入其他机构', en: 'merged the organisation into another' },
}

/** Refusals of acts on the catalogue. */
export const catalogueProblems = {
  'register.other-row': {
    status: 422,
    zh: '部门、人员、起始日是这一行的身份，不能改；请另外登记一行，给这一行填截止日',
    en: 'Department, person and first day name the row; enter another one and end this one',
  },
} as const

/** Complaints about a row of the catalogue. */
export const catalogueComplaints: Words = {
  'register.not-a-value': { zh: '格式不对', en: 'Is not of the expected form' },
  'register.other-kind': {
    zh: '“{found}”不属于这里可选的机构',
    en: '“{found}” is no organisation of the kind expected here',
  },
  'register.unknown-item': { zh: '没有编码为“{found}”的事项', en: 'There is no item “{found}”' },
  'parameter.range': { zh: '应在 {min} 与 {max} 之间', en: 'Expected {min} to {max}' },
  'register.dissolved': { zh: '“{found}”已经撤销', en: '“{found}” was dissolved' },
  'register.has-below': { zh: '还有下级机构：{found}', en: 'There are organisations below it: {found}' },
  'register.too-long': { zh: '最多 {most} 字', en: 'At most {most} characters' },
}
