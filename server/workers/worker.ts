import type { OfficerTools } from '../approvals/officers/officer-tools.ts'
import type { FileStore } from '../documents/file-store.ts'
import type { ActivatedJob, Command, CommandType, Json, Variables } from '../engine/index.ts'
import type { RegisterRecord } from '../journal/act.ts'
import type { Instances, UserTasks } from '../projections/index.ts'
import type { Calendars } from '../registers/calendars.ts'
import type { Cases } from '../registers/cases/case-queries.ts'
import type { Parties } from '../registers/cases/party-queries.ts'
import type { Reviews } from '../registers/cases/review-queries.ts'
import type { Disputes } from '../registers/disputes.ts'
import type { Documents } from '../registers/documents.ts'
import type { DutyLists } from '../registers/duty-lists.ts'
import type { Escalations } from '../registers/escalations.ts'
import type { Items } from '../registers/items.ts'
import type { LimitParameters } from '../registers/limit-parameters.ts'
import type { Limits } from '../registers/limit-queries.ts'
import type { OfficeParameters } from '../registers/office-parameters.ts'
import type { Registers } from '../registers/open-registers.ts'
import type { People } from '../registers/people.ts'
import type { ProcedureStarts } from '../registers/procedure-starts.ts'
import type { Transfers } from '../registers/transfers.ts'
import type { Whistles } from '../registers/whistles/whistle-queries.ts'
import type { ProvinceLine } from './certificates/province-line.ts'

/** What a job does beside completing itself: one entry of the journal, in the name of the worker. */
export interface WorkerDeed {
  /** Message id, with its sentence in history-words.ts. */
  verb: string
  payload: Record<string, Json>
  register?: RegisterRecord[]
  /** What it concerns beside the job and its instance. */
  subject?: Record<string, string>
  commands?: Command[]
  /** Names of payload and register members whose values are personal data. */
  personal?: string[]
  /** Runs inside the savepoint: records that depend on what is written by then, for example on the next number. */
  inside?(): RegisterRecord[]
}

/** What a worker may use. */
export interface WorkerTools {
  /** Sends a message in the name of the job; the message id makes a repetition harmless. */
  publish(
    job: ActivatedJob,
    message: Omit<Extract<Command<CommandType>, { type: 'PUBLISH_MESSAGE' }>, 'type'>,
  ): Promise<void>
  /** Does something in the name of the job; what makes a repetition harmless is the worker's to see to. */
  act(job: ActivatedJob, deed: WorkerDeed): Promise<void>
  clock: { now(): number }
  instances: Pick<Instances, 'caseOf' | 'find' | 'keysOfCase'>
  tasks: Pick<UserTasks, 'openOf'>
  limits: Pick<Limits, 'ofElement' | 'ofOwner'>
  limitParameters: Pick<LimitParameters, 'inForce'>
  calendars: Pick<Calendars, 'latest'>
  cases: Pick<Cases, 'find'>
  parties: Pick<Parties, 'find'>
  reviews: Reviews
  documents: Documents
  disputes: Disputes
  transfers: Transfers
  items: Pick<Items, 'find' | 'isEmpowered'>
  escalations: Pick<Escalations, 'madeBy'>
  whistles: Whistles
  dutyLists: DutyLists
  files: Pick<FileStore, 'keep'>
  people: Pick<
    People,
    'nameOf' | 'findOrganisation' | 'appointmentsOf' | 'listOrganisations' | 'findPerson' | 'listPeople'
  >
  officeParameters: Pick<OfficeParameters, 'textOf' | 'numberOf'>
  registers: Registers
  /** What is looked at when somebody may no longer do what he did. */
  officers: OfficerTools
  procedureStarts: ProcedureStarts
  /** Where certificates are reported to. */
  province: ProvinceLine
}

/** Works one job type. It must be idempotent by job key: after a crash the same job comes again. */
export interface Worker {
  type: string
  /** Lease in ms; after it another attempt may begin. */
  timeout: number
  /** Throws BpmnError for the business's no, any other Error to try again later. */
  handle(job: ActivatedJob, tools: WorkerTools): Promise<Variables | undefined>
}
