import type { ExecutableNode, ExecutableProcess } from '../../executable-process.ts'
import { type Migration, type Move, refusal } from './migration.ts'

/** The events an element instance waits for beside its own: on its border, at the start of its event sub-processes, behind its gateway. */
export function awaitedEvents(
  { nodes }: ExecutableProcess,
  { boundaryEvents, eventSubProcesses, type, outgoing }: ExecutableNode,
): ExecutableNode[] {
  const behind = type === 'EVENT_BASED_GATEWAY' ? outgoing.map(({ targetId }) => nodes.get(targetId)!) : []
  return [...boundaryEvents, ...eventSubProcesses.map(({ eventStart }) => eventStart!), ...behind]
}

/** Events that are mapped stay with their element, each alone, and of their kind. @throws CommandRejected */
export function checkEvents(migration: Migration, moves: Move[]): void {
  for (const { from, to } of moves) {
    const mapped = awaitedEvents(migration.source, from).filter(({ id }) => migration.mapping.has(id))
    for (const event of mapped) checkEvent(migration, { from, to }, event)
    checkMerged(migration, from, mapped)
  }
}

function checkEvent(
  { state, target, mapping }: Migration,
  { from, to }: Pick<Move, 'from' | 'to'>,
  event: ExecutableNode,
): void {
  const id = mapping.get(event.id)!
  const next = awaitedEvents(target, to).find(candidate => candidate.id === id)
  if (!next)
    throw refusal(
      state,
      `active element with id '${from.id}' is mapped to an element with id '${to.id}' and has a catch event with id '${event.id}' that is mapped to a catch event with id '${id}'. These mappings detach the catch event from the element in the target process. Catch events must stay attached to the same element instance.`,
    )
  if (next.eventType !== event.eventType)
    throw refusal(
      state,
      `active element with id '${event.id}' and event type '${event.eventType}' is mapped to an element with id '${id}' and different event type '${next.eventType}'. Elements must be mapped to elements of the same event type.`,
    )
}

function checkMerged({ state, mapping }: Migration, from: ExecutableNode, events: ExecutableNode[]): void {
  const targets = events.map(({ id }) => mapping.get(id)!)
  const twice = targets.find((id, index) => targets.indexOf(id) !== index)
  if (twice === undefined) return
  const ids = events.filter(({ id }) => mapping.get(id) === twice).map(({ id }) => `'${id}'`)
  throw refusal(
    state,
    `active element with id '${from.id}' has catch events with ids ${ids.join(', ')} that are mapped to the same catch event with id '${twice}'. Catch events cannot be merged by process instance migration.`,
  )
}
