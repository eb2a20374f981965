import { Failure } from '../../protocol/errors.ts'
import { startEventsOf } from '../behaviors/start-events.ts'
import type { ExecutableNode } from '../executable-process.ts'
import type { Execution } from '../execution.ts'
import { type PreparedResource, report } from '../prepare-deployment.ts'

/** What a process waits for to start is computed when it is deployed, without variables: where that fails, nothing is deployed (ENGINE D7). */
export function startProblems(execution: Execution, resources: PreparedResource[]): string[] {
  return resources.flatMap(({ name, compiled }) => {
    const processes = compiled?.kind === 'processes' ? compiled.processes : []
    const problems = processes.flatMap(startEventsOf).flatMap(node => problemOf(execution, node) ?? [])
    return problems.length > 0 ? [report(name, problems)] : []
  })
}

function problemOf(execution: Execution, { id: element, event }: ExecutableNode) {
  try {
    event!.kind.awaitStart!(execution, event!.definition)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return { element, message: error.message }
  }
  return undefined
}
