import type { Entry, RegisterRecord } from '../../journal/act.ts'
import { isCertified, neededCertificate } from '../../policies/index.ts'
import type { DoneTask } from '../../projections/index.ts'
import { clearedRecord, defectIdOf, defectRecord, type FoundDefect } from '../../registers/evidence-defects.ts'
import { follow, type Occasion, type OfficerTools } from './officer-tools.ts'

/**
 * Looks through what somebody did with a certificate, by what is known of it now: acts done inside a period in which it
 * was not valid become defects of evidence, those that turn out to have been covered are cleared; with a certificate that
 * was withdrawn because its holder never qualified every act is one.
 */
export async function findDefects(tools: OfficerTools, occasion: Occasion): Promise<void> {
  const { personId } = occasion
  const { found, cleared, register } = await defectsNow(tools, personId)
  if (register.length === 0) return
  await follow(tools, occasion, {
    kind: 'register',
    verb: 'evidence-defects.find',
    subject: { personId },
    payload: { found, cleared },
    register,
  })
}

/** What is to be written about somebody's acts: those found wanting since, and those that were covered after all. */
export async function defectsNow(
  tools: OfficerTools,
  personId: string,
): Promise<{ found: number; cleared: number; register: RegisterRecord[] }> {
  const done = await Promise.all(tools.desks.doneBy(personId).map(task => defectIn(tools, personId, task)))
  const found = done.flatMap(defect => defect ?? [])
  const known = new Map(tools.defects.ofPerson(personId).map(defect => [defect.defectId, defect]))
  const fresh = found.filter(defect => {
    const before = known.get(defectIdOf(defect))
    return !before || before.state === 'cleared'
  })
  const ids = new Set(found.map(defectIdOf))
  const cleared = [...known.values()].filter(({ defectId, state }) => state === 'open' && !ids.has(defectId))
  return {
    found: fresh.length,
    cleared: cleared.length,
    register: [...fresh.map(defectRecord), ...cleared.map(({ defectId }) => clearedRecord(defectId))],
  }
}

async function defectIn(tools: OfficerTools, personId: string, task: DoneTask): Promise<FoundDefect | undefined> {
  const { seq, part, userTaskKey, processInstanceKey, processDefinitionKey, elementId, kind, caseNo } = task
  const words = await tools.wordsOf(processDefinitionKey, elementId)
  const asked = { enforcementAct: words?.enforcementAct ?? false, ...(kind !== null && { kind }) }
  const needed = neededCertificate(asked)
  const entry = needed && tools.entryOf(seq)
  if (!entry) return undefined
  const actedAt = instantOf(entry, personId)
  const held = tools.certificates.certificatesOf(personId, actedAt)
  const ofKind = held.filter(each => each.kind === needed)
  const [latest] = ofKind
  const neverQualified = ofKind.find(({ number }) => isNeverQualified(tools, number))
  if (!latest || (isCertified(held, asked) && !neverQualified)) return undefined
  const { certificateId, state } = neverQualified ? { ...neverQualified, state: 'withdrawn' } : latest
  const org = entry.actor.id === personId ? entry.actor.org : entry.actor.signer?.org
  return {
    ...{ personId, certificateId, certificateState: state },
    ...{ userTaskKey, processInstanceKey, processDefinitionKey, elementId, caseNo, part },
    ...{ entity: (org && tools.people.findOrganisation(org)?.entity) ?? null, actedAt, actedSeq: seq },
  }
}

/** A certificate that should never have been issued: what was done with it stands, and a reviewer judges each act. */
function isNeverQualified({ matters }: OfficerTools, number: string): boolean {
  return matters.latestOf(number, 'withdraw')?.reasonCode === 'notQualifiedAtIssue'
}

/** When he did it: what happened counts, not when it was entered; of two signatures each has its own moment. */
function instantOf({ at, happenedAt, actor }: Entry, personId: string): number {
  return happenedAt ?? (actor.signer?.id === personId ? actor.signer.at : at)
}
