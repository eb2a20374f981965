/** Something with a place and a size. */
export interface Sized {
  shapes: Shape[]
  width: number
  height: number
}

/** Something with one way in and one way out. */
export interface Drawn extends Sized {
  entry: string
  exit: string
}

interface Shape {
  id: string
  x: number
  y: number
  width: number
  height: number
}

const SIZES: [pattern: RegExp, width: number, height: number][] = [
  [/Event$/, 36, 36],
  [/Gateway$/, 50, 50],
  [/./, 100, 80],
]
const GAP = 40

const ROOTS = `<bpmn:message id="message_1" name="m1"><bpmn:extensionElements><zeebe:subscription correlationKey="=k"/></bpmn:extensionElements></bpmn:message>
<bpmn:message id="message_task" name="m2"><bpmn:extensionElements><zeebe:subscription correlationKey="=k"/></bpmn:extensionElements></bpmn:message>
<bpmn:signal id="signal_1" name="g1"/><bpmn:error id="error_1" errorCode="E1"/><bpmn:escalation id="escalation_1" escalationCode="C1"/>`

/** Elements of the innermost scope that is being drawn. */
interface Scope {
  nodes: string[]
  artifacts: string[]
}

/** Writes a BPMN file with its picture: nodes and flows by name, places from left to right and from top to bottom. */
export class Drawing {
  private readonly counts = new Map<string, number>()
  private readonly marks = new Map<string, string>()
  private readonly edges: [id: string, from: string, to: string][] = []
  private scopes: Scope[] = [{ nodes: [], artifacts: [] }]

  constructor(private readonly processId: string) {}

  name(letter: string): string {
    const count = (this.counts.get('') ?? 0) + 1
    this.counts.set('', count)
    return `${letter}${count}`
  }

  node(tag: string, letter: string, content = '', attributes = ''): Drawn {
    const id = this.name(letter)
    this.scope.nodes.push(`<bpmn:${tag} id="${id}" ${attributes} {${id}}>${content}</bpmn:${tag}>`)
    const [, width, height] = SIZES.find(([pattern]) => pattern.test(tag))!
    return { entry: id, exit: id, shapes: [{ id, x: 0, y: 0, width, height }], width, height }
  }

  /** An element with others in it; its extension elements may depend on what they are called. */
  frame(
    tag: string,
    letter: string,
    attributes: string,
    before: string | (() => string),
    content: () => Sized,
    after = '',
  ): Drawn {
    const id = this.name(letter)
    this.scopes.push({ nodes: [], artifacts: [] })
    const inner = content()
    const { nodes, artifacts } = this.scopes.pop()!
    const start = typeof before === 'string' ? before : before()
    // Loop characteristics stand before what is in a scope, a condition of completion behind it.
    const [loop, condition] = tag === 'adHocSubProcess' ? ['', after] : [after, '']
    const parts = [start, loop, ...nodes, ...artifacts, condition].join('\n')
    this.scope.nodes.push(`<bpmn:${tag} id="${id}" ${attributes}>${parts}</bpmn:${tag}>`)
    const [width, height] = [inner.width + 2 * GAP, inner.height + 2 * GAP]
    return {
      entry: id,
      exit: id,
      shapes: [{ id, x: 0, y: 0, width, height }, ...moved(inner, GAP, GAP)],
      width,
      height,
    }
  }

  flow(from: Drawn, to: Drawn, condition?: string): string {
    const id = this.name('f')
    const inner = condition
      ? `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition}</bpmn:conditionExpression>`
      : ''
    this.scope.nodes.push(
      `<bpmn:sequenceFlow id="${id}" sourceRef="${from.exit}" targetRef="${to.entry}">${inner}</bpmn:sequenceFlow>`,
    )
    this.edges.push([id, from.exit, to.entry])
    return id
  }

  /** Gives a node an attribute that is only known later. */
  mark({ entry }: Drawn, attribute: string): void {
    this.marks.set(entry, attribute)
  }

  /** One after the other. */
  row(parts: Drawn[]): Drawn {
    for (const [index, part] of parts.entries()) if (index > 0) this.flow(parts[index - 1]!, part)
    return { ...beside(parts), entry: parts[0]!.entry, exit: parts.at(-1)!.exit }
  }

  /** Side by side, not connected. */
  column(parts: Sized[]): Sized {
    let y = 0
    const shapes = parts.flatMap(part => {
      const there = moved(part, 0, y)
      y += part.height + GAP
      return there
    })
    return { shapes, width: Math.max(0, ...parts.map(({ width }) => width)), height: Math.max(0, y - GAP) }
  }

  /** Two nodes with something between them, connected by whoever calls. */
  between(first: Drawn, middle: Sized | undefined, last: Drawn): Drawn {
    return { ...beside(middle ? [first, middle, last] : [first, last]), entry: first.entry, exit: last.exit }
  }

  /** Something that hangs below. */
  below(top: Drawn, bottom: Sized): Drawn {
    return { ...this.column([top, bottom]), entry: top.entry, exit: top.exit }
  }

  /** A task with the one that undoes it. */
  handled(task: Drawn, handler: Drawn): Drawn {
    const event = this.node(
      'boundaryEvent',
      'b',
      `<bpmn:compensateEventDefinition id="${this.name('d')}"/>`,
      `attachedToRef="${task.entry}"`,
    )
    this.scope.artifacts.push(
      `<bpmn:association id="${this.name('w')}" associationDirection="One" sourceRef="${event.entry}" targetRef="${handler.entry}"/>`,
    )
    return this.below(this.below(task, event), handler)
  }

  file(content: Sized): string {
    const { nodes, artifacts } = this.scope
    const body = [...nodes, ...artifacts].join('\n').replace(/ *\{(\w+)\}/g, (_, id: string) => {
      const mark = this.marks.get(id)
      return mark ? ` ${mark}` : ''
    })
    return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
  xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="definitions" targetNamespace="http://example.org">
<bpmn:process id="${this.processId}" isExecutable="true">
${body}
</bpmn:process>
${ROOTS}
${this.picture(content.shapes)}
</bpmn:definitions>
`
  }

  private get scope(): Scope {
    return this.scopes.at(-1)!
  }

  private picture(shapes: Shape[]): string {
    const places = new Map(shapes.map(shape => [shape.id, shape]))
    const boxes = shapes.map(
      ({ id, x, y, width, height }) =>
        `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}"/></bpmndi:BPMNShape>`,
    )
    const lines = this.edges.map(([id, from, to]) => {
      const [one, other] = [places.get(from)!, places.get(to)!]
      return `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}"><di:waypoint x="${one.x + one.width}" y="${one.y + one.height / 2}"/><di:waypoint x="${other.x}" y="${other.y + other.height / 2}"/></bpmndi:BPMNEdge>`
    })
    return `<bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="${this.processId}">${[...boxes, ...lines].join('\n')}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`
  }
}

function beside(parts: Sized[]): Sized {
  let x = 0
  const shapes = parts.flatMap(part => {
    const there = moved(part, x, 0)
    x += part.width + GAP
    return there
  })
  return { shapes, width: x - GAP, height: Math.max(...parts.map(({ height }) => height)) }
}

function moved({ shapes }: Sized, x: number, y: number): Shape[] {
  return shapes.map(shape => ({ ...shape, x: shape.x + x, y: shape.y + y }))
}
