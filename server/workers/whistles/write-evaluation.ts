import { dayOf } from '../../deadlines/office-day.ts'
import type { Json, Variables } from '../../engine/index.ts'
import type { WhistleRow } from '../../registers/whistles/whistle-queries.ts'
import { whistleRecord } from '../../registers/whistles/whistles.ts'
import { textInput } from '../job-inputs.ts'
import { plainTime } from '../plain-times.ts'
import type { Worker, WorkerTools } from '../worker.ts'
import { officesOf } from './whistle-bodies.ts'

/** In time, late, not at all. */
const TIMELY = { inTime: 5, late: 2, never: 1 } as const
const NOT_DONE = 1

/**
 * Enters how every body that was called did (inputs `whistleId`, `orgCode`, `title`, `scores`, `byDefault`, `evaluatedBy`,
 * `evaluatedAt`): effect and cooperation as people scored them, in time or not as the register of branches has it. Answers
 * `lowOrgs`, those of whom a score asks for a response, with whose head it is.
 */
export const writeEvaluation: Worker = {
  type: 'write-evaluation',
  timeout: 30_000,
  async handle(job, tools) {
    const whistleId = textInput(job, 'whistleId')
    const { orgCode = null, title = null, byDefault = false, evaluatedBy = null, evaluatedAt = null } = job.variables
    const low = Number(parameterOf(tools, 'whistle.low-score') ?? 2)
    const rows = scoresIn(job.variables).map(score => {
      const scored = scoreOf(tools.whistles.branch(whistleId, score.org), score)
      const isLow = Math.min(scored.signTimely, scored.arriveTimely, scored.effect, scored.cooperate) <= low
      return { ...scored, org: score.org, comment: score.comment, isLow, isAssessed: isAssessed(tools, score.org) }
    })
    await tools.act(job, {
      verb: 'register.write',
      payload: { register: 'whistle-evaluations', byDefault: byDefault === true },
      subject: { bizKey: whistleId },
      register: [
        whistleRecord('whistles', whistleId, { state: 'evaluated' }),
        ...rows.map(row =>
          whistleRecord('whistle-evaluations', `${whistleId}/${row.org}`, {
            ...row,
            ...{ whistleId, orgCode, title, byDefault, evaluatedAt: plainTime(evaluatedAt) },
            evaluatedBy: byDefault === true ? null : evaluatedBy,
          }),
        ),
      ],
    })
    return { lowOrgs: rows.flatMap(({ org, isLow }) => (isLow ? [{ org, head: officesOf(tools, org).head }] : [])) }
  },
}

interface GivenScore {
  org: string
  effect: number
  cooperate: number
  comment: Json
}

function scoresIn({ scores }: Variables): GivenScore[] {
  const rows = Array.isArray(scores) ? (scores as Record<string, Json>[]) : []
  return rows.map(({ org, effect, cooperate, comment = null }) => ({
    ...{ org: String(org), effect: Number(effect), cooperate: Number(cooperate), comment },
  }))
}

function scoreOf(branch: WhistleRow | undefined, { effect, cooperate }: GivenScore) {
  const timely = (at: Json | undefined, late: Json | undefined) =>
    typeof at !== 'string' ? TIMELY.never : late === 1 ? TIMELY.late : TIMELY.inTime
  const worked = (score: number) => (Number.isFinite(score) ? score : NOT_DONE)
  return {
    signTimely: timely(branch?.signAt, branch?.signLate),
    arriveTimely: timely(branch?.arriveAt, branch?.arriveLate),
    effect: worked(effect),
    cooperate: worked(cooperate),
  }
}

function parameterOf({ officeParameters, clock }: WorkerTools, key: string): string {
  return officeParameters.textOf(key, dayOf(clock.now()))
}

/** Whose evaluations count in the two-way assessment: all bodies', or the empowering departments'. */
function isAssessed(tools: WorkerTools, org: string): boolean {
  if (parameterOf(tools, 'whistle.assessment-scope') === 'all') return true
  return tools.people.findOrganisation(org)?.kind === 'empowering-department'
}
