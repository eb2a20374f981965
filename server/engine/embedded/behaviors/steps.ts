import type { Execution } from '../execution.ts'
import type { Step } from '../state/instance-state.ts'
import { terminateNext } from './children.ts'
import { acknowledge, correlateBuffered, deliver } from './correlation.ts'
import { activate, activateProcess, complete, spread, terminate } from './lifecycle.ts'
import { broadcast } from './signals.ts'
import { meetCondition } from './triggers.ts'

/** Takes one step of an instance. */
export function takeStep(execution: Execution, step: Step): void {
  switch (step.do) {
    case 'activate':
      activate(execution, step)
      break
    case 'complete':
      complete(execution, step.key)
      break
    case 'terminate':
      terminate(execution, step.key)
      break
    case 'terminate-each':
      terminateNext(execution, step)
      break
    case 'spread':
      spread(execution, step.key)
      break
    case 'begin':
      activateProcess(execution, step)
      break
    case 'start':
      activateProcess(execution, step)
      break
    case 'broadcast':
      broadcast(execution, step.signalName, step.variables)
      break
    case 'deliver':
      deliver(execution, step)
      break
    case 'acknowledge':
      acknowledge(execution, step.message)
      break
    case 'correlate':
      correlateBuffered(execution, step.key)
      break
    case 'meet':
      meetCondition(execution, step.key)
  }
}
