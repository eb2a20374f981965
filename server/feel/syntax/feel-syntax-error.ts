/** The text is no FEEL expression. Positions: `from`/`to` are offsets into the text, `line` and `column` count from 1. */
export class FeelSyntaxError extends Error {
  readonly from: number
  readonly to: number
  readonly line: number
  readonly column: number

  constructor(source: string, problem: string, from: number, to: number) {
    const before = source.slice(0, from).split('\n')
    const line = before.length
    const column = (before.at(-1)?.length ?? 0) + 1
    super(`failed to parse expression '${source}': ${problem} (line ${line}, column ${column})`)
    this.name = 'FeelSyntaxError'
    this.from = from
    this.to = to
    this.line = line
    this.column = column
  }
}
