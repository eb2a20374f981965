import type { Ledger, Outcome } from '../process-engine.ts'
import { CommandRejected } from '../protocol/errors.ts'
import type { ProcessableCommand } from './commands/index.ts'
import { decide } from './decide.ts'
import { type Definitions, ResourceNotLoaded } from './definitions.ts'
import type { KeyGenerator } from './key-generator.ts'
import { refusalIn } from './refusal-in.ts'
import type { EngineStore } from './store.ts'
import type { Workspace } from './workspace.ts'

/** An act on its way to the journal. */
export interface PendingAct<Act> {
  /** Made inside the transaction, because the ledger is asked for acts of the engine's own. */
  act(): Act
  commands: ProcessableCommand[]
  guard?: (() => void) | undefined
  /** An act of the engine itself: that its time has passed is no news, so it leaves no refusal. */
  isInternal: boolean
  resolve(outcome: Outcome): void
  reject(error: unknown): void
}

/** What became of an act in its batch; told to its caller after COMMIT. */
export type Settled<Act> = { pending: PendingAct<Act> } & (
  | { outcome: Outcome }
  | { error: unknown }
  | { missing: ResourceNotLoaded }
)

export interface BatchParts<Act> {
  store: EngineStore
  ledger: Ledger<Act>
  workspace: Workspace
  definitions: Definitions
  keys: KeyGenerator
  now(): number
  zone: string
  isOutOfUse(bpmnProcessId: string): boolean
}

/** A batch takes at most so many acts, and begins no further act after so many milliseconds. */
const MOST_ACTS = 128
const MOST_MILLISECONDS = 10

/** An act of a batch without savepoints could not be carried out. */
class NeedsSavepoints extends Error {
  override readonly name = 'NeedsSavepoints'
}

/**
 * Group commit: acts that wait share one transaction, each taken back alone when it fails. Answers after COMMIT what became
 * of each; throws when the transaction itself failed, and then none of them happened.
 *
 * Most batches hold no act that fails, and a savepoint copies every page that the act changes: so several acts are first
 * tried without. If one of them fails, all are taken back and done anew, each in a savepoint.
 */
export function runBatch<Act>(
  parts: BatchParts<Act>,
  queue: PendingAct<Act>[],
  taken: PendingAct<Act>[],
): Settled<Act>[] {
  if (queue.length > 1) {
    try {
      return runTransaction(parts, queue, taken, false)
    } catch (error) {
      if (!(error instanceof NeedsSavepoints)) throw error
      queue.unshift(...taken.splice(0))
    }
  }
  return runTransaction(parts, queue, taken, true)
}

function runTransaction<Act>(
  parts: BatchParts<Act>,
  queue: PendingAct<Act>[],
  taken: PendingAct<Act>[],
  hasSavepoints: boolean,
): Settled<Act>[] {
  const { store, workspace, keys, ledger } = parts
  const begin = performance.now()
  let secured = () => {}
  try {
    const settled = store.transaction(() => {
      const done: Settled<Act>[] = []
      while (queue.length > 0 && taken.length < MOST_ACTS && performance.now() - begin < MOST_MILLISECONDS) {
        const pending = queue.shift()!
        taken.push(pending)
        const settled = hasSavepoints ? runAct(parts, pending) : tryAct(parts, pending)
        done.push(settled)
        // Nobody overtakes an act that waits for its diagram.
        if ('missing' in settled) break
      }
      if (!hasSavepoints) tryToFlush(parts)
      secured = keys.secure()
      return done
    })
    secured()
    workspace.settle()
    return settled
  } catch (error) {
    workspace.forget()
    ledger.forget()
    throw error
  }
}

/** Writes what acts have left for the end: together it costs less than in between. */
function tryToFlush<Act>({ workspace, ledger }: BatchParts<Act>): void {
  try {
    workspace.flush()
    ledger.flush()
  } catch (error) {
    throw new NeedsSavepoints('The acts cannot be written', { cause: error })
  }
}

function tryAct<Act>(parts: BatchParts<Act>, pending: PendingAct<Act>): Settled<Act> {
  try {
    const act = pending.act()
    return { pending, outcome: parts.ledger.replay(act) ?? perform(parts, pending, act, 'note') }
  } catch (error) {
    throw new NeedsSavepoints('An act failed', { cause: error })
  }
}

function runAct<Act>(parts: BatchParts<Act>, pending: PendingAct<Act>): Settled<Act> {
  try {
    const act = pending.act()
    try {
      const outcome = parts.ledger.replay(act) ?? parts.store.savepoint(() => performAndFlush(parts, pending, act))
      return { pending, outcome }
    } catch (error) {
      parts.workspace.forget()
      parts.ledger.forget()
      if (error instanceof ResourceNotLoaded) return { pending, missing: error }
      if (error instanceof CommandRejected && !pending.isInternal)
        parts.store.savepoint(() => parts.ledger.refuse(act, error))
      return { pending, error }
    }
  } catch (error) {
    return { pending, error }
  }
}

function performAndFlush<Act>(parts: BatchParts<Act>, pending: PendingAct<Act>, act: Act): Outcome {
  const outcome = perform(parts, pending, act, 'append')
  parts.workspace.flush()
  return outcome
}

/** Guard, commands, entry: all inside the savepoint. */
function perform<Act>(
  parts: BatchParts<Act>,
  { guard, commands }: PendingAct<Act>,
  act: Act,
  write: 'append' | 'note',
): Outcome {
  guard?.()
  const { store, ledger, workspace, definitions, keys } = parts
  const world = {
    store,
    workspace,
    definitions,
    now: parts.now(),
    zone: parts.zone,
    isOutOfUse: parts.isOutOfUse,
    seq: ledger.nextSeq(),
    nextKey: () => keys.nextKey(),
  }
  const decided = commands.map(command => decide(world, command))
  const segments = decided.flatMap(({ segments }) => segments)
  const results = decided.map(({ result }) => result)
  // What is refused with a trace stands alone; with other commands in one act, nothing of them may happen.
  const refusal = commands.length > 1 ? refusalIn(results) : undefined
  if (refusal) throw refusal
  return { seq: ledger[write](act, segments, results), segments, results, replayed: false }
}
