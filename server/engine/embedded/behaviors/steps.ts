import type { Execution } from '../execution.ts'
import type { Step } from '../state/instance-state.ts'
import { terminateNext } from './children.ts'
import { lookAtConditions } from './conditions.ts'
import { acknowledge, correlateBuffered, deliver } from './correlation.ts'
import { activate, activateProcess, complete, spread, terminate } from './lifecycle.ts'
import { broadcast } from './signals.ts'
import { meetCondition } from './triggers.ts'

type Taker<S extends Step> = (execution: Execution, step: S) => void

/** Every kind of step. A new one is one line. */
const takers: { [K in Step['do']]: Taker<Extract<Step, { do: K }>> } = {
  activate,
  complete: (execution, { key }) => complete(execution, key),
  terminate: (execution, { key }) => terminate(execution, key),
  'terminate-each': terminateNext,
  spread: (execution, { key }) => spread(execution, key),
  begin: activateProcess,
  start: activateProcess,
  broadcast: (execution, { signalName, variables }) => void broadcast(execution, signalName, variables),
  deliver,
  acknowledge: (execution, { message }) => acknowledge(execution, message),
  correlate: (execution, { key }) => correlateBuffered(execution, key),
  meet: (execution, { key }) => meetCondition(execution, key),
  look: (execution, { changes }) => lookAtConditions(execution, changes),
}

/** Takes one step of an instance. */
export function takeStep(execution: Execution, step: Step): void {
  ;(takers[step.do] as Taker<Step>)(execution, step)
}
