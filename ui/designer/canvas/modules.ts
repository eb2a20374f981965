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
import { SharedClipboard } from './shared-clipboard.ts'
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
  {
    clipboard: ['type', SharedClipboard],
    palette: ['value', noPalette],
    paletteProvider: ['value', null],
    // It would write shapes in the order in which they are painted; they stay where they stood in the file.
    bpmnDiOrdering: ['value', null],
    translate: ['value', translate],
  },
]
