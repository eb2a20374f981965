import { officeDate } from '../clock/office-date.ts'
import { roleName, roles } from '../identity/roles.ts'
import type { Organisation } from '../registers/people.ts'
import type { House } from './house.ts'
import type { Language } from './language.ts'

/** How many holders of a role an organisation of a kind has: at least so many, or exactly as many. */
interface Staffing {
  kind: string
  role: string
  /** Key of the office's parameter. */
  parameter: string
  isExact?: true
}

/** The footnotes of the catalogue of roles (街道执法人员成对出现, 法制员组内≥2人, 专职监督员1名, 业务指导负责人一名). */
const staffing: readonly Staffing[] = [
  { kind: 'enforcement-centre', role: 'street-officer', parameter: 'centre.least-officers' },
  { kind: 'public-management-office', role: 'pmo-legal-reviewer', parameter: 'pmo.least-members' },
  { kind: 'justice-office', role: 'justice-office-supervisor', parameter: 'justice-office.supervisors' },
  { kind: 'empowering-department', role: 'dept-guidance-head', parameter: 'department.guidance-heads', isExact: true },
]

/** What the staffing of organisations lacks today: sentences, none when nothing is amiss. */
export function staffingWarnings(house: House, language: Language): (organisation: Organisation) => string[] {
  const today = officeDate(house.clock.now())
  const counted = house.people.countRoles(today)
  return ({ orgId, kind }) => {
    const held = counted.filter(({ org }) => org === orgId)
    const missing = staffing.flatMap(rule => {
      if (rule.kind !== kind) return []
      const wanted = house.officeParameters.numberOf(rule.parameter, today)
      const found = held.find(({ role }) => role === rule.role)?.people ?? 0
      const isRight = rule.isExact ? found === wanted : found >= wanted
      return isRight ? [] : [lacking(roleName(rule.role, language), found, { wanted, isExact: rule.isExact }, language)]
    })
    const misplaced = held.filter(({ role }) => kind !== null && roles[role] && !isUsual(role, kind))
    return [...missing, ...misplaced.map(({ role }) => unusual(roleName(role, language), language))]
  }
}

const isUsual = (role: string, kind: string): boolean => roles[role]?.at.some(each => each === kind) ?? true

function lacking(
  name: string,
  found: number,
  { wanted, isExact }: { wanted: number; isExact: true | undefined },
  language: Language,
): string {
  if (language === 'en') return `${name}: ${found} in office, expected ${isExact ? '' : 'at least '}${wanted}`
  return `${name}现有 ${found} 人，应${isExact ? '为' : '不少于'} ${wanted} 人`
}

const unusual = (name: string, language: Language): string =>
  language === 'en' ? `${name} is usually held elsewhere` : `${name}一般不设在这类机构`
