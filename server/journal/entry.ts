import type { CommandRejected } from '../engine/protocol/errors.ts'
import type { Json, Segment } from '../engine/protocol/records.ts'
import type { Act, Entry } from './act.ts'

/** What the journal adds to an act when it writes it down. */
export interface Place {
  seq: number
  recordedAt: number
  prev: string
}

/** The entry of an act that was carried out, with the records it led to. */
export function acceptedEntry(act: Act, segments: Segment[], place: Place): Entry {
  return {
    ...opening(act, act.kind, place),
    ...(act.register?.length ? { register: act.register } : {}),
    ...(segments.length > 0 ? { segments } : {}),
  }
}

/** The entry of an act that was not: who wanted what, and which rule stood against it. It changes no reading. */
export function refusedEntry(act: Act, { type, reason, detail }: CommandRejected, place: Place): Entry {
  return {
    ...opening(act, 'refused', place),
    refusal: {
      type,
      reason,
      ...(detail && {
        id: detail.id,
        ...(detail.params && { params: detail.params as Json }),
        ...(detail.rule && { rule: detail.rule }),
        ...(detail.basis && { basis: detail.basis }),
      }),
    },
  }
}

function opening(act: Act, kind: Entry['kind'], { seq, recordedAt, prev }: Place): Entry {
  const { verb, actor, at, happenedAt, late, caseNo, subject, payload, cause } = act
  return {
    format: 1,
    schema: 1,
    alg: 'sha256',
    seq,
    kind,
    verb,
    actor,
    at,
    recordedAt,
    prev,
    ...(happenedAt !== undefined && { happenedAt }),
    ...(late && { late }),
    ...(caseNo !== undefined && { caseNo }),
    ...(subject && { subject }),
    ...(payload && { payload }),
    ...(cause !== undefined && { cause }),
  }
}
