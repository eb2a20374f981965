declare module 'bpmn-moddle' {
  /** Reads BPMN 2.0 XML into a tree of typed elements. */
  export class BpmnModdle {
    constructor(packages?: Record<string, unknown>)
    fromXML(xml: string): Promise<{
      rootElement: unknown
      warnings: { message: string; error?: Error; property?: string; value?: string }[]
    }>
    /** Writes a tree as BPMN 2.0 XML. */
    toXML(element: unknown, options?: { format?: boolean }): Promise<{ xml: string }>
    /** A new element of a type. */
    create(type: string, properties?: Record<string, unknown>): unknown
  }
}
