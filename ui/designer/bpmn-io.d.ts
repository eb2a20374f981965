/* biome-ignore-all lint/style/noDefaultExport: these packages export so. */
/** What of bpmn.io comes without types, as far as the modeler uses it. */
declare module 'bpmn-js-properties-panel' {
  export const BpmnPropertiesPanelModule: object
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
