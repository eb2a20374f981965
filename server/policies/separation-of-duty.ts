import { INVESTIGATION, REVIEWS } from './kinds.ts'
import type { Objection, Participation, Policy } from './policy.ts'

/**
 * Capacities of one case that exclude each other, whichever came first. Handling a case stands for every kind of work on
 * it in the field (see INVESTIGATION): who inspected has handled it.
 */
const APART: readonly { kinds: readonly string[]; basis: string[] }[] = [
  {
    kinds: ['case-handling', 'legal-review-first', 'legal-review-second', 'legal-review-re'],
    basis: ['行政处罚法 第58条', '国办发〔2018〕118号【待核】'],
  },
  // First and second reviewer reconcile; who handled the case does not, and the third had no part in it.
  { kinds: ['case-handling', 'legal-review-reconcile'], basis: ['行政处罚法 第58条', '国办发〔2018〕118号【待核】'] },
  { kinds: ['legal-review-re', 'legal-review-reconcile'], basis: ['行政处罚法 第58条'] },
  { kinds: ['case-handling', 'hearing-host'], basis: ['行政处罚法 第64条'] },
  { kinds: ['case-handling', 'fine-entry'], basis: ['行政处罚法 第67条'] },
]

/**
 * R-SOD, per case: who handled it does not review it, and its three reviews are by three persons (行政处罚法 第58条; that
 * the handler is excluded follows from the article's sense and 国办发〔2018〕118号, to be verified); who investigated
 * hosts no hearing (第64条) and enters no payment of the fine (第67条).
 */
export const separationOfDuty: Policy = request => {
  const { person, task } = request
  // A history costs a question; of other kinds of work nobody asks it.
  return isSeparate(task.kind) ? excludedFrom(task.kind, person.id, request.history) : undefined
}

/** The same for who is to be a handler of a case: nobody who reviewed it, hosted its hearing or entered its fines. */
export function objectionToHandler(
  { id, name }: { id: string; name: string },
  history: readonly Participation[],
): Objection | undefined {
  const excluded = excludedFrom('case-handling', id, history)
  return excluded && { ...excluded, id: 'policy.handler-excluded', params: { ...excluded.params, person: name } }
}

function excludedFrom(wanted: string, personId: string, history: readonly Participation[]): Objection | undefined {
  const capacity = capacityOf(wanted)
  for (const { kind } of history.filter(each => each.personId === personId)) {
    const earlier = capacityOf(kind)
    const rule = APART.find(({ kinds }) => earlier !== capacity && holds(kinds, earlier) && holds(kinds, capacity))
    if (!rule) continue
    return {
      id:
        earlier === 'case-handling' && REVIEWS.has(wanted)
          ? 'policy.separation-of-duty.handler'
          : 'policy.separation-of-duty',
      params: { earlier: `kind.${kind}`, wanted: `kind.${wanted}` },
      rule: 'R-SOD',
      basis: rule.basis,
    }
  }
  return undefined
}

/** On what two sorts of work in one case are done by two persons; undefined where one person may do both. */
export function basisOfSeparation(one: string | undefined, other: string | undefined): readonly string[] | undefined {
  const [a, b] = [capacityOf(one), capacityOf(other)]
  return a === b ? undefined : APART.find(({ kinds }) => holds(kinds, a) && holds(kinds, b))?.basis
}

function isSeparate(kind: string | undefined): kind is string {
  return APART.some(({ kinds }) => holds(kinds, capacityOf(kind)))
}

function holds(kinds: readonly string[], capacity: string | undefined): boolean {
  return capacity !== undefined && kinds.includes(capacity)
}

function capacityOf(kind: string | undefined): string | undefined {
  return kind !== undefined && INVESTIGATION.has(kind) ? 'case-handling' : kind
}
