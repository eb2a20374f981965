import type { DisputeFacts } from '../documents/templates/dispute.ts'
import type { Json, Key } from '../engine/index.ts'
import type { Dispute } from '../registers/disputes.ts'
import type { GatheredFacts } from './document-orders.ts'
import type { WorkerTools } from './worker.ts'

type Tools = Pick<WorkerTools, 'disputes' | 'people'>

const KINDS: Readonly<Record<string, string>> = {
  ...{ jurisdiction: '处罚管辖', duty: '履职分工', lawApplication: '法律适用', assistance: '执法协助' },
}
const DAY_LENGTH = 10

/**
 * What the register knows of a dispute for one of its documents.
 * @param maker who issues it, for example the applicant
 */
export function disputeFacts(
  { disputes, people }: Tools,
  processInstanceKey: Key,
  maker: (dispute: Dispute) => string | null,
): GatheredFacts<DisputeFacts> {
  const found = disputes.find(processInstanceKey)
  if (!found) throw new Error(`Expected instance ${processInstanceKey} in the register of disputes, found nothing`)
  const orgCode = maker(found)
  if (orgCode === null) throw new Error(`Expected who issues the document of dispute ${found.disputeId}, found nobody`)
  const nameOf = (org: string) => people.findOrganisation(org)?.name ?? org
  const facts: DisputeFacts = {
    caseNo: found.caseNo ?? '',
    subject: found.caseTitle ?? found.disputeId,
    kind: KINDS[found.disputeKind ?? ''] ?? '',
    applicant: nameOf(found.applicantOrg),
    respondents: found.respondentOrgs.map(nameOf).join('、'),
    arisenOn: (found.arisenAt ?? '').slice(0, DAY_LENGTH),
    issue: found.issue ?? '',
    positions: found.positions ?? '',
    answers: answersOf(found).map(([org, answer]) => [nameOf(org), answer]),
    conclusion: found.conclusion ?? '',
    owner: found.ownerOrg === null ? '' : nameOf(found.ownerOrg),
    reason: found.decisionReason ?? '',
  }
  return { facts, orgCode, caseNo: found.caseNo, round: null }
}

/** In the order of the parties; who did not answer in time is told so. */
function answersOf({ answers, respondentOrgs }: Dispute): [org: string, answer: string][] {
  const given = Array.isArray(answers) ? answers : []
  if (given.length === 0) return []
  return respondentOrgs.map((org, index) => [org, textOf(given[index]) ?? '逾期未答复'])
}

function textOf(answer: Json | undefined): string | undefined {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return undefined
  return typeof answer.text === 'string' ? answer.text : undefined
}
