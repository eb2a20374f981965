import type { ProcedureModel } from './model.ts'

/** How serious a problem is: an error is mended before publishing, a warning is read before it, a hint may be ignored. */
export type Severity = 'error' | 'warning' | 'hint'

/** A sentence in both languages. */
export interface Sentence {
  zh: string
  en: string
}

/** What would mend a problem, as data: the designer offers it as a button. */
export type Fix =
  | { kind: 'set-header'; elementId: string; key: string; value: string }
  | { kind: 'remove-header'; elementId: string; key: string }
  | { kind: 'set-default-flow'; elementId: string; flowId: string }
  | { kind: 'remove-condition'; elementId: string }
  | { kind: 'rename'; elementId: string; name: string }
  | { kind: 'move-to'; elementId: string; x: number; y: number }
  | { kind: 'set-form'; elementId: string; formId: string }
  | { kind: 'set-condition'; elementId: string; expression: string }
  | { kind: 'set-correlation-key'; elementId: string; expression: string }

/** What a rule found. */
export interface Finding {
  /** The element it is about; of a form or table the id of the part of it. */
  elementId: string
  message: Sentence
  /** The article that wants it so. */
  law?: string
  fix?: Fix
  /** Ids of elements in the order in which they are passed until it goes wrong. */
  way?: readonly string[]
  /** Who of today's people would do which step on that way. */
  doers?: readonly { elementId: string; personId: string }[]
  /** Where it is another than that of the rule. */
  severity?: Severity
  /** The file of the bundle, when it is not the diagram. */
  file?: string
}

/** One thing that a diagram, its forms and its tables must satisfy. */
export interface Rule {
  /** Also the name of its file and of its test. */
  id: string
  severity: Severity
  title: Sentence
  /** For administrators: why it is so, and how a diagram is mended. */
  doc: { why: string; mend: string }
  check(model: ProcedureModel): Finding[]
}

/** A finding with the rule that made it. */
export interface Problem extends Finding {
  rule: string
  severity: Severity
  file: string
}
