/** Posts of a body of the district: who is needed there, and what papers go with it. */
export interface Post {
  /** Roles with the part of the body they belong to: `street-officer@-CEC`; several are held by the same person. */
  roles: readonly string[]
  count: number
  /** Whether they sign in; others are only in the register. */
  hasAccount?: true
  papers?: 'enforcement' | 'supervision' | 'qualification'
}

/** Enough for every route of a legal review in each street; the smallest has one reviewer less. */
export const STREET_POSTS: readonly Post[] = [
  { roles: ['street-officer@-CEC'], count: 3, hasAccount: true, papers: 'enforcement' },
  { roles: ['street-officer@-CEC'], count: 1, papers: 'enforcement' },
  { roles: ['center-legal-reviewer@-CEC'], count: 2, hasAccount: true, papers: 'qualification' },
  { roles: ['center-director@-CEC'], count: 1, hasAccount: true, papers: 'enforcement' },
  { roles: ['pmo-legal-reviewer@-PMO'], count: 2, hasAccount: true, papers: 'qualification' },
  { roles: ['subdistrict-deputy@', 'case-review-committee@'], count: 1, hasAccount: true },
  { roles: ['subdistrict-head@', 'case-review-committee@'], count: 1, hasAccount: true },
  { roles: ['justice-office-supervisor@-JS'], count: 1, hasAccount: true, papers: 'supervision' },
  { roles: ['street-aux@-CEC'], count: 1 },
  { roles: ['street-dispatcher@-CEC'], count: 1 },
  { roles: ['hearing-host@-PMO'], count: 1 },
  { roles: ['hearing-clerk@-PMO', 'street-archivist@-PMO'], count: 1 },
  { roles: ['street-finance@-FIN'], count: 1 },
]

/** What the first street has beside the people written by hand. */
export const FIRST_STREET_POSTS: readonly Post[] = [
  { roles: ['street-dispatcher@-CEC'], count: 2, hasAccount: true },
  { roles: ['hearing-host@-PMO'], count: 1 },
  { roles: ['hearing-clerk@-PMO', 'street-archivist@-PMO'], count: 1 },
  { roles: ['street-finance@-FIN'], count: 1 },
]

/** An empowering department. */
export const DEPARTMENT_POSTS: readonly Post[] = [
  { roles: ['dept-dispatcher@'], count: 2, hasAccount: true },
  { roles: ['dept-officer@'], count: 3, hasAccount: true, papers: 'enforcement' },
  { roles: ['dept-expert@'], count: 1 },
  { roles: ['dept-guidance-head@'], count: 1, hasAccount: true },
  { roles: ['dept-leader@'], count: 1, hasAccount: true },
]

/** Bodies of which there is one, by id. */
export const SINGLE_POSTS: readonly (readonly [org: string, posts: readonly Post[]])[] = [
  ['WC-GOV', [{ roles: ['district-leader@'], count: 1, hasAccount: true }]],
  ['WC-LG', [{ roles: ['leading-group-office@'], count: 2, hasAccount: true }]],
  [
    'WC-SFJ',
    [
      { roles: ['justice-bureau-leader@'], count: 2, hasAccount: true },
      { roles: ['justice-supervisor@'], count: 2, hasAccount: true, papers: 'supervision' },
      { roles: ['justice-cert-admin@'], count: 1, hasAccount: true },
      { roles: ['justice-training-admin@'], count: 1, hasAccount: true },
      { roles: ['reconsideration-clerk@'], count: 1 },
      { roles: ['file-reviewer@'], count: 2 },
      { roles: ['special-supervisor@'], count: 1 },
      { roles: ['third-party-assessor@'], count: 1 },
    ],
  ],
  ['WC-BB', [{ roles: ['staffing-office@'], count: 1, hasAccount: true }]],
  ['WC-CZ', [{ roles: ['finance-bureau@'], count: 1 }]],
  ['WC-ZSJ', [{ roles: ['hotline-operator@'], count: 1 }]],
  ['WC-GA', [{ roles: ['police-liaison@'], count: 1 }]],
  ['WC-JCY', [{ roles: ['procuratorate-liaison@'], count: 1 }]],
  ['WC-FY', [{ roles: ['court-liaison@'], count: 1 }]],
  ['WC-JW', [{ roles: ['discipline-liaison@'], count: 1 }]],
  ['WH-SFJ', [{ roles: ['city-cert-admin@'], count: 1, hasAccount: true }]],
  ['HB-SFT', [{ roles: ['province-cert-admin@'], count: 1, hasAccount: true }]],
  ['WC-SFJ', [{ roles: ['review-pool@'], count: 2, hasAccount: true, papers: 'qualification' }]],
]
