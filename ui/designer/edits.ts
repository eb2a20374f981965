import type { Fix } from '../../server/lint/rule.ts'

/** What may be done to a diagram from outside the canvas, as data: the quick fixes of the rules, and what prose and tree offer. */
export type Edit =
  | Fix
  /** `id` is the new element's and `flowId` that of the flow to it, so that other edits beside it may name them. */
  | { kind: 'append'; after: string; type: string; name?: string; template?: string; id?: string; flowId?: string }
  | { kind: 'connect'; from: string; to: string; name?: string; condition?: string; id?: string }
  | { kind: 'set-condition'; elementId: string; expression: string }
  | { kind: 'set-assignment'; elementId: string; candidateGroups: string }
  | { kind: 'remove'; elementId: string }
  | { kind: 'set-decision'; elementId: string; decisionId: string }
  | TextEdit

/** What only the full text changes: everything it can say that has no edit of its own. */
export type TextEdit =
  /** A property by its key in the outline; without value it is taken away. */
  | { kind: 'set-property'; elementId: string; key: string; value?: string }
  /** All members of a list, in this order: what a step takes in, what it gives out. */
  | {
      kind: 'set-list'
      elementId: string
      family: string
      entries: readonly (readonly [name: string, value: string])[]
    }
  | { kind: 'replace'; elementId: string; type: string }
  | { kind: 'reconnect'; elementId: string; from: string; to: string }
  /** Draws what nothing leads to, where there is room. */
  | { kind: 'place'; within: string; type: string; id: string; name?: string }
  /** A message, an error … that events refer to. */
  | { kind: 'add-root'; type: string; id: string; name?: string }
  | { kind: 'add-lane'; beside: string; id: string; name?: string }
  | { kind: 'move-to-lane'; elementId: string; laneId: string }
  | { kind: 'attach'; elementId: string; to: string }
  /** Of two flows that both hold the engine takes the last in the file. */
  | { kind: 'order-flows'; elementId: string; flowIds: readonly string[] }
