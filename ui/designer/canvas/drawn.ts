import type { ModdleElement } from '../../../server/bpmn/moddle.ts'
import type { BundleFile } from '../../api-types.ts'

/** A shape, label or flow on the canvas. */
export interface Drawn {
  id: string
  type: string
  x: number
  y: number
  width: number
  height: number
  waypoints?: { x: number; y: number }[]
  parent?: Drawn
  children?: Drawn[]
  incoming?: Drawn[]
  outgoing?: Drawn[]
  host?: Drawn
  labelTarget?: Drawn
  businessObject: ModdleElement
  /** Its shape in the file. */
  di?: object
}

/** What was copied of one element; what it refers to beside the diagram travels along. */
export interface CopiedPiece {
  id: string
  x?: number
  y?: number
  width?: number
  height?: number
  businessObject?: ModdleElement
  referencedRootElement?: ModdleElement
}

/** What the bus tells, by event. */
interface BusEvent {
  element?: Drawn
  newSelection?: Drawn[]
  descriptor?: CopiedPiece
  elements?: Drawn[]
  hints?: { clip?: boolean }
}

interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** A command of one's own on the stack: what it does before, or does and takes back. */
export interface CommandHandler {
  preExecute?(context: object): void
  execute?(context: object): Drawn[]
  revert?(context: object): Drawn[]
}

/** The services of bpmn-js that the modeler uses, by the names they have there. */
export interface Services {
  canvas: {
    zoom(level?: 'fit-viewport' | number, center?: 'auto' | { x: number; y: number }): number
    viewbox(box?: Box): Box & { inner: Box; outer: { width: number; height: number } }
    addMarker(id: string, marker: string): void
    removeMarker(id: string, marker: string): void
    scrollToElement(element: Drawn, padding?: number | object): void
    findRoot(element: Drawn): Drawn | null
    getRootElement(): Drawn
    focus(): void
    getLayer(name: string, index?: number): SVGGElement
    resized(): void
  }
  elementRegistry: {
    get(id: string): Drawn | undefined
    getAll(): Drawn[]
    find(test: (element: Drawn) => boolean): Drawn | undefined
  }
  selection: { get(): Drawn[]; select(element: Drawn | Drawn[] | null): void }
  commandStack: {
    canUndo(): boolean
    canRedo(): boolean
    undo(): void
    redo(): void
    clear(): void
    execute(command: string, context: object): void
    register(command: string, handler: CommandHandler): void
  }
  modeling: {
    updateProperties(element: Drawn, properties: object): void
    updateModdleProperties(element: Drawn, target: ModdleElement, properties: object): void
    updateLabel(element: Drawn, text: string): void
    moveElements(elements: Drawn[], delta: { x: number; y: number }, target?: Drawn, hints?: object): void
    removeElements(elements: Drawn[]): void
    connect(source: Drawn, target: Drawn, attributes?: object): Drawn
    reconnect(connection: Drawn, source: Drawn, target: Drawn, docking: { x: number; y: number }): void
    layoutConnection(connection: Drawn): void
    addLane(lane: Drawn, location: 'top' | 'bottom'): Drawn
    createShape(shape: Drawn, position: { x: number; y: number }, parent: Drawn, hints?: object): Drawn
  }
  bpmnReplace: { replaceElement(element: Drawn, target: { type: string }): Drawn }
  spaceTool: {
    calculateAdjustments(
      elements: Drawn[],
      axis: 'x' | 'y',
      delta: number,
      start: number,
    ): { movingShapes: Drawn[]; resizingShapes: Drawn[] }
    makeSpace(moving: Drawn[], resizing: Drawn[], delta: { x: number; y: number }, direction: 'e', start: number): void
  }
  autoPlace: { append(source: Drawn, shape: Drawn): Drawn }
  bpmnFactory: { create(type: string, attributes?: object): ModdleElement }
  elementFactory: { createShape(attributes: object): Drawn; createParticipantShape(): Drawn }
  elementTemplates: { getLatest(id: string): object[]; createElement(template: object): Drawn }
  create: { start(event: Event, shape: Drawn | Drawn[], hints?: object): void }
  popupMenu: { open(element: Drawn | Drawn[], id: string, position: { x: number; y: number }, options?: object): void }
  editorActions: {
    trigger(action: string, options?: object): unknown
    isRegistered(action: string): boolean
    register(action: string, act: () => unknown): void
    unregister(action: string): void
  }
  clipboard: { get(): unknown; needed(): readonly BundleFile[]; carry(files: readonly BundleFile[]): void }
  copyPaste: {
    copy(elements: Drawn[], hints?: object): unknown
    paste(context: object): Drawn[] | undefined
  }
  eventBus: {
    on(event: string, callback: (event: BusEvent) => void): void
    on(event: string, priority: number, callback: (event: BusEvent) => void): void
    on(events: string[], priority: number, callback: () => boolean | undefined): void
  }
  propertiesPanel: { attachTo(container: HTMLElement): void; detach(): void }
  zoomScroll: { stepZoom(step: number): void }
  minimap: { toggle(): void; isOpen(): boolean }
}
