import type { Outcome } from '../process-engine.ts'
import type { CommandTypes } from '../protocol/commands.ts'
import type { Key, Variables } from '../protocol/records.ts'
import type { Caller } from './gate.ts'
import type { Gateway } from './gateway.ts'
import type { Patience } from './waiting-room.ts'

export interface StartedInstance {
  processInstanceKey: Key
  processDefinitionKey: Key
  bpmnProcessId: string
  version: number
}

/** What of a result is wanted, and how long it is waited for. */
export interface ResultRequest {
  /** Milliseconds; 0 or less: the gateway's own. */
  timeout: number
  /** Names of variables; none: all. */
  fetchVariables: readonly string[]
  patience: Patience
}

/** Starts an instance. */
export async function startInstance(
  gateway: Gateway,
  caller: Caller,
  start: CommandTypes['CREATE_PROCESS_INSTANCE'],
): Promise<{ started: StartedInstance; outcome: Outcome }> {
  const { result, outcome } = await gateway.perform(caller, { type: 'CREATE_PROCESS_INSTANCE', ...start })
  const started = {
    processInstanceKey: String(result.processInstanceKey),
    processDefinitionKey: String(result.processDefinitionKey),
    bpmnProcessId: String(result.bpmnProcessId),
    version: Number(result.version),
  }
  return { started, outcome }
}

/** Starts an instance and waits for its end. @throws CallRefused DEADLINE_EXCEEDED; then the instance goes on */
export async function runInstance(
  gateway: Gateway,
  caller: Caller,
  start: CommandTypes['CREATE_PROCESS_INSTANCE'],
  { timeout, fetchVariables, patience }: ResultRequest,
): Promise<StartedInstance & { variables: Variables }> {
  return gateway.waitingRoom.seat(async () => {
    const { started, outcome } = await startInstance(gateway, caller, start)
    const all = await gateway.results.wait(started.processInstanceKey, outcome, timeout, patience)
    const wanted = Object.entries(all).filter(([name]) => fetchVariables.length === 0 || fetchVariables.includes(name))
    return { ...started, variables: Object.fromEntries(wanted) }
  })
}
