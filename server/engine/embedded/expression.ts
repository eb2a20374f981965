import { type CompiledExpression, compileExpression } from '../../feel/index.ts'

/** A text of the diagram that may be computed: `=…` is FEEL, anything else is itself. */
export interface Expression {
  /** Without the leading `=`. */
  readonly text: string
  /** Absent on static texts. */
  readonly feel?: CompiledExpression
}

/** Reads such a text; FEEL is compiled here, once. Throws FeelSyntaxError. */
export function readExpression(text: string): Expression {
  if (!text.startsWith('=')) return { text }
  const source = text.slice(1).trim()
  return { text: source, feel: compileExpression(source) }
}

/** The same for a text that may be absent or empty. */
export function readOptionalExpression(text: string | undefined): Expression | undefined {
  return text === undefined || text === '' ? undefined : readExpression(text)
}
