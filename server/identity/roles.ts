/** What a role allows beside the work its tasks give it. */
export type Permission = 'work' | 'administrate' | 'audit' | 'operate' | 'certify'

interface Role {
  zh: string
  en: string
  permissions: readonly Permission[]
}

const WORK: readonly Permission[] = ['work']
const staff = (zh: string, en: string): Role => ({ zh, en, permissions: WORK })

/** The catalogue of roles; an appointment to a role outside it gives nothing. */
export const roles: Readonly<Record<string, Role>> = {
  'street-officer': staff('街道执法人员', 'Street officer'),
  'street-aux': staff('执法辅助人员', 'Auxiliary staff'),
  'center-legal-reviewer': staff('中心专职法制审核员', 'Legal reviewer of the enforcement centre'),
  'center-director': staff('综合执法中心主任', 'Director of the enforcement centre'),
  'pmo-legal-reviewer': staff('公共管理办公室法制员', 'Legal reviewer of the public management office'),
  'subdistrict-deputy': staff('分管副主任', 'Deputy head of the street office'),
  'subdistrict-head': staff('街道办主任', 'Head of the street office'),
  'case-review-committee': staff('案件集体讨论成员', 'Member of the case review committee'),
  'hearing-host': staff('听证主持人', 'Host of hearings'),
  'hearing-clerk': staff('听证记录员', 'Clerk of hearings'),
  'street-archivist': staff('档案员', 'Archivist'),
  'street-finance': staff('罚没财务', 'Finance of fines and confiscations'),
  'street-dispatcher': staff('街道派单员', 'Dispatcher of the street'),
  'dept-dispatcher': staff('部门联络员', 'Dispatcher of a department'),
  'dept-officer': staff('部门执法人员', 'Officer of a department'),
  'dept-expert': staff('部门鉴定人员', 'Expert of a department'),
  'dept-guidance-head': staff('部门业务指导负责人', 'Head of guidance of a department'),
  'dept-leader': staff('部门负责人', 'Head of a department'),
  'justice-office-supervisor': staff('司法所专职执法监督员', 'Supervisor of the justice office'),
  'justice-supervisor': staff('区司法局执法监督人员', 'Supervisor of the justice bureau'),
  'justice-bureau-leader': staff('区司法局负责人', 'Head of the justice bureau'),
  'justice-cert-admin': { zh: '证件管理员', en: 'Administrator of certificates', permissions: ['work', 'certify'] },
  'city-cert-admin': staff('市证件管理员', 'Administrator of certificates, city'),
  'province-cert-admin': staff('省证件管理员', 'Administrator of certificates, province'),
  'justice-training-admin': staff('培训备案员', 'Administrator of trainings'),
  'file-reviewer': staff('案卷评查员', 'Reviewer of case files'),
  'leading-group-office': staff('领导小组办公室', 'Office of the leading group'),
  'district-leader': staff('区政府分管领导', 'Leader of the district'),
  'staffing-office': staff('编办', 'Staffing office'),
  'finance-bureau': staff('财政局', 'Finance bureau'),
  'police-liaison': staff('公安联络员', 'Liaison of the police'),
  'procuratorate-liaison': staff('检察院联络员', 'Liaison of the procuratorate'),
  'court-liaison': staff('法院联络员', 'Liaison of the court'),
  'discipline-liaison': staff('纪委监委联络员', 'Liaison of the discipline commission'),
  'hotline-operator': staff('12345 热线人员', 'Operator of the hotline'),
  'reconsideration-clerk': staff('复议抄告员', 'Clerk of reconsiderations'),
  'third-party-assessor': staff('第三方评估', 'Assessor of a third party'),
  'special-supervisor': staff('特邀监督员', 'Invited supervisor'),
  'process-admin': { zh: '流程管理员', en: 'Process administrator', permissions: ['administrate', 'operate'] },
  auditor: { zh: '审计员', en: 'Auditor', permissions: ['audit'] },
}

/** A role's name in the language asked for; an unknown role names itself. */
export function roleName(role: string, language: 'zh' | 'en' = 'zh'): string {
  return roles[role]?.[language] ?? role
}
