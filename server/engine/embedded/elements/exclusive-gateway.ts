import { flowsThatHold } from '../behaviors/conditional-flows.ts'
import { defineElement } from './element.ts'

/** Takes the first flow whose condition holds, from the last in the file; else the default flow. */
export const exclusiveGateway = defineElement({
  type: 'EXCLUSIVE_GATEWAY',
  route: (execution, node, key) => flowsThatHold(execution, node, key, 1),
})
