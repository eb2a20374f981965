/** Everything a diagram says of one of its parts, but for where it is drawn. */
export interface Part {
  id: string
  /** BPMN's name, for example `bpmn:UserTask`. */
  type: string
  /** Id of the part it lies in: sub-process, process, pool, set of lanes; empty for what lies in none. */
  scope: string
  /** By their keys (`name`, `header:limit`, `input:x`, `event:messageRef` …), in the order of the file. */
  properties: Readonly<Record<string, string>>
}

/** A diagram as a list of parts in the order of the file: what prose tells, reads back and compares. */
export interface Outline {
  parts: readonly Part[]
}

/** What leads from one part to the next. */
export const isFlow = ({ type }: Part): boolean => type === 'bpmn:SequenceFlow'

/** What can be arrived at: tasks, gateways, events, sub-processes, calls. */
export const isNode = ({ type }: Part): boolean => NODE.test(type)
const NODE = /(Task|Gateway|Event|SubProcess|CallActivity|Transaction)$/

export const isGateway = ({ type }: Part): boolean => type.endsWith('Gateway')
export const isBoundary = ({ type }: Part): boolean => type === 'bpmn:BoundaryEvent'
export const isEnd = ({ type }: Part): boolean => type === 'bpmn:EndEvent'
export const isStart = ({ type }: Part): boolean => type === 'bpmn:StartEvent'
export const isSubProcess = ({ type }: Part): boolean => /(SubProcess|Transaction)$/.test(type)

/** How people call a part. */
export const calledIn = ({ id, properties }: Part): string => properties.name || id

/** The parts of an outline by what is asked of them most. */
export class OutlineIndex {
  readonly byId: ReadonlyMap<string, Part>
  private readonly inside = new Map<string, Part[]>()
  private readonly from = new Map<string, Part[]>()
  private readonly to = new Map<string, Part[]>()
  private readonly borders = new Map<string, Part[]>()

  constructor(readonly outline: Outline) {
    this.byId = new Map(outline.parts.map(part => [part.id, part]))
    for (const part of outline.parts) this.place(part)
  }

  private place(part: Part): void {
    const { sourceRef, targetRef, attachedToRef } = part.properties
    if (isFlow(part) && this.isBeside(part, sourceRef)) {
      push(this.from, sourceRef ?? '', part)
      push(this.to, targetRef ?? '', part)
    } else if (isBoundary(part) && this.isBeside(part, attachedToRef)) push(this.borders, attachedToRef ?? '', part)
    else push(this.inside, part.scope, part)
  }

  /** What leaves or borders a part lies where that lies; else it stands for itself. */
  private isBeside(part: Part, id: string | undefined): boolean {
    return this.byId.get(id ?? '')?.scope === part.scope
  }

  /** What lies directly in a part, without its flows and the events on borders. */
  within = (id: string): readonly Part[] => this.inside.get(id) ?? []
  /** The flows that leave a part, in the order of the file. */
  leaving = (id: string): readonly Part[] => this.from.get(id) ?? []
  /** The flows that arrive at a part. */
  arriving = (id: string): readonly Part[] => this.to.get(id) ?? []
  /** The events on the border of a part, in the order of the file. */
  onBorder = (id: string): readonly Part[] => this.borders.get(id) ?? []
  /** Where a flow leads to. */
  target = ({ properties }: Part): Part | undefined => this.byId.get(properties.targetRef ?? '')
}

function push(map: Map<string, Part[]>, key: string, part: Part): void {
  const parts = map.get(key)
  if (parts) parts.push(part)
  else map.set(key, [part])
}
