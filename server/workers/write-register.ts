import type { ActivatedJob, Variables } from '../engine/index.ts'
import { kindOf, textInput } from './job-inputs.ts'
import { withPlainTimes } from './plain-times.ts'
import type { Worker, WorkerTools } from './worker.ts'

/** What a register takes from a procedure. */
interface WrittenRegister {
  /** It is written while the procedure runs too: `values` are the columns that are known by now. */
  takesValues?: true
  /** Id of the row; without it the business key. */
  rowId?(job: ActivatedJob, values: Variables): string
  /** What its rows keep of their end beside how and why. */
  closing?(tools: WorkerTools, bizKey: string): Variables
}

/** Registers that procedures write into. */
const REGISTERS: Readonly<Record<string, WrittenRegister>> = {
  reviews: {},
  whistles: {
    takesValues: true,
    closing: ({ whistles, clock }, bizKey) => ({ closedAt: whistles.find(bizKey)?.closedAt ?? clock.now() }),
  },
  'whistle-branches': { takesValues: true },
  'certificate-matters': { takesValues: true },
  'cleanup-batches': { takesValues: true },
  disputes: { takesValues: true, rowId: ({ processInstanceKey }) => processInstanceKey },
  // A row each time it was sent.
  transfers: { takesValues: true, rowId: (job, { roundTrip }) => `${job.processInstanceKey}/${String(roundTrip)}` },
}

/**
 * Writes into a register how a procedure ends and why (inputs `register`, `bizKey`, `outcome`, `reason`), or what is known
 * while it runs (`values`). Done again it says the same. That a review passed is not taken from here: the register reads
 * it off its reviewers' completions.
 */
export const writeRegister: Worker = {
  type: 'write-register',
  timeout: 30_000,
  async handle(job, tools) {
    const register = textInput(job, 'register')
    const written = Object.hasOwn(REGISTERS, register) ? REGISTERS[register] : undefined
    if (!written)
      throw new Error(
        `Expected 'register' of '${job.elementId}' to be one of ${Object.keys(REGISTERS)}, found '${register}'`,
      )
    const bizKey = textInput(job, 'bizKey')
    const values = written.takesValues ? valuesOf(job) : {}
    const isOpen = written.takesValues && isAbsent(job.variables.outcome)
    const ending: Variables = isOpen ? {} : { ...endingOf(job), ...written.closing?.(tools, bizKey) }
    await tools.act(job, {
      verb: 'register.write',
      payload: { register, ...(ending.outcome !== undefined && { outcome: ending.outcome }) },
      subject: { bizKey },
      register: [
        {
          ...{ register, op: 'put', id: written.rowId?.(job, values) ?? bizKey },
          value: { ...values, processInstanceKey: job.processInstanceKey, ...ending },
        },
      ],
    })
    return undefined
  },
}

const isAbsent = (value: unknown) => value === undefined || value === null || value === ''

function endingOf(job: ActivatedJob): Variables {
  const outcome = textInput(job, 'outcome')
  const { reason = null } = job.variables
  if (reason !== null && typeof reason !== 'string')
    throw new Error(`Expected a text as 'reason' of '${job.elementId}', found ${kindOf(reason)}`)
  return { outcome, reason: reason === '' || reason === 'none' ? null : reason }
}

function valuesOf({ variables: { values = {} }, elementId }: ActivatedJob): Variables {
  if (typeof values === 'object' && values !== null && !Array.isArray(values)) return withPlainTimes(values)
  throw new Error(`Expected an object as 'values' of '${elementId}', found ${kindOf(values)}`)
}
