import type { Key } from '../../engine/index.ts'
import type { FollowedRun } from './followed-run.ts'
import type { RecordedCase } from './recorded-case.ts'
import type { ReplayedRun, Unanswered } from './replay-version.ts'

/** The runs of one version, with what is compared beside them. */
export interface ComparedVersion {
  runs: Map<RecordedCase, ReplayedRun>
  nameOf(elementId: string): string
  /** Limits of a task: key and amount, as the office would have them with this version. */
  limitOf(elementId: string): { key: string; amount: string }[]
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
  limits: { elementId: string; name: string; before: string; after: string; cases: number }[]
  /** How many tasks come to each role, where it is not the same number; of cases that are known to their end. */
  roles: { role: string; before: number; after: number }[]
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
  const known = cases.filter((_, index) => isKnown(compared[index]!))
  return {
    counts,
    cases: compared.filter(({ verdict }) => verdict !== 'same'),
    limits: changedLimits(known, before, after),
    roles: changedRoles(known, before, after),
  }
}

const isKnown = ({ verdict }: ReplayedCase) => verdict === 'same' || verdict === 'differs'

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

const BY_HAND: Unanswered = { kind: 'event', elementId: '', what: 'by-hand' }

const named = (unanswered: Unanswered, { nameOf }: ComparedVersion) => ({
  ...unanswered,
  name: unanswered.elementId === '' ? '' : nameOf(unanswered.elementId),
})

const wayOf = ({ tasks, ends }: FollowedRun): string[] => [...tasks.map(({ elementId }) => elementId), ...ends]

function firstDifference(one: readonly string[], other: readonly string[]): number | undefined {
  const longest = Math.max(one.length, other.length)
  for (let index = 0; index < longest; index++) if (one[index] !== other[index]) return index
  return undefined
}

function changedLimits(cases: readonly RecordedCase[], before: ComparedVersion, after: ComparedVersion) {
  const met = new Map<string, number>()
  for (const recorded of cases) {
    const tasks = [...tasksOf(before, recorded), ...tasksOf(after, recorded)]
    for (const id of new Set(tasks.map(({ elementId }) => elementId))) met.set(id, (met.get(id) ?? 0) + 1)
  }
  return [...met].flatMap(([elementId, count]) => {
    const [was, is] = [limitText(before, elementId), limitText(after, elementId)]
    return was === is ? [] : [{ elementId, name: after.nameOf(elementId), before: was, after: is, cases: count }]
  })
}

const limitText = ({ limitOf }: ComparedVersion, elementId: string): string =>
  limitOf(elementId)
    .map(({ key, amount }) => amount || key)
    .join('；')

const tasksOf = ({ runs }: ComparedVersion, recorded: RecordedCase) => runs.get(recorded)?.run.tasks ?? []

function changedRoles(cases: readonly RecordedCase[], before: ComparedVersion, after: ComparedVersion) {
  const [was, is] = [rolesIn(cases, before), rolesIn(cases, after)]
  const all = [...new Set([...was.keys(), ...is.keys()])].sort()
  return all
    .map(role => ({ role, before: was.get(role) ?? 0, after: is.get(role) ?? 0 }))
    .filter(row => row.before !== row.after)
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
