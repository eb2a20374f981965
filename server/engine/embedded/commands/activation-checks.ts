import type { BpmnElementType } from '../../protocol/records.ts'
import type { ExecutableProcess } from '../executable-process.ts'

/** What may be begun by hand; sorted, as a rejection lists them. */
const BEGINNABLE: BpmnElementType[] = [
  'AD_HOC_SUB_PROCESS',
  'AD_HOC_SUB_PROCESS_INNER_INSTANCE',
  'BUSINESS_RULE_TASK',
  'CALL_ACTIVITY',
  'END_EVENT',
  'EVENT_BASED_GATEWAY',
  'EVENT_SUB_PROCESS',
  'EXCLUSIVE_GATEWAY',
  'INCLUSIVE_GATEWAY',
  'INTERMEDIATE_CATCH_EVENT',
  'INTERMEDIATE_THROW_EVENT',
  'MANUAL_TASK',
  'MULTI_INSTANCE_BODY',
  'PARALLEL_GATEWAY',
  'PROCESS',
  'RECEIVE_TASK',
  'SCRIPT_TASK',
  'SEND_TASK',
  'SERVICE_TASK',
  'SUB_PROCESS',
  'TASK',
  'USER_TASK',
]

/** The end of a rejection: what could have been begun instead. */
export const BEGINNABLE_TYPES = `Supported element types are: [${BEGINNABLE.join(', ')}]`

/** What an id in a diagram stands for; undefined if for nothing. */
export function typeOf({ root, nodes }: ExecutableProcess, elementId: string): BpmnElementType | undefined {
  if (elementId === root.id) return root.type
  const node = nodes.get(elementId)
  if (node) return node.type
  const isFlow = [...nodes.values()].some(({ outgoing }) => outgoing.some(({ id }) => id === elementId))
  return isFlow ? 'SEQUENCE_FLOW' : undefined
}

/** Whether elements of the type may be begun by hand. */
export function isBeginnable(type: BpmnElementType): boolean {
  return BEGINNABLE.includes(type)
}

/** Whether an element is an event that an event-based gateway waits for. */
export function isBehindGateway({ nodes }: ExecutableProcess, elementId: string): boolean {
  return nodes.get(elementId)?.isBehindGateway === true
}
