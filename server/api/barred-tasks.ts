import type { Person } from '../identity/person.ts'
import { objectionToCertificate } from '../policies/index.ts'
import type { UserTask } from '../projections/index.ts'
import { policyPersonAt } from './acts/policy-person.ts'
import type { House } from './house.ts'
import type { Language } from './language.ts'
import { describeObjection } from './problem.ts'

/** What bars the reader from a task in his list, as the list tells it. */
export interface Barred {
  rule: string
  detail: string
}

/**
 * Why the reader could not do a task of his groups: he holds no valid certificate for it (R-CERT). It stays in his list,
 * marked, because what waits for his post concerns him and he is told why it is not his now; the gate refuses the rest.
 * His certificates are asked for once.
 */
export function barredTasks(
  house: House,
  person: Person,
  language: Language,
): (task: UserTask) => Promise<Barred | undefined> {
  const holder = policyPersonAt(house, person, house.clock.now())
  return async task => {
    if (task.state !== 'CREATED') return undefined
    const words = (await house.diagrams.get(task.processDefinitionKey)).taskWords(task.elementId)
    const asked = { ...(task.kind !== null && { kind: task.kind }), enforcementAct: words?.enforcementAct ?? false }
    const objection = objectionToCertificate({ person: holder, task: asked })
    if (!objection) return undefined
    const { detail = '' } = describeObjection(objection, language, '')
    return { rule: objection.rule, detail }
  }
}
