import { amountWords } from '../reading/amount-words.ts'
import type { Names } from '../reading/names.ts'
import { named, type Said, said } from '../reading/words.ts'
import { type Change, turned } from './change.ts'
import { jsonOf, jsonTurns } from './json-changes.ts'
import { kindOf } from './part-changes.ts'

const WORDS: Readonly<Record<string, Said>> = {
  amount: said('时长', 'length'),
  mode: said('末日遇假', 'last day off'),
  start: said('起算', 'start'),
  basis: said('依据', 'basis'),
  consequence: said('到期后的处理', 'what happens when it is over'),
}

/** What is chosen from a list, as the list calls it. */
const CHOICES: Readonly<Record<string, Said>> = {
  STRICT: said('从严不顺延', 'strict, not moved'),
  ROLL_FORWARD: said('末日休假的顺延', 'a last day off moves on'),
  warn: said('只预警', 'people are warned'),
  escalate: said('升级到上一级', 'it goes up'),
  release: said('自动失效或退回', 'it lapses or goes back'),
  forfeit: said('权利丧失', 'the right is lost'),
}

/** Why and from when a limit is changed are words about the change. */
const ABOUT = /^(key|reason|effectiveFrom)$/

/**
 * What `parameters.json` proposes for limits otherwise than before: than the other version proposed, else than what holds.
 * @param names what holds without the file
 */
export function limitChanges(
  before: string | undefined,
  after: string | undefined,
  names: Names,
  file: string,
): Change[] {
  const [old, now] = [limitsOf(before), limitsOf(after)]
  const keys = [...new Set([...old.keys(), ...now.keys()])]
  return keys.flatMap(key => {
    const was = old.get(key) ?? heldNow(key, names, now.get(key))
    const is = now.get(key) ?? heldNow(key, names, old.get(key))
    const name = names.limit?.(key)?.name ?? { zh: key, en: key }
    const owner = said(`期限“${name.zh}”`, `Limit “${name.en}”`)
    return jsonTurns(was, is)
      .filter(({ path }) => !ABOUT.test(path))
      .map(turn => ({
        ...turned(owner, WORDS[turn.path.split('.')[0] ?? ''] ?? named(turn.path), {
          before: shown(turn.path, turn.before),
          after: shown(turn.path, turn.after),
        }),
        ...{ kind: kindOf(turn.before, turn.after), topic: 'limit' as const, file, elementIds: [] },
      }))
  })
}

function limitsOf(text: string | undefined): Map<string, Record<string, unknown>> {
  const { limits } = (jsonOf(text) ?? {}) as { limits?: Record<string, unknown>[] }
  return new Map((Array.isArray(limits) ? limits : []).map(limit => [String(limit.key), limit]))
}

/** What holds of a limit, as far as the proposal speaks of it and prose knows it. */
function heldNow(key: string, names: Names, proposed: Record<string, unknown> = {}): Record<string, unknown> {
  const { amount, mode, consequence } = names.limit?.(key) ?? {}
  const held = Object.entries({ amount, mode, consequence }).filter(
    ([name, value]) => name in proposed && value !== undefined,
  )
  return { ...proposed, ...Object.fromEntries(held) }
}

function shown(path: string, text: string | undefined): Said | undefined {
  if (text === undefined) return undefined
  return path === 'amount' ? amountWords(text) : (CHOICES[text] ?? named(text))
}
