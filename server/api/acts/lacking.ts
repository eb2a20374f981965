import { CommandRejected } from '../../engine/index.ts'
import type { InstanceSummary } from '../../projections/index.ts'
import type { Diagram } from '../diagrams.ts'
import type { House } from '../house.ts'
import { whoCan } from '../unmanned/why-nobody.ts'

/** What would be asked only because people lack: for which tasks of which instance. */
interface Wanted {
  instance: InstanceSummary
  diagram: Diagram
  /** Kind of the tasks, or how it begins. */
  kind: string
}

/**
 * Why nobody need be called in (R-POOL for a review of a case, else R-SOD): no such task is open, or somebody of the house can do it, by the rules of the gate.
 * Nothing where for one of them everybody is barred.
 */
export function refusalUnlessLacking(house: House, { instance, diagram, kind }: Wanted): CommandRejected | undefined {
  const open = house.tasks.openOf(instance.processInstanceKey).filter(task => task.kind?.startsWith(kind))
  const able = open.map(task => ({ task, people: whoCan(house, task, diagram.taskWords(task.elementId)) }))
  if (able.some(({ people }) => people.length === 0)) return undefined
  const people = [...new Set(able.flatMap(each => each.people.map(({ name }) => name)))]
  const id = open.length === 0 ? 'request.nothing-open' : 'request.not-lacking'
  const ofPool = { rule: 'R-POOL', basis: ['国办发〔2018〕118号【待核】'] }
  return new CommandRejected('FORBIDDEN', `${id} in ${instance.processInstanceKey}`, {
    ...{ id, params: { people } },
    ...(kind.startsWith('legal-review') ? ofPool : { rule: 'R-SOD', basis: ['行政处罚法 第43条'] }),
  })
}
