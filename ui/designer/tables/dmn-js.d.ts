/* biome-ignore-all lint/style/noDefaultExport: this package exports so. */
declare module 'dmn-js/lib/*' {
  /** A view of a file of decisions: the whole, one table, one expression. */
  interface View {
    id: string
    type: 'drd' | 'decisionTable' | 'literalExpression' | 'boxedExpression'
    element: { id: string; name?: string }
  }
  interface Viewer {
    on(event: string, listener: (event: { element?: { id?: string } }) => void): void
  }
  /** The editor of decisions, as far as it is used here. */
  export default class DecisionEditor {
    constructor(options: { container: Element } & Record<string, unknown>)
    importXML(xml: string): Promise<{ warnings: unknown[] }>
    saveXML(options: { format: boolean }): Promise<{ xml: string }>
    getViews(): View[]
    getActiveView(): View | undefined
    getActiveViewer(): Viewer | undefined
    open(view: View): Promise<unknown>
    on(event: string, listener: (event: { viewer: Viewer }) => void): void
    destroy(): void
  }
}
