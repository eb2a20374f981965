import type { UploadedFile } from '../../db/seed/desk.ts'
import type { CalendarYear } from '../../server/deadlines/work-calendar.ts'
import type { Json, Variables } from '../../server/engine/index.ts'
import type { PreservedGood } from '../../server/registers/preserved-goods.ts'
import type { Transfer } from '../../server/registers/transfers.ts'
import type { WhistleRow } from '../../server/registers/whistles/whistle-queries.ts'

/** Who does it, with which button, and what is filled in otherwise than in a properly filled form. */
interface Doing extends Record<string, Json | undefined> {
  as: string
  action?: string
  /** Why a fact of the form is entered late. */
  lateReason?: string | undefined
}

interface Starting extends Record<string, Json | undefined> {
  by: string
}

/** What a task page says of a limit. */
export interface LimitView {
  dueDate: string
  remindDate: string | null
  urgentDate: string
  isProvisional: boolean
  lastDay: string
  consequence: string
  skipped: { day: string; why: string }[]
  calendarVersion: number
}

/** What is asked of an instance: by whom and why, and what else the request names. */
interface Asking {
  as: string
  reason?: string
  person?: string
  until?: string
  body?: string
}

/**
 * One instance of a procedure, worked through the gate alone: every act is a request of a signed-in person, and a task
 * is completed only by somebody who finds it in the inbox.
 */
export interface Play {
  readonly caseNo: string
  start(starting: Starting): Promise<void>
  /** Lets another procedure of the case, given as a diagram, start it by a message. */
  startedBy(diagram: string, starting: Starting): Promise<void>
  /** How many instances of the procedure there are in the case. */
  siblings(): Promise<number>
  /** Takes the task from the inbox of the person and completes it. */
  complete(elementId: string, doing: Doing): Promise<void>
  claim(elementId: string, doing: { as: string }): Promise<void>
  /** Signs second what somebody signed first, found in the own inbox; `back` sends it back with this reason. */
  cosign(elementId: string, doing: { as: string; back?: string }): Promise<void>
  /** Asks something of the instance, as its page offers it. */
  request(request: string, asking: Asking): Promise<void>
  /** Extends the limit of an open task outside the procedure, as who may decide that does on its page. */
  extendLimit(elementId: string, deciding: { as: string }): Promise<void>
  /** Suspends the case of the instance, or lets it go on. */
  suspend(deciding: { as: string }): Promise<void>
  resume(deciding: { as: string }): Promise<void>
  /** What the page offers somebody to ask: each with whether it can be asked now. */
  requestsOf(personId: string): Promise<{ id: string; permitted: boolean }[]>
  /** The steps and ends that the task page names as what comes next. */
  comesNext(elementId: string, looking: { as: string }): Promise<string[]>
  /** The steps of this instance that lie in somebody's inbox. */
  tasksOf(personId: string): Promise<string[]>
  /** The latest instance of another procedure in the same case. */
  other(processDefinitionId: string): Promise<Play>
  /** What a page of the office answers somebody. */
  sees<T>(path: string, looking: { as: string }): Promise<T>
  /** The steps that wait for somebody, whoever it is. */
  openTasks(): Promise<string[]>
  /** Publishes a message to this instance; the key is its reviewId followed by `/<elementId>` if one is given. */
  publish(name: string, to?: { elementId: string }): Promise<void>
  variable(name: string): Promise<Json | undefined>
  /** Sets the office's clock forward to a moment in Beijing, `2026-11-26 09:00`, and lets limits do what they do. */
  until(moment: string): Promise<void>
  /** Brings in the working days of a year, as an administrator does. */
  announce(year: CalendarYear): Promise<void>
  /** The limit of an open task, as its page explains it. */
  limitOf(elementId: string): Promise<LimitView | undefined>
  /** The limits of the whole procedure. */
  limits(): Promise<{ key: string; lastDay: string }[]>
  /** What the limit clock recorded in this instance, in order: `limit.remind` with its payload. */
  limitActs(): Promise<{ verb: string; actor: string; elementId?: string; payload?: Record<string, Json> }[]>
  /** What went up, in order: why, or which limit is over, and to whom. */
  escalations(): Promise<string[]>
  /** What somebody has been told of this instance, newest first. */
  told(personId: string): Promise<{ kind: string; text: string; path: string }[]>
  /** What the registers hold of it, if it is a whistle. */
  whistle(): Promise<{ row: WhistleRow | undefined; branches: WhistleRow[]; evaluations: WhistleRow[] }>
  /** The rows the register of transfers has of this case, oldest first. */
  transfers(): Promise<Transfer[]>
  /** What it keeps as evidence, thing by thing, if it is a preservation. */
  goods(): Promise<PreservedGood[]>
  /** What was done by people in this instance, in order, with both times where it happened earlier. */
  done(): Promise<{ elementId?: string; happenedAt?: string; late?: { reason: string } }[]>
  /** Whether the register of reviews holds that a review of this case passed. */
  hasPassed(): Promise<boolean>
  /** Another instance of the same procedure in the same case, to be started. */
  anew(): Play
  /** Numbers of the registered cases somebody handles. */
  casesOf(personId: string): Promise<string[]>
  /** Uploads a file for a form. */
  file(name: string, uploading: { as: string }): Promise<UploadedFile>
  /** Whether it has ended, by whichever way. */
  isOver(): Promise<boolean>
  /** The ends of the process that were reached. */
  ends(): Promise<string[]>
  /** What the procedure told others: the variables of the messages of that name; the key is its reviewId, and `/<suffix>`. */
  published(name: string, suffix?: string): Promise<Variables[]>
}
