import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer'
import type { ElementVisit } from '../../api-types.ts'

/** An element of a diagram as the viewer's registry knows it. */
interface Drawn {
  id: string
  type: string
  x?: number
  y?: number
  width?: number
  labelTarget?: Drawn
  businessObject: { name?: string }
}
interface Box {
  x: number
  y: number
  width: number
  height: number
}
interface Canvas {
  zoom(level?: 'fit-viewport' | number, center?: 'auto'): number
  viewbox(box?: Box): Box & { inner: Box; outer: { width: number; height: number } }
  addMarker(id: string, marker: string): void
  removeMarker(id: string, marker: string): void
}
interface Registry {
  get(id: string): Drawn | undefined
  getAll(): Drawn[]
}
interface Overlays {
  add(id: string, overlay: { position: Record<string, number>; html: HTMLElement; scale?: boolean }): void
  clear(): void
}
interface ZoomScroll {
  stepZoom(step: number): void
}

/** Below this zoom the names cannot be read. */
const READABLE = 0.6
/** Tasks are drawn this wide, by the rules of layout. */
const TASK_WIDTH = 100

/** Words on an element: below its name inside, or as a flag at its upper right corner. */
export interface ElementMark {
  elementId: string
  inside?: string
  flag?: { kind: 'fault' | 'late' | 'hand'; text: string }
}

/** bpmn-js, dressed in our tokens: draws a diagram and the path an instance has taken through it. */
export class DiagramViewer {
  private readonly viewer: NavigatedViewer
  private readonly marked: [id: string, marker: string][] = []
  private picked: string | undefined

  constructor(container: HTMLElement, fontFamily: string, onPick: (elementId: string | undefined) => void) {
    this.viewer = new NavigatedViewer({
      container,
      bpmnRenderer: {
        defaultFillColor: 'var(--bpmn-fill)',
        defaultStrokeColor: 'var(--bpmn-line)',
        defaultLabelColor: 'var(--bpmn-text)',
      },
      textRenderer: {
        defaultStyle: { fontFamily, fontSize: 13, lineHeight: 1.35 },
        externalStyle: { fontSize: 12, lineHeight: 1.3 },
      },
    })
    this.viewer.on('element.click', ({ element }: { element: Drawn }) => {
      const target = element.labelTarget ?? element
      onPick(isPlace(target) ? target.id : undefined)
    })
  }

  /** Draws this diagram. */
  async open(xml: string): Promise<void> {
    await this.viewer.importXML(xml)
    for (const { id, type } of this.registry.getAll()) {
      if (type === 'bpmn:Participant') this.canvas.addMarker(id, 'xf-pool')
      if (type === 'bpmn:Lane') this.canvas.addMarker(id, 'xf-lane')
    }
  }

  /** Inks the path: what was visited, where it stands, which flows were taken, and words on the elements. */
  ink(visits: readonly ElementVisit[], flows: readonly string[], marks: readonly ElementMark[]): void {
    for (const [id, marker] of this.marked.splice(0)) this.canvas.removeMarker(id, marker)
    for (const { elementId, state, incident } of visits) {
      this.mark(elementId, 'xf-went')
      // A sub-process stands where something in it stands; to fill it would hide that.
      if (state === 'now' && !this.isScope(elementId)) this.mark(elementId, 'xf-now')
      if (incident) this.mark(elementId, 'xf-incident')
    }
    for (const flow of flows) this.mark(flow, 'xf-went')
    this.overlays.clear()
    for (const each of marks) this.write(each)
  }

  /** Writes words on elements of a diagram that tells no path. */
  annotate(marks: readonly ElementMark[]): void {
    this.overlays.clear()
    for (const each of marks) this.write(each)
  }

  /** Frames the element the person has chosen. */
  pick(elementId: string | undefined): void {
    const isNews = elementId !== this.picked
    if (this.picked) this.canvas.removeMarker(this.picked, 'xf-picked')
    this.picked = elementId && this.registry.get(elementId) ? elementId : undefined
    if (this.picked) this.canvas.addMarker(this.picked, 'xf-picked')
    if (this.picked && isNews) this.reveal(this.picked)
  }

  /** Names of the elements, for the text beside the diagram. */
  nameOf(elementId: string): string | undefined {
    return this.registry.get(elementId)?.businessObject.name
  }

  /** Shows the whole diagram, never larger than drawn. */
  fit(): void {
    // Put away behind another tab it has no size to calculate with.
    if (this.canvas.viewbox().outer.width === 0) return
    const level = this.canvas.zoom('fit-viewport', 'auto')
    if (level > 1) this.canvas.zoom(1, 'auto')
  }

  /** Shows as much as can still be read, around an element; the whole if it can be read. @returns whether it is the whole */
  show(elementId: string | undefined): boolean {
    this.fit()
    if (this.canvas.viewbox().outer.width === 0 || this.canvas.zoom() >= READABLE) return true
    const element =
      this.registry.get(elementId ?? '') ?? this.registry.getAll().find(({ type }) => type === 'bpmn:StartEvent')
    if (!element) return true
    const box = this.canvas.viewbox()
    const width = box.outer.width / READABLE
    const height = box.outer.height / READABLE
    const { x, y, width: whole, height: tall } = box.inner
    const left = within((element.x ?? 0) - width / 3, x, x + whole - width)
    const top = within((element.y ?? 0) - height / 2, y, y + tall - height)
    this.canvas.viewbox({ x: left, y: top, width, height })
    return false
  }

  zoom(step: 1 | -1): void {
    this.viewer.get<ZoomScroll>('zoomScroll').stepZoom(step)
  }

  destroy(): void {
    this.viewer.destroy()
  }

  /** What was chosen elsewhere is moved into sight; what can be seen stays where it is. */
  private reveal(elementId: string): void {
    const { x = 0, y = 0, width = 0 } = this.registry.get(elementId) ?? {}
    const box = this.canvas.viewbox()
    const isSeen = x >= box.x && x + width <= box.x + box.width && y >= box.y && y <= box.y + box.height
    if (isSeen || !(box.width > 0)) return
    this.canvas.viewbox({ x: x - box.width / 2, y: y - box.height / 2, width: box.width, height: box.height })
  }

  private isScope(elementId: string): boolean {
    return (this.registry.get(elementId)?.width ?? 0) > TASK_WIDTH
  }

  private get canvas(): Canvas {
    return this.viewer.get<Canvas>('canvas')
  }

  private get registry(): Registry {
    return this.viewer.get<Registry>('elementRegistry')
  }

  private get overlays(): Overlays {
    return this.viewer.get<Overlays>('overlays')
  }

  private mark(id: string, marker: string): void {
    for (const each of [id, `${id}_label`]) {
      if (!this.registry.get(each)) continue
      this.canvas.addMarker(each, marker)
      this.marked.push([each, marker])
    }
  }

  private write({ elementId, inside, flag }: ElementMark): void {
    const width = this.registry.get(elementId)?.width
    if (width === undefined) return
    // An open sub-process has other things on its lower edge.
    if (inside && width === TASK_WIDTH)
      this.overlays.add(elementId, { position: { left: 0, bottom: 20 }, html: words('dwell', inside) })
    if (flag) this.overlays.add(elementId, { position: { right: 0, top: -9 }, html: words(flag.kind, flag.text) })
  }
}

function words(kind: string, text: string): HTMLElement {
  const span = document.createElement('span')
  span.className = `xf-mark ${kind}`
  span.textContent = text
  return span
}

const isPlace = ({ type }: Drawn) => /Task|Event|Gateway|SubProcess|CallActivity/.test(type)

/** A number kept between two; when there is no room between them, the middle. */
const within = (value: number, low: number, high: number) =>
  high < low ? (low + high) / 2 : Math.min(Math.max(value, low), high)
