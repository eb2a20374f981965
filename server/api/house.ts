import type { Journal } from '../../db/journal.ts'
import type { OfficeDatabase } from '../../db/open.ts'
import type { Drafts } from '../approvals/drafts.ts'
import type { OfficeClock } from '../clock/office-clock.ts'
import type { Config } from '../config.ts'
import type { FileStore } from '../documents/file-store.ts'
import type { ProcessEngine } from '../engine/index.ts'
import type { Accounts } from '../identity/accounts.ts'
import type { Invitations } from '../identity/invitations.ts'
import type { Passwords } from '../identity/passwords.ts'
import type { Sessions } from '../identity/sessions.ts'
import type { SetUpLink } from '../identity/set-up-link.ts'
import type { SignInLimit } from '../identity/sign-in-limit.ts'
import type { Act } from '../journal/act.ts'
import type { Log } from '../log.ts'
import type { PostOffice } from '../notifications/post-office.ts'
import type {
  Definitions,
  Desks,
  Inbox,
  Incidents,
  Instances,
  Origins,
  Participations,
  Sheets,
  TaskParts,
  UserTasks,
} from '../projections/index.ts'
import type { Absences } from '../registers/absences.ts'
import type { Calendars } from '../registers/calendars.ts'
import type { Suspensions } from '../registers/case-suspensions.ts'
import type { Cases } from '../registers/cases/case-queries.ts'
import type { CaseLists } from '../registers/cases/open-lists.ts'
import type { Parties } from '../registers/cases/party-queries.ts'
import type { Reviews } from '../registers/cases/review-queries.ts'
import type { Disputes } from '../registers/disputes.ts'
import type { Documents } from '../registers/documents.ts'
import type { DraftReplays } from '../registers/draft-replays.ts'
import type { DutyLists } from '../registers/duty-lists.ts'
import type { Escalations } from '../registers/escalations.ts'
import type { EvidenceDefects } from '../registers/evidence-defects.ts'
import type { GuardedActs } from '../registers/guarded-acts.ts'
import type { InstanceMigrations } from '../registers/instance-migrations.ts'
import type { IntakeClients } from '../registers/intake-clients.ts'
import type { IntakeMatters } from '../registers/intake-matters.ts'
import type { Items } from '../registers/items.ts'
import type { LimitParameters } from '../registers/limit-parameters.ts'
import type { Limits } from '../registers/limit-queries.ts'
import type { OfficeParameters } from '../registers/office-parameters.ts'
import type { Registers } from '../registers/open-registers.ts'
import type { People } from '../registers/people.ts'
import type { ProcedureRetirements } from '../registers/procedure-retirements.ts'
import type { ProcedureStarts } from '../registers/procedure-starts.ts'
import type { ProcessDraftReviews } from '../registers/process-draft-reviews.ts'
import type { Recusals } from '../registers/recusals.ts'
import type { Statutes } from '../registers/statute-queries.ts'
import type { Transfers } from '../registers/transfers.ts'
import type { UnmannedTasks } from '../registers/unmanned-tasks.ts'
import type { Webhooks } from '../registers/webhooks.ts'
import type { Whistles } from '../registers/whistles/whistle-queries.ts'
import type { Rehearsals } from '../rehearsal/open-rehearsals.ts'
import type { ProvinceLine } from '../workers/certificates/province-line.ts'
import type { EngineRows } from './clients/engine-rows.ts'
import type { Diagrams } from './diagrams.ts'
import type { OpenLines } from './open-lines.ts'
import type { DraftStore } from './process-drafts/draft-store.ts'
import type { Rehearsal } from './process-drafts/publish-checks.ts'
import type { PublishedFiles } from './process-drafts/published-files.ts'
import type { ShippedScenarios } from './process-drafts/shipped-scenarios.ts'

/** The parts of the house that routes and acts work with; app.ts puts them together. */
export interface House {
  config: Config
  isDemo: boolean
  db: OfficeDatabase
  journal: Journal
  engine: ProcessEngine<Act>
  clock: OfficeClock
  log: Log
  /** On the writer, so that a guard sees what earlier acts of its batch wrote. */
  people: People
  /** Likewise. */
  tasks: UserTasks
  /** Likewise. */
  participations: Participations
  /** Likewise. */
  sheets: Sheets
  /** Likewise. */
  desks: Desks
  /** Likewise. */
  evidenceDefects: EvidenceDefects
  guardedActs: GuardedActs
  /** On the writer, like those before. */
  absences: Absences
  /** Likewise. */
  taskParts: TaskParts
  /** Likewise. */
  registers: Registers
  /** Likewise. */
  items: Items
  /** Likewise. */
  officeParameters: OfficeParameters
  /** Likewise. */
  unmannedTasks: UnmannedTasks
  whistles: Whistles
  dutyLists: DutyLists
  accounts: Accounts
  inbox: Inbox
  instances: Instances
  incidents: Incidents
  definitions: Definitions
  /** On the writer, like what the engine itself reads. */
  limits: Limits
  /** Likewise. */
  suspensions: Suspensions
  /** Likewise. */
  recusals: Recusals
  /** Likewise. */
  disputes: Disputes
  /** Likewise. */
  transfers: Transfers
  /** Likewise. */
  procedureStarts: ProcedureStarts
  /** Where certificates are reported to. */
  province: ProvinceLine
  /** Likewise. */
  processDraftReviews: ProcessDraftReviews
  /** Likewise. */
  draftReplays: DraftReplays
  /** Likewise. */
  procedureRetirements: ProcedureRetirements
  /** Likewise. */
  instanceMigrations: InstanceMigrations
  /** Likewise. */
  processDrafts: DraftStore
  shippedScenarios: ShippedScenarios
  publishedFiles: PublishedFiles
  /** Where bundles are tried before they come into force. */
  rehearsal?: Rehearsal
  /** Likewise. */
  intakeClients: IntakeClients
  /** Likewise. */
  intakeMatters: IntakeMatters
  /** Likewise. */
  origins: Origins
  /** Likewise. */
  escalations: Escalations
  /** Likewise. */
  limitParameters: LimitParameters
  /** Likewise. */
  calendars: Calendars
  /** Likewise. */
  statutes: Statutes
  /** Likewise. */
  cases: Cases
  /** Likewise. */
  parties: Parties
  caseLists: CaseLists
  /** Likewise. */
  reviews: Reviews
  /** Likewise. */
  documents: Documents
  drafts: Drafts
  diagrams: Diagrams
  /** On the writer, like the engine itself. */
  engineRows: EngineRows
  files: FileStore
  passwords: Passwords
  invitations: Invitations
  sessions: Sessions
  signInLimit: SignInLimit
  setUp: SetUpLink
  lines: OpenLines
  /** On the writer, so that a guard sees what earlier acts of its batch wrote. */
  webhooks: Webhooks
  postOffice: PostOffice
  /** Offices that are thrown away; a rehearsal office has none of its own. */
  rehearsals?: Rehearsals
  /** Aborted when the house closes; whoever waits for news (SSE) goes home. */
  closing: AbortController
}
