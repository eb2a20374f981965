import 'bpmn-moddle'

declare module 'bpmn-moddle' {
  interface BpmnModdle {
    /** Writes a tree of typed elements as XML. */
    toXML(element: unknown, options: { format: boolean }): Promise<{ xml: string }>
  }
}
