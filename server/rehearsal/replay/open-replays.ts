import { randomUUID } from 'node:crypto'
import type { House } from '../../api/house.ts'
import { NotPlayable } from '../publish-files.ts'
import type { Told } from '../words.ts'
import type { ReplayReport } from './compare-runs.ts'
import { type ReplayAsked, replayDraft } from './replay-draft.ts'

/** A replay under way or done. */
export interface Replay {
  id: string
  /** A person of the office. */
  askedBy: string
  state: 'running' | 'done' | 'cancelled' | 'failed'
  /** Things told, of how many. */
  done: number
  total: number
  report?: ReplayReport
  /** Why it could not be done. */
  problem?: Told
}

/** The replays of this process; what they say is kept until it ends, or newer ones take their place. */
export interface Replays {
  /** Begins one; it goes on by itself, one after the other, and hands over what it found. */
  begin(house: House, asked: ReplayAsked, askedBy: string, keep?: Keep): Replay
  find(id: string): Replay | undefined
  cancel(id: string): void
  /** Lets none go on. */
  close(): void
}

const MOST_KEPT = 20

/** Opens the list. */
export function openReplays(): Replays {
  const kept = new Map<string, Replay>()
  const cancel = (replay: Replay | undefined) => {
    if (replay?.state === 'running') replay.state = 'cancelled'
  }
  return {
    begin(house, asked, askedBy, keep) {
      const replay: Replay = { id: randomUUID(), askedBy, state: 'running', done: 0, total: 0 }
      kept.set(replay.id, replay)
      for (const [id, { state }] of kept) if (kept.size > MOST_KEPT && state !== 'running') kept.delete(id)
      void run(house, asked, replay, keep)
      return replay
    },
    find: id => kept.get(id),
    cancel: id => cancel(kept.get(id)),
    close: () => kept.forEach(cancel),
  }
}

/** Keeps a report beyond this process. */
export type Keep = (report: ReplayReport) => Promise<void>

async function run(house: House, asked: ReplayAsked, replay: Replay, keep?: Keep): Promise<void> {
  try {
    const report = await replayDraft(house, asked, {
      total(inputs) {
        replay.total = inputs
      },
      step() {
        replay.done += 1
      },
      goesOn: () => replay.state === 'running',
    })
    if (replay.state !== 'running') return
    await keep?.(report)
    Object.assign(replay, { state: 'done', report })
  } catch (error) {
    if (replay.state !== 'running') return
    replay.state = 'failed'
    if (error instanceof NotPlayable) replay.problem = error.told
    else house.log.error({ err: error }, 'a replay failed')
  }
}
