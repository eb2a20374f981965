import type { PolicyCase, PolicyPerson, PolicyTask, TaskRequest } from './policy.ts'

/** The street's enforcement centre in these tests. */
export const CEC = 'LDJ-CEC'

/** Somebody with roles at the centre, a valid enforcement certificate and the qualification, unless told otherwise. */
export function person(id: string, roles: readonly string[], changes: Partial<PolicyPerson> = {}): PolicyPerson {
  return {
    id,
    appointments: roles.map(role => ({ role, org: CEC })),
    certificates: [{ kind: 'enforcement', number: `E-${id}`, state: 'valid' }],
    qualification: { number: `A-${id}`, grantedOn: '2019-01-01', reviewerSince: '2020-01-01', exemption: null },
    ...changes,
  }
}

/** A task that is open to everybody of these tests. */
export function task(changes: Partial<PolicyTask> = {}): PolicyTask {
  return {
    userTaskKey: '1',
    elementId: 'task',
    enforcementAct: false,
    needsCosigner: false,
    candidateGroups: [`street-officer@${CEC}`, `center-legal-reviewer@${CEC}`, `subdistrict-deputy@${CEC}`],
    candidateUsers: [],
    ...changes,
  }
}

const quietCase: PolicyCase = {
  isRegistered: true,
  powerOver: org => ({ isEmpowered: true, item: undefined, orgName: org }),
  isUnder58: false,
  hardGate: false,
  passedReviewAt: undefined,
  lastMaterialChangeAt: undefined,
  reviewType: undefined,
  itemCode: 'C-001',
  isEmpowered: true,
  itemName: '占道经营',
  hasCoercionBasis: true,
  filings: { wanted: undefined, earlier: [] },
  orgName: '粮道街道办事处',
  holderId: undefined,
  certificatesOf: () => [],
  rolesOf: () => [],
  onSiteUntil: undefined,
  assistsWithoutRecord: [],
  runningMatter: () => undefined,
  isCertificateNumber: () => false,
  recused: [],
  suspension: undefined,
  known: {},
}

/** A request to which no rule objects, but for what is changed. Office time of its act: Tuesday 2026-11-24, 10:00. */
export function request(
  changes: Partial<Omit<TaskRequest, 'case'>> & Pick<TaskRequest, 'person'> & { case?: Partial<PolicyCase> },
): TaskRequest {
  return {
    verb: 'complete',
    task: task(),
    history: [],
    at: Date.parse('2026-11-24T10:00:00+08:00'),
    isHoliday: () => false,
    parameters: { qualificationSince: '2018-01-01', nightFrom: 22, nightTo: 6 },
    ...changes,
    case: { ...quietCase, ...changes.case },
  }
}
