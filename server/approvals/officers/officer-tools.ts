import type { UserTaskWords } from '../../bpmn/index.ts'
import type { OfficeClock } from '../../clock/office-clock.ts'
import type { Command, Outcome, ProcessEngine, Variables } from '../../engine/index.ts'
import type { Act, Actor, Entry, RegisterRecord } from '../../journal/act.ts'
import type { Definitions, Desks, Instances, Sheets, UserTasks } from '../../projections/index.ts'
import type { Cases } from '../../registers/cases/case-queries.ts'
import type { CertificateMatters } from '../../registers/certificate-matters.ts'
import type { Certificates } from '../../registers/certificates.ts'
import type { EvidenceDefects } from '../../registers/evidence-defects.ts'
import type { People } from '../../registers/people.ts'

/** What the watch over officers works with. */
export interface OfficerTools {
  engine: Pick<ProcessEngine<Act>, 'submit' | 'onCommit' | 'visibleVariables'>
  clock: Pick<OfficeClock, 'now' | 'wakeAt'>
  people: Pick<
    People,
    'findPerson' | 'findAccountOfPerson' | 'findAccount' | 'findOrganisation' | 'nameOf' | 'appointmentsOf'
  >
  certificates: Pick<Certificates, 'certificatesOf' | 'changesOf' | 'holders'>
  desks: Desks
  tasks: Pick<UserTasks, 'find'>
  sheets: Pick<Sheets, 'find'>
  cases: Pick<Cases, 'find' | 'handledBy'>
  instances: Pick<Instances, 'find' | 'keysOfCase'>
  definitions: Pick<Definitions, 'findLatest'>
  defects: EvidenceDefects
  matters: Pick<CertificateMatters, 'latestOf'>
  entryOf(seq: number): Entry | undefined
  /** What the diagram says of a task. */
  wordsOf(processDefinitionKey: string, elementId: string): Promise<UserTaskWords | undefined>
  onError(error: unknown): void
}

/** Whom an act changed, and by which entry; at start and at midnight by none. */
export interface Occasion {
  personId: string
  cause: number | undefined
}

const HOUSE: Actor = { kind: 'system', id: 'house', via: 'engine' }
const MIDNIGHT: Actor = { kind: 'clock', id: 'officer-watch', via: 'engine' }

/** What the house does because somebody may no longer do what he did. */
export interface FollowUp {
  kind: Act['kind']
  verb: string
  caseNo?: string | undefined
  subject: Record<string, string>
  payload: NonNullable<Act['payload']>
  register?: RegisterRecord[]
  commands?: Command[]
}

/** Carries out a follow-up in the name of the house, or of the clock when nobody's act was its cause. */
export function follow(tools: OfficerTools, { cause }: Occasion, followUp: FollowUp): Promise<Outcome> {
  const { kind, verb, caseNo, subject, payload, register, commands = [] } = followUp
  const act: Act = {
    ...{ kind, verb, actor: cause === undefined ? MIDNIGHT : HOUSE, at: tools.clock.now(), subject, payload },
    ...(caseNo !== undefined && { caseNo }),
    ...(register && { register }),
    ...(cause !== undefined && { cause }),
  }
  return tools.engine.submit({ act, commands })
}

/** The handlers a running instance names now. */
export function handlersIn({ engine }: Pick<OfficerTools, 'engine'>, processInstanceKey: string): string[] {
  const variables: Variables = engine.visibleVariables(processInstanceKey, processInstanceKey) ?? {}
  return Array.isArray(variables.handlerIds) ? variables.handlerIds.filter(id => typeof id === 'string') : []
}
