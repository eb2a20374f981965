import type { Json, Named, ProblemDetails, Variables } from '../api-types.ts'

/** Somebody who can be played, with the names of his roles. */
export interface Player extends Named {
  roles: string[]
}

/** A task that is open in a rehearsal, and who may do it. */
export interface RehearsedTask {
  userTaskKey: string
  elementId: string
  name: string
  processName: string
  assignee: Named | null
  players: Player[]
  /** Signed once, and waits for the second signature. */
  awaitsCosign: boolean
  dueDate: string | null
}

/** One thing done in a rehearsal, or happening there. */
export type RehearsalStep =
  | { do: 'start'; by: string; procedure?: string; values: Variables; refused?: string }
  | { do: 'complete'; task: string; by: string; action?: string; values: Variables; refused?: string }
  | { do: 'claim' | 'cosign'; task: string; by: string; refused?: string }
  | { do: 'request'; request: string; by: string; reason: string; refused?: string }
  | { do: 'message'; message: string; task?: string; key?: string; values: Variables }
  | { do: 'wait'; for: string }

/** An office that is thrown away, with what was tried in it. */
export interface Rehearsal {
  id: string
  procedureId: string
  procedureName: string
  now: string
  openedAt: string
  instance: { key: string; state: 'ACTIVE' | 'COMPLETED' | 'TERMINATED' } | null
  starters: Player[]
  tasks: RehearsedTask[]
  path: { went: string[]; now: string[]; flows: string[] }
  incidents: { elementId: string; name: string; message: string }[]
  next: { at: string; kind: 'limit' | 'timer'; name: string | null } | null
  awaited: { message: string; elementId: string }[]
  happened: { seq: number; at: string; who: string; sentence: string }[]
  effects: { at: string; channel: 'mail' | 'webhook'; to: string; subject: string }[]
  steps: RehearsalStep[]
}

/** How a step went: as it stands then, and what the person was told if it was refused. */
export interface StepAnswer {
  refusal: (Partial<ProblemDetails> & { personId?: string }) | null
  rehearsal: Rehearsal
}

/** How one scenario of a draft went. */
export interface ScenarioRun {
  file: string
  name: string
  isGreen: boolean
  /** Nobody of the office plays one of its parts: told, and bars nothing. */
  isUncast: boolean
  problem?: { zh: string; en: string }
  steps: number
}

/** A trial that is kept, as its file holds it. */
export type KeptScenario = Record<string, Json>

/** How a finished case goes in a draft: as before, another way, not known, or it could not be told again. */
export type ReplayVerdict = 'same' | 'differs' | 'undetermined' | 'unplayable'

/** A finished case told again. */
export interface ReplayedCase {
  instance: string
  caseNo: string | null
  verdict: ReplayVerdict
  before: string[]
  after: string[]
  /** The number of the task or end that is the first to differ, from 1. */
  at?: number
  unanswered?: {
    kind: 'task' | 'field' | 'action' | 'job' | 'event' | 'broken'
    place: string
    name: string
    what: string
  }
}

/** What a draft would have changed of finished cases. */
export interface ReplayReport {
  finished: number
  from: number
  counts: Record<ReplayVerdict, number>
  cases: ReplayedCase[]
  limits: { place: string; name: string; before: string; after: string; cases: number }[]
  /** `atLeast`: so many more at least, in cases that are not known to their end. */
  roles: { role: string; name: string; before: number; after: number; atLeast: number }[]
}

/** Finished cases being told again. */
export interface Replay {
  id: string
  state: 'running' | 'done' | 'cancelled' | 'failed'
  done: number
  total: number
  problem: string | null
  report: ReplayReport | null
}

/** What is kept of the newest replay of a draft. */
export interface KeptReplay {
  /** Of the save that was replayed. */
  revision: number
  madeBy: Named
  madeAt: string
  report: ReplayReport
}
