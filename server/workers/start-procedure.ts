import { type ActivatedJob, type Command, CommandRejected, type Variables } from '../engine/index.ts'
import { procedureStartRecord, type StartKey } from '../registers/procedure-starts.ts'
import { kindOf, textInput } from './job-inputs.ts'
import type { Worker } from './worker.ts'

/** Variables that a procedure takes over from the one that starts it, unless it is given others. */
const INHERITED = ['caseNo', 'caseTitle', 'partyName', 'orgCode'] as const

/**
 * Starts another procedure once for each business key (inputs `bpmnProcessId` or `messageName`, `bizKey`,
 * `startVariables`) and answers `startedInstanceKey`. Asked again with the same key, by this job or another, it answers the
 * instance that was started then. The new instance belongs to the case of this one. A message nobody begins with fails the job.
 */
export const startProcedure: Worker = {
  type: 'start-procedure',
  timeout: 30_000,
  async handle(job, { act, procedureStarts }) {
    const { what, command } = startOf(job)
    const start: StartKey = { what, bizKey: textInput(job, 'bizKey') }
    const answer = () => {
      const startedInstanceKey = procedureStarts.find(start)
      return startedInstanceKey === undefined ? undefined : { startedInstanceKey }
    }
    const known = answer()
    if (known) return known
    try {
      await act(job, {
        verb: 'procedure.start',
        payload: { what },
        subject: { bizKey: start.bizKey },
        register: [procedureStartRecord(start)],
        commands: [command],
        inside() {
          if (answer()) throw new CommandRejected('ALREADY_EXISTS', `'${what}' is started with this key`)
          return []
        },
      })
    } catch (error) {
      // Another job with the key was in the same batch, a moment before.
      if (!(error instanceof CommandRejected && error.type === 'ALREADY_EXISTS')) throw error
    }
    return answer()
  },
}

function startOf(job: ActivatedJob): { what: string; command: Command } {
  const bizKey = textInput(job, 'bizKey')
  const variables = variablesOf(job)
  const { bpmnProcessId } = { ...job.customHeaders, ...job.variables }
  if (bpmnProcessId === undefined || bpmnProcessId === null || bpmnProcessId === '') {
    const name = textInput(job, 'messageName')
    return { what: name, command: { type: 'CORRELATE_MESSAGE', name, correlationKey: bizKey, variables } }
  }
  const what = textInput(job, 'bpmnProcessId')
  return { what, command: { type: 'CREATE_PROCESS_INSTANCE', bpmnProcessId: what, businessId: bizKey, variables } }
}

function variablesOf({ variables, elementId }: ActivatedJob): Variables {
  const { startVariables = {} } = variables
  if (typeof startVariables !== 'object' || startVariables === null || Array.isArray(startVariables))
    throw new Error(`Expected an object as 'startVariables' of '${elementId}', found ${kindOf(startVariables)}`)
  const inherited = INHERITED.flatMap(name => {
    const value = variables[name]
    return value === undefined || value === null ? [] : [[name, value] as const]
  })
  return { ...Object.fromEntries(inherited), ...startVariables }
}
