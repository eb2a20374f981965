import type { UserTaskWords } from '../../bpmn/index.ts'
import type { Person } from '../../identity/person.ts'
import type { Actor } from '../../journal/act.ts'
import { neededCertificate } from '../../policies/index.ts'
import type { TaskNow } from '../../projections/index.ts'
import type { House } from '../house.ts'

/** The certificate that an act on a task rests on, as it stands at the act, for the entry; none where none is needed. */
export function papersFor(
  { registers, clock }: House,
  { personId }: Pick<Person, 'personId'>,
  { task, words }: { task: Pick<TaskNow, 'kind'>; words: Pick<UserTaskWords, 'enforcementAct'> | undefined },
): Pick<Actor, 'certNo' | 'certState'> {
  const needed = neededCertificate({
    enforcementAct: words?.enforcementAct ?? false,
    ...(task.kind !== null && { kind: task.kind }),
  })
  if (needed === undefined) return {}
  const held = registers.certificates.certificatesOf(personId, clock.now()).filter(({ kind }) => kind === needed)
  const certificate = held.find(({ state }) => state === 'valid') ?? held[0]
  return certificate ? { certNo: certificate.number, certState: certificate.state } : {}
}
