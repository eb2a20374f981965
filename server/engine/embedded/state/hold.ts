import type { Appliers } from './applier.ts'
import type { Draft, TouchedKind } from './draft.ts'
import type { InstanceState } from './instance-state.ts'

/** What would move an instance on by itself: held instances keep it in their document, but are not found by it. */
const MOVING: [TouchedKind, keyof InstanceState & ('jobs' | 'timers' | 'subscriptions' | 'signalSubscriptions')][] = [
  ['job', 'jobs'],
  ['timer', 'timers'],
  ['subscription', 'subscriptions'],
  ['signal', 'signalSubscriptions'],
]

/** An operator stops an instance and lets it go on. */
export const suspensionAppliers: Appliers<'PROCESS_INSTANCE_SUSPENSION'> = {
  SUSPENDED: draft => hold(draft, 'SUSPENDED'),
  RESUMED: draft => release(draft),
}

/** A fault of ours stops an instance until an operator decides. */
export const banAppliers: Appliers<'PROCESS_INSTANCE_BAN'> = {
  BANNED: draft => hold(draft, 'BANNED'),
}

function hold(draft: Draft, kind: NonNullable<InstanceState['hold']>): void {
  draft.assign({ hold: kind })
  touchAll(draft)
}

function release(draft: Draft): void {
  draft.remove(draft.state as unknown as Record<string, unknown>, 'hold')
  touchAll(draft)
}

function touchAll(draft: Draft): void {
  for (const [kind, table] of MOVING) for (const key of Object.keys(draft.state[table])) draft.touch(kind, key)
}
