import { flowsThatHold } from '../behaviors/conditional-flows.ts'
import { defineElement } from './element.ts'

/**
 * Takes every flow whose condition holds, last in the file first; else the default flow. As a join it waits for its incoming flows as long as
 * somebody may still come over them (behaviors/joins.ts).
 */
export const inclusiveGateway = defineElement({
  type: 'INCLUSIVE_GATEWAY',
  joins: 'whoever-comes',
  route: (execution, node, key) => flowsThatHold(execution, node, key),
})
