import { defineElement } from './element.ts'

/** Waits for all of its incoming flows, then takes all of its outgoing ones. */
export const parallelGateway = defineElement({
  type: 'PARALLEL_GATEWAY',
  joins: 'all',
  losesListenerResult: true,
  route: (_execution, { outgoing }) => outgoing,
})
