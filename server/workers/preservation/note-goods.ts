import type { Json } from '../../engine/index.ts'
import { goodRecord, type PreservedGood } from '../../registers/preserved-goods.ts'
import { textInput } from '../job-inputs.ts'
import type { Worker } from '../worker.ts'
import { instantOf, textOf } from './preservation-inputs.ts'

interface Step {
  /** Columns that the step fills, from the variables of the job. */
  values(variables: Record<string, Json>, now: string): Record<string, Json>
  /** Which things it concerns. */
  concerns(good: PreservedGood): boolean
}

const all = () => true
const STEPS: Readonly<Record<string, Step>> = {
  kept: {
    values: ({ executedAt, noticeNo }) => ({ executedAt: instantOf(executedAt), listNo: textOf(noticeNo) }),
    concerns: all,
  },
  served: {
    values: ({ servedAt, serveMethod, decisionNo }) => ({
      ...{ servedAt: instantOf(servedAt), servedHow: textOf(serveMethod), decisionNo: textOf(decisionNo) },
    }),
    concerns: all,
  },
  lapsed: { values: (_, now) => ({ lapsedAt: now }), concerns: all },
  returned: {
    values: ({ returnedAt, receiver }) => ({ returnedAt: instantOf(returnedAt), receiver: textOf(receiver) }),
    concerns: ({ way, lapsedAt }) => lapsedAt !== null || way === 'return' || way === 'release',
  },
}

/**
 * Notes how far goods kept as evidence are (inputs `preservationId`, `step`: `kept`, `served`, `lapsed` or `returned`, and
 * what the step brings: `executedAt`, `noticeNo`; `servedAt`, `serveMethod`, `decisionNo`; `returnedAt`, `receiver`). What
 * is given back is what was decided so, and all of it when the keeping lapsed.
 */
export const noteGoods: Worker = {
  type: 'note-goods',
  timeout: 30_000,
  async handle(job, { act, clock, registers }) {
    const preservationId = textInput(job, 'preservationId')
    const name = textInput(job, 'step')
    const step = STEPS[name]
    if (!step) throw new Error(`Expected 'step' to be one of ${Object.keys(STEPS).join(', ')}, found '${name}'`)
    const values = step.values(job.variables, new Date(clock.now()).toISOString())
    const concerned = registers.preservedGoods.of(preservationId).filter(step.concerns)
    await act(job, {
      verb: `preservation.${name}`,
      payload: { goods: concerned.length },
      subject: { bizKey: preservationId },
      register: concerned.map(({ position }) => goodRecord(preservationId, position, values)),
    })
    return undefined
  },
}
