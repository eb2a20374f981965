/** Whose work somebody may give to somebody else, by role. */
export interface Superior {
  role: string
  /** Holders of these work under him. */
  over: readonly string[]
}

/**
 * Who is whose superior when work changes hands (改派), within one line of organisations. Reviewers are not under the head
 * of the centre whose cases they review, but under the deputy who is in charge of legal affairs.
 */
const superiors: readonly Superior[] = [
  { role: 'center-director', over: ['street-officer', 'street-aux', 'street-dispatcher'] },
  {
    role: 'subdistrict-deputy',
    over: [
      ...['center-director', 'street-officer', 'street-aux', 'street-dispatcher'],
      ...['center-legal-reviewer', 'pmo-legal-reviewer', 'hearing-host', 'hearing-clerk'],
      ...['street-archivist', 'street-finance'],
    ],
  },
  {
    role: 'subdistrict-head',
    over: [
      ...['subdistrict-deputy', 'center-director', 'street-officer', 'street-aux', 'street-dispatcher'],
      ...['center-legal-reviewer', 'pmo-legal-reviewer', 'hearing-host', 'hearing-clerk'],
      ...['street-archivist', 'street-finance'],
    ],
  },
  { role: 'dept-leader', over: ['dept-dispatcher', 'dept-officer', 'dept-expert', 'dept-guidance-head'] },
  {
    role: 'justice-bureau-leader',
    over: [
      ...['justice-supervisor', 'justice-office-supervisor', 'justice-cert-admin', 'justice-training-admin'],
      ...['reconsideration-clerk'],
    ],
  },
  {
    role: 'district-leader',
    over: ['leading-group-office', 'subdistrict-head', 'dept-leader', 'justice-bureau-leader'],
  },
]

/** An office: a role at an organisation. */
export interface Office {
  role: string
  org: string
}

/** Whether anybody works under the holder of an office. */
export function isHead({ role }: Office): boolean {
  return superiors.some(superior => superior.role === role)
}

/** What has to be known of organisations: the body in whose name it acts, and what lies above it. */
export type FindOrganisation = (orgId: string) => { entity: string; parent: string | null } | undefined

/** Whether the holder of one office is the superior of the holders of another: by role, and in one line. */
export function isSuperior(superior: Office, office: Office, find: FindOrganisation): boolean {
  const over = superiors.find(({ role }) => role === superior.role)?.over
  return over?.includes(office.role) === true && isInLine(superior.org, office.org, find)
}

/** Whether an organisation is the other, lies above it, or acts in the name of the same body. */
export function isInLine(upper: string, lower: string, find: FindOrganisation): boolean {
  const entity = find(upper)?.entity
  const seen = new Set<string>()
  for (let org: string | null = lower; org !== null && !seen.has(org); org = find(org)?.parent ?? null) {
    if (org === upper || (entity !== undefined && find(org)?.entity === entity)) return true
    seen.add(org)
  }
  return false
}

/** An office as candidate groups write it. */
export function officeOf(group: string): Office {
  const [role = '', org = ''] = group.split('@')
  return { role, org }
}
