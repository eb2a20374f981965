declare module 'saxen' {
  /** Where the parser is; lines from zero. */
  export interface ParserContext {
    line: number
    column: number
    data: string
  }
  type ContextOf = () => ParserContext

  /** Reads XML and tells what it meets, in its order; names carry the prefixes given to `ns`. */
  export class Parser {
    constructor(options?: { proxy?: boolean })
    ns(prefixes: Record<string, string>): this
    on(
      event: 'openTag',
      listener: (
        name: string,
        attributes: () => Record<string, string>,
        decode: (text: string) => string,
        isSelfClosing: boolean,
        contextOf: ContextOf,
      ) => void,
    ): this
    on(
      event: 'closeTag',
      listener: (name: string, decode: unknown, isSelfClosing: boolean, contextOf: ContextOf) => void,
    ): this
    on(event: 'text', listener: (text: string, decode: (text: string) => string, contextOf: ContextOf) => void): this
    on(event: 'cdata', listener: (text: string, contextOf: ContextOf) => void): this
    on(event: 'error' | 'warn', listener: (error: Error, contextOf: ContextOf) => void): this
    parse(xml: string): this
  }
}
