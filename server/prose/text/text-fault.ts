/** A place where a text does not say what the grammar can read. Lines and columns count from 1. */
export interface TextFault {
  line: number
  column: number
  expected: { zh: string; en: string }
  /** What stands there. */
  found: string
}

/** What a reader throws to its own room; `parseFullText` answers with the fault. */
export class TextError extends Error {
  override readonly name = 'TextError'
  constructor(readonly fault: TextFault) {
    super(`Line ${fault.line}, column ${fault.column}: expected ${fault.expected.en}, but found ${fault.found}`)
  }
}

/** Where one reads: a line, and how far. */
export interface Place {
  line: number
  column: number
}

/** A fault at a place. */
export function faultAt({ line, column }: Place, zh: string, en: string, found: string): TextError {
  const shown = found.length > 24 ? `${found.slice(0, 24)}…` : found
  return new TextError({ line, column, expected: { zh, en }, found: shown === '' ? '行末' : shown })
}
