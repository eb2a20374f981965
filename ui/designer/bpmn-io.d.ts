/* biome-ignore-all lint/style/noDefaultExport: these packages export so. */
/** What of bpmn.io comes without types, as far as the modeler uses it. */
declare module 'bpmn-js-properties-panel' {
  import type { Drawn, Services } from './canvas/drawn.ts'

  /** What draws the panel. */
  class PanelRenderer {
    static $inject: string[]
    readonly _container: HTMLElement
    readonly _injector: { get<Name extends keyof Services>(name: Name): Services[Name] }
    _render(element?: Drawn): void
    _destroy(): void
    attachTo(container: HTMLElement): void
    detach(): void
  }
  export const BpmnPropertiesPanelModule: { propertiesPanel: [type: 'type', renderer: typeof PanelRenderer] }
  export const BpmnPropertiesProviderModule: object
  export const ZeebePropertiesProviderModule: object
}
declare module 'bpmn-js-element-templates' {
  export const CloudElementTemplatesPropertiesProviderModule: object
}
declare module 'camunda-bpmn-js-behaviors/lib/camunda-cloud/index.js' {
  const behaviors: object
  export default behaviors
}
declare module 'bpmn-js-create-append-anything' {
  export const CreateAppendAnythingModule: object
  export const CreateAppendElementTemplatesModule: object
}
declare module 'bpmn-js-color-picker' {
  const colors: object
  export default colors
}
declare module 'diagram-js-minimap' {
  const minimap: object
  export default minimap
}
