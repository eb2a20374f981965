import colors from 'bpmn-js-color-picker'
import { CreateAppendAnythingModule, CreateAppendElementTemplatesModule } from 'bpmn-js-create-append-anything'
import { CloudElementTemplatesPropertiesProviderModule } from 'bpmn-js-element-templates'
import {
  BpmnPropertiesPanelModule,
  BpmnPropertiesProviderModule,
  ZeebePropertiesProviderModule,
} from 'bpmn-js-properties-panel'
import zeebeBehaviors from 'camunda-bpmn-js-behaviors/lib/camunda-cloud/index.js'
import minimap from 'diagram-js-minimap'
import { panelWhenOpen } from './panel-when-open.ts'
import { templatesFirstModule } from './templates-first.ts'
import { translate } from './translate.ts'

/** Our palette stands beside the canvas; who adds entries to that of bpmn-js is not heard. */
const noPalette = { registerProvider() {}, getEntries: () => ({}), toggle() {}, isOpen: () => false }

/** What the modeler has beside bpmn-js itself. */
export const modules: readonly object[] = [
  zeebeBehaviors,
  BpmnPropertiesPanelModule,
  BpmnPropertiesProviderModule,
  ZeebePropertiesProviderModule,
  CloudElementTemplatesPropertiesProviderModule,
  CreateAppendAnythingModule,
  CreateAppendElementTemplatesModule,
  templatesFirstModule,
  panelWhenOpen,
  colors,
  minimap,
  { palette: ['value', noPalette], paletteProvider: ['value', null], translate: ['value', translate] },
]
