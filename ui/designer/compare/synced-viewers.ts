import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer'
import type { Change } from '../../../server/prose/index.ts'

interface Box {
  x: number
  y: number
  width: number
  height: number
}
interface Drawn extends Box {
  id: string
  type: string
  labelTarget?: Drawn
  waypoints?: { x: number; y: number }[]
}
interface Canvas {
  zoom(level: 'fit-viewport' | number, center?: 'auto'): number
  viewbox(box?: Box): Box & { outer: { width: number; height: number } }
  addMarker(id: string, marker: string): void
  removeMarker(id: string, marker: string): void
}
interface Registry {
  get(id: string): Drawn | undefined
  getAll(): Drawn[]
}
interface Overlays {
  add(id: string, overlay: { position: Record<string, number>; html: HTMLElement }): void
}

/** Below this zoom the names cannot be read. */
const READABLE = 0.5

type Side = 'before' | 'after'
type Mark = 'added' | 'removed' | 'changed'

/** Two diagrams in step: what is moved or zoomed in one follows in the other; what changed is marked with a word. */
export class SyncedViewers {
  private readonly viewers: Record<Side, NavigatedViewer>
  private isFollowing = false
  private picked: string | undefined

  /** @param word the word a mark shows beside its element */
  constructor(
    containers: Record<Side, HTMLElement>,
    fontFamily: string,
    private readonly tells: { word(mark: Mark): string; picked(elementId: string): void },
  ) {
    const viewer = (container: HTMLElement) =>
      new NavigatedViewer({
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
    this.viewers = { before: viewer(containers.before), after: viewer(containers.after) }
    this.listen('before', 'after')
    this.listen('after', 'before')
  }

  private listen(side: Side, other: Side): void {
    this.viewers[side].on('canvas.viewbox.changed', () => this.follow(side, other))
    this.viewers[side].on('element.click', ({ element }: { element: Drawn }) => {
      const target = element.labelTarget ?? element
      if (!/Participant|Lane|Process$|Collaboration/.test(target.type)) this.tells.picked(target.id)
    })
  }

  /** The other shows the same place at the same size. */
  private follow(side: Side, other: Side): void {
    if (this.isFollowing) return
    this.isFollowing = true
    const { x, y, width, height, outer } = this.canvas(side).viewbox()
    // Put away behind another tab there is no size to calculate with.
    if (outer.width > 0 && width > 0) this.canvas(other).viewbox({ x, y, width, height })
    this.isFollowing = false
  }

  /** Draws both and marks what changed. */
  async open(xml: Record<Side, string>, changes: readonly Change[]): Promise<void> {
    this.isFollowing = true
    await Promise.all([this.draw('before', xml.before), this.draw('after', xml.after)])
    this.isFollowing = false
    for (const change of changes) if (change.topic !== 'drawing') for (const id of change.elementIds) this.markBoth(id)
  }

  private async draw(side: Side, xml: string): Promise<void> {
    if (xml === '') return
    await this.viewers[side].importXML(xml)
    for (const { id, type } of this.registry(side).getAll()) {
      if (type === 'bpmn:Participant') this.canvas(side).addMarker(id, 'xf-pool')
      if (type === 'bpmn:Lane') this.canvas(side).addMarker(id, 'xf-lane')
    }
  }

  /** What only one side has is added or removed there, whatever the sentence is about. */
  private markBoth(id: string): void {
    const has = { before: this.registry('before').get(id), after: this.registry('after').get(id) }
    const mark: Mark = has.before && has.after ? 'changed' : has.after ? 'added' : 'removed'
    for (const side of ['before', 'after'] as const) {
      const element = has[side]
      if (element) this.mark(side, element, mark)
    }
  }

  private mark(side: Side, element: Drawn, mark: Mark): void {
    this.canvas(side).addMarker(element.id, `xf-${mark}`)
    const word = document.createElement('span')
    word.className = `xf-mark ${mark}`
    word.textContent = this.tells.word(mark)
    const middle = element.waypoints?.[Math.floor((element.waypoints.length - 1) / 2)]
    const start = element.waypoints?.[0]
    const position =
      middle && start ? { left: middle.x - element.x, top: middle.y - element.y - 9 } : { right: 10, top: -9 }
    this.viewers[side].get<Overlays>('overlays').add(element.id, { position, html: word })
  }

  /** Frames an element on both sides and brings it into sight. @returns on which sides it is */
  pick(id: string | undefined): Record<Side, boolean> {
    const sides = ['before', 'after'] as const
    for (const side of sides)
      if (this.picked && this.registry(side).get(this.picked)) this.canvas(side).removeMarker(this.picked, 'xf-picked')
    this.picked = id
    const found = { before: false, after: false }
    for (const side of sides) {
      if (id === undefined || !this.registry(side).get(id)) continue
      this.canvas(side).addMarker(id, 'xf-picked')
      found[side] = true
    }
    const side = found.after ? 'after' : 'before'
    if (id !== undefined && found[side]) this.show(side, this.registry(side).get(id) as Drawn)
    return found
  }

  /** Brings an element into the middle, large enough to be read. */
  private show(side: Side, element: Drawn): void {
    const { outer } = this.canvas(side).viewbox()
    if (outer.width === 0) return
    const [width, height] = [outer.width / 0.8, outer.height / 0.8]
    const point = element.waypoints?.[0] ?? { x: element.x + element.width / 2, y: element.y + element.height / 2 }
    this.canvas(side).viewbox({ x: point.x - width / 2, y: point.y - height / 2, width, height })
  }

  /** The whole of the newer one. */
  fit(): number {
    if (this.canvas('after').viewbox().outer.width === 0) return 1
    const level = this.canvas('after').zoom('fit-viewport', 'auto')
    if (level > 1) this.canvas('after').zoom(1, 'auto')
    return level
  }

  /** The whole when it can be read, else as much around an element as can. */
  begin(id: string | undefined): void {
    const sides = ['after', 'before'] as const
    const side = sides.find(each => id !== undefined && this.registry(each).get(id))
    if (this.fit() < READABLE && side && id !== undefined) this.show(side, this.registry(side).get(id) as Drawn)
  }

  zoom(step: 1 | -1): void {
    this.viewers.after.get<{ stepZoom(step: number): void }>('zoomScroll').stepZoom(step)
  }

  destroy(): void {
    this.viewers.before.destroy()
    this.viewers.after.destroy()
  }

  private canvas(side: Side): Canvas {
    return this.viewers[side].get<Canvas>('canvas')
  }

  private registry(side: Side): Registry {
    return this.viewers[side].get<Registry>('elementRegistry')
  }
}
