/** A decision cannot come to a result: a failed expression, or a hit policy that is violated. */
export class DecisionFailure extends Error {}
