import type { ExecutableProcess } from '../../executable-process.ts'
import { type Migration, refusal } from './migration.ts'

/** Tokens that wait at a join need a join to wait at. @throws CommandRejected */
export function checkJoins(migration: Migration): void {
  for (const [join, taken] of Object.entries(migration.state.joins))
    checkJoin(migration, join.slice(join.indexOf('/') + 1), Object.keys(taken))
}

function checkJoin({ state, source, target, mapping }: Migration, gatewayId: string, taken: string[]): void {
  const id = mapping.get(gatewayId)
  if (id === undefined)
    throw refusal(
      state,
      `gateway '${gatewayId}' has at least one incoming sequence flow taken. Joining gateways with at least one incoming sequence flow taken must be mapped to a gateway of the same type in the target process definition.`,
      'INVALID_ARGUMENT',
    )
  const [from, to] = [source.nodes.get(gatewayId)!, target.nodes.get(id)]
  if (from.type !== to?.type)
    throw refusal(
      state,
      `active element with id '${gatewayId}' and type '${from.type}' is mapped to an element with id '${id}' and different type '${to?.type ?? 'SEQUENCE_FLOW'}'. Elements must be mapped to elements of the same type.`,
      'INVALID_ARGUMENT',
    )
  const unmapped = taken.find(flow => !mapping.has(flow))
  if (unmapped !== undefined)
    throw refusal(
      state,
      `joining gateway with id '${gatewayId}' has a taken sequence flow with id '${unmapped}'. Taken sequence flows must be mapped to a sequence flow in the target process definition.`,
      'INVALID_ARGUMENT',
    )
  const [before, after] = [incoming(source, gatewayId), incoming(target, id)]
  if (after.length < before.length)
    throw refusal(
      state,
      `target gateway '${id}' has less incoming sequence flows than the source gateway '${gatewayId}'. Target gateway must have at least the same number of incoming sequence flows as the source gateway.`,
      'INVALID_ARGUMENT',
    )
  const lost = taken.find(flow => !after.includes(mapping.get(flow)!))
  if (lost === undefined) return
  throw refusal(
    state,
    `sequence flow '${lost}' to gateway '${gatewayId}' is taken and leads nowhere at gateway '${id}'. Please provide a mapping instruction to one of its incoming sequence flows.`,
    'INVALID_ARGUMENT',
  )
}

function incoming({ nodes }: ExecutableProcess, gatewayId: string): string[] {
  return [...nodes.values()].flatMap(({ outgoing }) =>
    outgoing.filter(({ targetId }) => targetId === gatewayId).map(({ id }) => id),
  )
}
