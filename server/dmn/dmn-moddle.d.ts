declare module 'dmn-moddle' {
  /** Reads DMN 1.3 XML into a tree of typed elements. */
  export class DmnModdle {
    constructor(packages?: Record<string, unknown>)
    fromXML(xml: string): Promise<{ rootElement: unknown; warnings: { message: string; error?: Error }[] }>
  }
}
