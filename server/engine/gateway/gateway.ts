import type { CommandResult, Outcome } from '../process-engine.ts'
import type { Command } from '../protocol/commands.ts'
import { CommandRejected } from '../protocol/errors.ts'
import { AwaitedResults } from './awaited-results.ts'
import { AwaitedTransitions } from './awaited-transitions.ts'
import { refusalOf } from './call-refused.ts'
import type { Caller, Gate } from './gate.ts'
import { JobPolls } from './job-polls.ts'
import { WaitingRoom } from './waiting-room.ts'

/** The version of Camunda whose behaviour this engine has. */
export const GATEWAY_VERSION = '8.8.21'

/** What both protocols share: one gate, and those who wait: for jobs, for a result, for the listeners of a task. */
export class Gateway {
  readonly waitingRoom = new WaitingRoom()
  readonly polls: JobPolls
  readonly results: AwaitedResults
  readonly transitions: AwaitedTransitions

  constructor(
    readonly gate: Gate,
    /** Where the gRPC calls come in, `host:port`; what Topology tells. */
    readonly address: string,
    onError: (error: unknown) => void,
  ) {
    this.polls = new JobPolls(gate, onError)
    this.results = new AwaitedResults(gate)
    this.transitions = new AwaitedTransitions(gate)
  }

  /** @throws CallRefused in the words of a Zeebe gateway. */
  async perform(caller: Caller, command: Command): Promise<{ result: CommandResult; outcome: Outcome }> {
    try {
      const outcome = await caller.submit(command)
      return { result: outcome.results[0] ?? {}, outcome }
    } catch (error) {
      throw error instanceof CommandRejected ? refusalOf(command, error) : error
    }
  }

  /** Whoever waits goes home. */
  close(): void {
    this.polls.close()
    this.results.close()
    this.transitions.close()
  }
}
