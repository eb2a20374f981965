import type { ORGANISATION_KINDS } from '../registers/organisation-kinds.ts'

/** What a role allows beside the work its tasks give it. */
export const PERMISSIONS = [
  ...(['work', 'administrate', 'audit', 'operate', 'certify', 'supervise', 'catalogue'] as const),
  ...(['staffing', 'training'] as const),
] as const
export type Permission = (typeof PERMISSIONS)[number]

type OrganisationKind = (typeof ORGANISATION_KINDS)[number]

/** Whose business a supervisor views: what lies below his own organisation, or below the one it belongs to. */
export type Supervision = 'own' | 'above'

/** One row of the catalogue. */
export interface Role {
  zh: string
  en: string
  permissions: readonly Permission[]
  /** Kinds of organisations where it is held; an appointment elsewhere is shown as unusual, not refused. */
  at: readonly OrganisationKind[]
  supervises?: Supervision
  /** Somebody from outside: knows of what he takes part in, and of nothing else of the house. */
  isOutside?: true
  /** Reads without names and numbers of parties. */
  readsMasked?: true
}

type Name = [zh: string, en: string]
type At = readonly OrganisationKind[]

const CENTRE: At = ['enforcement-centre']
const OFFICE: At = ['public-management-office']
const STREET: At = ['subdistrict']
const DEPARTMENTS: At = ['empowering-department', 'department']
const JUSTICE: At = ['department']
const JUDICIAL: At = ['judicial']

const staff = ([zh, en]: Name, at: At): Role => ({ zh, en, permissions: ['work'], at })
const outside = ([zh, en]: Name, at: At): Role => ({ zh, en, permissions: ['work'], at, isOutside: true })
const supervisor = ([zh, en]: Name, at: At, supervises: Supervision, more: Permission[] = []): Role => ({
  ...{ zh, en, permissions: ['work', 'supervise', ...more], at, supervises },
})

/** The catalogue of roles; an appointment to a role outside it gives nothing. */
export const roles: Readonly<Record<string, Role>> = {
  'street-officer': staff(['街道执法人员', 'Street officer'], CENTRE),
  'street-aux': staff(['执法辅助人员', 'Auxiliary staff'], CENTRE),
  'center-legal-reviewer': staff(['中心专职法制审核员', 'Legal reviewer of the enforcement centre'], CENTRE),
  'center-director': staff(['综合执法中心主任', 'Director of the enforcement centre'], CENTRE),
  'pmo-legal-reviewer': staff(['公共管理办公室法制员', 'Legal reviewer of the public management office'], OFFICE),
  'review-pool': staff(['审核协作池成员', 'Member of the pool of reviewers'], JUSTICE),
  'subdistrict-deputy': staff(['分管副主任', 'Deputy head of the street office'], STREET),
  'subdistrict-head': staff(['街道办主任', 'Head of the street office'], STREET),
  'case-review-committee': staff(['案件集体讨论成员', 'Member of the case review committee'], STREET),
  'hearing-host': staff(['听证主持人', 'Host of hearings'], OFFICE),
  'hearing-clerk': staff(['听证记录员', 'Clerk of hearings'], OFFICE),
  'street-archivist': staff(['档案员', 'Archivist'], ['subdistrict', 'enforcement-centre', 'public-management-office']),
  'street-finance': staff(['罚没财务', 'Finance of fines and confiscations'], ['finance', 'subdistrict']),
  'street-dispatcher': staff(['街道派单员', 'Dispatcher of the street'], CENTRE),
  'dept-dispatcher': staff(['部门联络员', 'Dispatcher of a department'], DEPARTMENTS),
  'dept-officer': staff(['部门执法人员', 'Officer of a department'], DEPARTMENTS),
  'dept-expert': staff(['部门鉴定人员', 'Expert of a department'], DEPARTMENTS),
  'dept-guidance-head': staff(['部门业务指导负责人', 'Head of guidance of a department'], DEPARTMENTS),
  'dept-leader': staff(['部门负责人', 'Head of a department'], DEPARTMENTS),
  'justice-office-supervisor': supervisor(
    ['司法所专职执法监督员', 'Supervisor of the justice office'],
    ['justice-office'],
    'above',
  ),
  'justice-supervisor': supervisor(['区司法局执法监督人员', 'Supervisor of the justice bureau'], JUSTICE, 'above'),
  'justice-bureau-leader': supervisor(['区司法局负责人', 'Head of the justice bureau'], JUSTICE, 'above'),
  'justice-cert-admin': {
    ...staff(['证件管理员', 'Administrator of certificates'], JUSTICE),
    permissions: ['work', 'certify'],
  },
  'city-cert-admin': outside(['市证件管理员', 'Administrator of certificates, city'], ['superior']),
  'province-cert-admin': outside(['省证件管理员', 'Administrator of certificates, province'], ['superior']),
  'justice-training-admin': {
    ...staff(['培训备案员', 'Administrator of trainings'], JUSTICE),
    permissions: ['work', 'training'],
  },
  'file-reviewer': staff(
    ['案卷评查员', 'Reviewer of case files'],
    ['department', 'justice-office', ...OFFICE, ...CENTRE],
  ),
  'leading-group-office': supervisor(
    ['领导小组办公室', 'Office of the leading group'],
    ['leading-group', 'department'],
    'above',
    ['catalogue'],
  ),
  'district-leader': supervisor(['区政府分管领导', 'Leader of the district'], ['government'], 'own'),
  'staffing-office': {
    ...staff(['编办', 'Staffing office'], DEPARTMENTS),
    permissions: ['work', 'staffing'],
  },
  'finance-bureau': staff(['财政局', 'Finance bureau'], DEPARTMENTS),
  'police-liaison': outside(['公安联络员', 'Liaison of the police'], JUDICIAL),
  'procuratorate-liaison': outside(['检察院联络员', 'Liaison of the procuratorate'], JUDICIAL),
  'court-liaison': outside(['法院联络员', 'Liaison of the court'], JUDICIAL),
  'discipline-liaison': outside(['纪委监委联络员', 'Liaison of the discipline commission'], JUDICIAL),
  'hotline-operator': staff(['12345 热线人员', 'Operator of the hotline'], DEPARTMENTS),
  'reconsideration-clerk': staff(['复议抄告员', 'Clerk of reconsiderations'], JUSTICE),
  'third-party-assessor': outside(['第三方评估', 'Assessor of a third party'], DEPARTMENTS),
  'special-supervisor': {
    ...supervisor(['特邀监督员', 'Invited supervisor'], JUSTICE, 'above'),
    readsMasked: true,
  },
  'enterprise-user': outside(['企业用户', 'Enterprise, through the portal'], []),
  party: outside(['当事人', 'Party, through the portal'], []),
  'process-admin': {
    ...staff(['流程管理员', 'Process administrator'], ['department', 'house']),
    permissions: ['administrate', 'operate', 'catalogue'],
  },
  auditor: { ...staff(['审计员', 'Auditor'], ['department', 'judicial', 'house']), permissions: ['audit'] },
}

/** A role's name in the language asked for; an unknown role names itself. */
export function roleName(role: string, language: 'zh' | 'en' = 'zh'): string {
  return roles[role]?.[language] ?? role
}
