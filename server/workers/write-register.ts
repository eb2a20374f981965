import { kindOf, textInput } from './job-inputs.ts'
import type { Worker } from './worker.ts'

/** Registers that procedures write into at their end. */
const REGISTERS: ReadonlySet<string> = new Set(['reviews'])

/**
 * Writes into a register how a procedure ends and why (inputs `register`, `bizKey`, `outcome`, `reason`). Done again it
 * says the same. That a review passed is not taken from here: the register reads it off its reviewers' completions.
 */
export const writeRegister: Worker = {
  type: 'write-register',
  timeout: 30_000,
  async handle(job, { act }) {
    const register = textInput(job, 'register')
    if (!REGISTERS.has(register))
      throw new Error(`Expected 'register' of '${job.elementId}' to be one of ${[...REGISTERS]}, found '${register}'`)
    const id = textInput(job, 'bizKey')
    const outcome = textInput(job, 'outcome')
    const { reason = null } = job.variables
    if (reason !== null && typeof reason !== 'string')
      throw new Error(`Expected a text as 'reason' of '${job.elementId}', found ${kindOf(reason)}`)
    const told = reason === '' || reason === 'none' ? null : reason
    await act(job, {
      verb: 'register.write',
      payload: { register, outcome },
      subject: { bizKey: id },
      register: [
        {
          ...{ register, op: 'put', id },
          value: { processInstanceKey: job.processInstanceKey, outcome, reason: told },
        },
      ],
    })
    return undefined
  },
}
