declare module 'bpmn-moddle' {
  /** Reads BPMN 2.0 XML into a tree of typed elements. */
  export class BpmnModdle {
    constructor(packages?: Record<string, unknown>)
    fromXML(xml: string): Promise<{
      rootElement: unknown
      warnings: { message: string; error?: Error; property?: string; value?: string }[]
    }>
  }
}
