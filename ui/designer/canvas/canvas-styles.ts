import bpmnFont from 'bpmn-js/dist/assets/bpmn-font/css/bpmn-codes.css?inline'
import bpmnJs from 'bpmn-js/dist/assets/bpmn-js.css?inline'
import diagramJs from 'bpmn-js/dist/assets/diagram-js.css?inline'
import colorPicker from 'bpmn-js-color-picker/colors/color-picker.css?inline'
import minimap from 'diagram-js-minimap/assets/diagram-js-minimap.css?inline'
import { type CSSResultGroup, unsafeCSS } from 'lit'
import { XfElement } from '../../components/element.ts'
import ink from '../../styles/diagram.css?inline'
import canvas from './canvas.css?inline'
import theme from './theme.css?inline'
// A font can only be declared by the document.
import './bpmn-font.css'

/** What the canvas wears: bpmn.io's own sheets first, then our paper and ink. */
export const canvasStyles: CSSResultGroup[] = [
  ...[diagramJs, bpmnJs, bpmnFont, minimap, colorPicker].map(text => unsafeCSS(text)),
  XfElement.styles,
  unsafeCSS(ink),
  unsafeCSS(theme),
  unsafeCSS(canvas),
]
