import type { Json, Variables } from '../../server/engine/index.ts'

/** Something somebody does at `<office days before today> <hh:mm>` of Shanghai. */
export interface Step {
  at: `${number} ${number}:${number}`
  by: string
  /** The task that is completed, or claimed and left open, or what is asked of the review, or done with its case. */
  task?: string
  claim?: string
  request?: string
  /** Who signs second, where two must. */
  second?: string
  caseAct?: 'suspensions' | 'resumption' | 'changes'
  action?: string
  /** What is filled in otherwise than in the properly filled form. */
  values?: Variables
  /** The same where it names days; `dayOf` tells the office date so many office days before today. */
  dated?(dayOf: (days: number) => string): Variables
}

/** Another procedure than a review: what its start form holds. */
export interface OtherProcedure extends Pick<Step, 'values' | 'dated'> {
  id: string
}

/** A legal review of the demonstration, or another procedure; parties are invented. */
export interface Review {
  start: Step
  /** Default: a legal review. */
  procedure?: OtherProcedure
  caseTitle: string
  partyName: string
  reviewType: string
  stage: string
  handlerIds: readonly string[]
  /** What was found on the spot, for the report. */
  evidence?: string
  /** How the case is registered; its number is given then. What is its own case has none. */
  filing?: Filing
  /** When a coercive measure was taken that could not wait for its review. */
  executedAt?: Step['at']
  steps: readonly Step[]
}

/** 立案: when, and what is filled in. */
export interface Filing {
  at: Step['at']
  /** @param day office date of the registration */
  values(day: string): Variables
  /** The case has not come to a review yet. */
  isAll?: true
}

/** Something somebody does that belongs to no case: a request to a route of the house. */
export interface OfficeAct {
  at: Step['at']
  by: string
  method: 'POST' | 'PUT' | 'PATCH'
  path: string
  /** @param instantOf UTC ms of a time of the demonstration. */
  body(instantOf: (at: Step['at']) => number): Json
}

/** A task completed: who, when, which button, and what is filled in otherwise. */
export const step = (at: Step['at'], by: string, task: string, action?: string, values?: Variables): Step => ({
  at,
  by,
  task,
  ...(action !== undefined && { action }),
  ...(values && { values }),
})
/** The material is found complete. */
export const complete = (at: Step['at'], by: string) => step(at, by, 'intake', 'yes')
