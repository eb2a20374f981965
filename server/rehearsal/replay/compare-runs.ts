import type { Key } from '../../engine/index.ts'
import type { FollowedRun } from './followed-run.ts'
import { anyCallTo, type Place } from './place.ts'
import type { RecordedCase } from './recorded-case.ts'
import type { ReplayedRun, Unanswered } from './replay-version.ts'

/** The runs of one version, with what is compared beside them. */
export interface ComparedVersion {
  runs: Map<RecordedCase, ReplayedRun>
  nameOf(place: Place): string
  /** Limits of a task: key and amount, as the office would have them with this version. */
  limitOf(place: Place): { key: string; amount: string }[]
}

/** How a case goes in the draft: as before, another way, not known, or it could not be told again at all. */
export type ReplayVerdict = 'same' | 'differs' | 'undetermined' | 'unplayable'

/** One case told again. */
export interface ReplayedCase {
  instance: Key
  caseNo: string | null
  verdict: ReplayVerdict
  /** Tasks and ends in order, as people read them. */
  before: string[]
  after: string[]
  /** Where the first difference is: the number of the task or end, from 1. */
  at?: number
  /** What was never answered, or could not be followed. */
  unanswered?: Unanswered & { name: string }
}

/** What a draft would have changed. */
export interface ReplayReport {
  /** Of how many finished cases the newest were taken. */
  finished: number
  /** Version of the procedure that was in force. */
  from: number
  counts: Record<ReplayVerdict, number>
  /** All but those that go as before. */
  cases: ReplayedCase[]
  /** Limits that read otherwise, with how many of the cases meet them. */
  limits: { place: Place; name: string; before: string; after: string; cases: number }[]
  /**
   * How many tasks come to each role, where it is not the same number: of cases that are known to their end, and how many
   * come on top at least in those that are not, as far as they can be told.
   */
  roles: { role: string; before: number; after: number; atLeast: number }[]
}

/** Compares the runs of the same cases in the version in force and in a draft. */
export function compareRuns(
  cases: readonly RecordedCase[],
  before: ComparedVersion,
  after: ComparedVersion,
): Omit<ReplayReport, 'finished' | 'from'> {
  const compared = cases.map(recorded => comparedCase(recorded, before, after))
  const counts: ReplayReport['counts'] = { same: 0, differs: 0, undetermined: 0, unplayable: 0 }
  for (const { verdict } of compared) counts[verdict] += 1
  const those = (...verdicts: ReplayVerdict[]) =>
    cases.filter((_, index) => verdicts.includes(compared[index]!.verdict))
  const known = those('same', 'differs')
  return {
    counts,
    cases: compared.filter(({ verdict }) => verdict !== 'same'),
    limits: changedLimits(known, before, after),
    roles: changedRoles(known, those('undetermined'), before, after),
  }
}

function comparedCase(recorded: RecordedCase, before: ComparedVersion, after: ComparedVersion): ReplayedCase {
  const { instance, caseNo } = recorded
  const [was, is] = [before.runs.get(recorded)!, after.runs.get(recorded)!]
  const shown = { before: wayOf(was.run).map(before.nameOf), after: wayOf(is.run).map(after.nameOf) }
  const told = { instance, caseNo, ...shown }
  const unplayable = recorded.isByHand ? BY_HAND : was.unanswered
  if (unplayable) return { ...told, verdict: 'unplayable', unanswered: named(unplayable, before) }
  if (is.unanswered) return { ...told, verdict: 'undetermined', unanswered: named(is.unanswered, after) }
  const at = firstDifference(wayOf(was.run), wayOf(is.run))
  return at === undefined ? { ...told, verdict: 'same' } : { ...told, verdict: 'differs', at: at + 1 }
}

const BY_HAND: Unanswered = { kind: 'event', place: '', what: 'by-hand' }

const named = (unanswered: Unanswered, { nameOf }: ComparedVersion) => ({
  ...unanswered,
  name: unanswered.place === '' ? '' : nameOf(unanswered.place),
})

const wayOf = ({ tasks, ends }: FollowedRun): Place[] => [...tasks.map(({ place }) => place), ...ends]

function firstDifference(one: readonly string[], other: readonly string[]): number | undefined {
  const longest = Math.max(one.length, other.length)
  for (let index = 0; index < longest; index++) if (one[index] !== other[index]) return index
  return undefined
}

function changedLimits(cases: readonly RecordedCase[], before: ComparedVersion, after: ComparedVersion) {
  const met = new Map<Place, number>()
  for (const recorded of cases) {
    const tasks = [...tasksOf(before, recorded), ...tasksOf(after, recorded)]
    for (const place of new Set(tasks.map(each => anyCallTo(each.place)))) met.set(place, (met.get(place) ?? 0) + 1)
  }
  return [...met].flatMap(([place, count]) => {
    const [was, is] = [limitText(before, place), limitText(after, place)]
    return was === is ? [] : [{ place, name: after.nameOf(place), before: was, after: is, cases: count }]
  })
}

const limitText = ({ limitOf }: ComparedVersion, place: Place): string =>
  limitOf(place)
    .map(({ key, amount }) => amount || key)
    .join('；')

const tasksOf = ({ runs }: ComparedVersion, recorded: RecordedCase) => runs.get(recorded)?.run.tasks ?? []

function changedRoles(
  known: readonly RecordedCase[],
  undetermined: readonly RecordedCase[],
  before: ComparedVersion,
  after: ComparedVersion,
) {
  const [was, is] = [rolesIn(known, before), rolesIn(known, after)]
  const more = new Map<string, number>()
  for (const recorded of undetermined) {
    const earlier = rolesIn([recorded], before)
    for (const [role, count] of rolesIn([recorded], after))
      more.set(role, (more.get(role) ?? 0) + Math.max(0, count - (earlier.get(role) ?? 0)))
  }
  return [...new Set([...was.keys(), ...is.keys(), ...more.keys()])]
    .sort()
    .map(role => ({ role, before: was.get(role) ?? 0, after: is.get(role) ?? 0, atLeast: more.get(role) ?? 0 }))
    .filter(row => row.before !== row.after || row.atLeast > 0)
}

/** How many tasks were offered to each role. */
function rolesIn(cases: readonly RecordedCase[], version: ComparedVersion): Map<string, number> {
  const roles = new Map<string, number>()
  const offered = cases.flatMap(recorded => tasksOf(version, recorded))
  for (const { groups } of offered)
    for (const role of new Set(groups.map(group => group.split('@')[0] ?? group)))
      roles.set(role, (roles.get(role) ?? 0) + 1)
  return roles
}
