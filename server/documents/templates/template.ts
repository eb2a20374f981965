import type { Block } from '../docx/blocks.ts'

/** What every document says of itself (公共字段). */
export interface DocumentHead {
  docNo: string
  /** The office in whose name it is made. */
  organName: string
  /** `2026年11月24日`. */
  date: string
}

/** A kind of document: its number series and how its text is made of facts. */
export interface Template<Facts> {
  /** `D19`. */
  id: string
  name: string
  /** Office parameter with the format of its numbers: `{street}`, `{year}`, `{n}`. */
  numberFormat: string
  /** What the series is called beside the street. */
  series: string
  /** Articles that its own text cites. */
  basis?: readonly string[]
  write(head: DocumentHead, facts: Facts): Block[]
}
