import type { verdictWords } from './words.ts'

/** Why an instance does not go over: the id of a sentence, and the engine's own words. */
export interface Why {
  why: keyof typeof verdictWords
  detail: string
}

const BY_WORDS: readonly (readonly [RegExp, Why['why']])[] = [
  [/concurrent command/, 'migration.mid-run'],
  [/no mapping instruction/, 'migration.unmapped'],
  [/mapping instructions contain/, 'migration.wrong-plan'],
  [/flow scope/, 'migration.other-scope'],
  [/loop characteristics/, 'migration.other-loop'],
  [/catch event|already subscribed/, 'migration.event-moved'],
  [/[jJ]oining gateway|leads nowhere|incoming sequence flow/, 'migration.join'],
  [/unsupported type/, 'migration.unsupported'],
  [/different (?:type|event type|implementation)/, 'migration.other-type'],
  [/stands still|suspended|SUSPENDED|banned/i, 'migration.held'],
]

/** Which of our sentences says what the engine said. */
export function whyNot({ type, reason }: { type: string; reason: string }): Why {
  if (type === 'NOT_FOUND') return { why: 'migration.ended', detail: reason }
  const [, why] = BY_WORDS.find(([pattern]) => pattern.test(reason)) ?? [undefined, 'migration.other' as const]
  return { why, detail: reason }
}
