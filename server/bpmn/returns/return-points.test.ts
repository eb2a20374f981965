import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FlowNode, ProcessGraph } from '../graph.ts'
import { processesOf, readProcessGraph } from '../graph.ts'
import { parseBpmn } from '../parse-bpmn.ts'
import { returnPoints } from './return-points.ts'

/** A graph of one scope from `a > b` lines; what is named `x…` chooses, `p…` splits and joins, `s…` is a job. */
function graphOf(...lines: string[]): ProcessGraph {
  const nodes = new Map<string, FlowNode>()
  const typeOf = (id: string) => {
    if (id === 'start') return 'bpmn:StartEvent'
    if (id.startsWith('end')) return 'bpmn:EndEvent'
    if (id.startsWith('x')) return 'bpmn:ExclusiveGateway'
    if (id.startsWith('p')) return 'bpmn:ParallelGateway'
    return id.startsWith('s') ? 'bpmn:ServiceTask' : 'bpmn:UserTask'
  }
  const nodeOf = (id: string): FlowNode => {
    const known = nodes.get(id)
    if (known) return known
    const source = { $type: typeOf(id) }
    const node = { ...{ id, type: typeOf(id), scopeId: 'p', source }, incoming: [], outgoing: [] }
    const made = { ...node, boundaryEventIds: [], childIds: [], isEventSubProcess: false }
    nodes.set(id, made)
    return made
  }
  for (const line of lines) {
    const stops = line.split('>').map(each => each.trim())
    for (const [index, to] of stops.slice(1).entries()) {
      const flow = { id: `${stops[index]}-${to}`, sourceId: stops[index]!, targetId: to, isDefault: false }
      nodeOf(flow.sourceId).outgoing.push(flow)
      nodeOf(to).incoming.push(flow)
    }
  }
  return { id: 'p', isExecutable: true, source: { $type: 'bpmn:Process' }, nodes }
}

const pointsOf = (graph: ProcessGraph, id: string) =>
  returnPoints(graph, id).map(({ elementId, cancels }) => [elementId, ...cancels].join(' '))

describe('by the structure alone', () => {
  const plain = graphOf('start > a > s1 > b > x1 > c > end', 'x1 > a')
  test('to every task that was surely done, nearest first; what stays, and what no return undoes', () => {
    expect(returnPoints(plain, 'c')).toEqual([
      { elementId: 'b', isDrawn: false, cancels: [], stays: ['b'], stands: [] },
      { elementId: 'a', isDrawn: false, cancels: [], stays: ['a', 'b'], stands: ['s1'] },
    ])
  })

  test('a return that the diagram draws is told as such', () => {
    expect(returnPoints(plain, 'b')).toMatchObject([{ elementId: 'a', isDrawn: true, stays: ['a'], stands: ['s1'] }])
  })

  test('not to what may have been passed by', () => {
    expect(pointsOf(graphOf('start > a > x1 > b > x2 > c > end', 'x1 > x2'), 'c')).toEqual(['a'])
  })

  const split = graphOf('start > a > p1 > b > d > p2 > e > end', 'p1 > c > p2')
  test('within a branch nothing ends; out of it what runs beside does', () => {
    expect(pointsOf(split, 'd')).toEqual(['b', 'a c'])
  })

  test('behind the join not into a branch', () => {
    expect(pointsOf(split, 'e')).toEqual(['a'])
  })

  test('a loop around the branches changes nothing of it', () => {
    const looped = graphOf('start > x0 > a > p1 > b > p2 > x1 > end', 'p1 > c > p2', 'x1 > x0')
    expect(pointsOf(looped, 'b')).toEqual(['a c'])
  })
})

/** A structured diagram: steps, sequences, choices, branches, loops. */
type Block = 'step' | { kind: 'then' | 'choose' | 'beside' | 'loop'; parts: Block[] }
const blocks = fc.letrec<{ block: Block }>(tie => ({
  block: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constant('step' as const),
    fc.record({
      kind: fc.constantFrom('then' as const, 'choose' as const, 'beside' as const, 'loop' as const),
      parts: fc.array(tie('block'), { minLength: 2, maxLength: 3 }),
    }),
  ),
})).block

function drawn(block: Block): ProcessGraph {
  const lines: string[] = []
  let count = 0
  const id = (letter: string) => `${letter}${++count}`
  const draw = (part: Block): [first: string, last: string] => {
    if (part === 'step') {
      const step = id('t')
      return [step, step]
    }
    if (part.kind === 'then') {
      const ends = part.parts.map(draw)
      for (const [index, [first]] of ends.slice(1).entries()) lines.push(`${ends[index]![1]} > ${first}`)
      return [ends[0]![0], ends.at(-1)![1]]
    }
    const letter = part.kind === 'beside' ? 'p' : 'x'
    const [open, close] = [id(letter), id(letter)]
    if (part.kind === 'loop') {
      const [first, last] = draw({ kind: 'then', parts: part.parts })
      lines.push(`${open} > ${first}`, `${last} > ${close}`, `${close} > ${open}`)
    } else for (const [first, last] of part.parts.map(draw)) lines.push(`${open} > ${first}`, `${last} > ${close}`)
    return [open, close]
  }
  const [first, last] = draw(block)
  lines.push(`start > ${first}`, `${last} > end`)
  return graphOf(...lines)
}

/** Tokens on flows and at tasks, moved one at a time. */
class Run {
  readonly at = new Map<string, number>()
  constructor(
    readonly graph: ProcessGraph,
    private readonly pick: (most: number) => number,
  ) {
    this.at.set(graph.nodes.get('start')!.outgoing[0]!.id, 1)
  }

  private add(id: string, by: number): void {
    const count = (this.at.get(id) ?? 0) + by
    if (count === 0) this.at.delete(id)
    else this.at.set(id, count)
  }

  /** Tasks at work. */
  get open(): string[] {
    return [...this.at.keys()].filter(id => this.graph.nodes.get(id)?.type === 'bpmn:UserTask')
  }

  /** Moves whatever can move; false when everything is over. */
  step(): boolean {
    const moves = [...this.graph.nodes.values()].flatMap(node => this.movesOf(node))
    if (moves.length === 0) return false
    moves[this.pick(moves.length)]!()
    return true
  }

  private movesOf(node: FlowNode): (() => void)[] {
    const into = node.incoming.filter(({ id }) => this.at.has(id))
    const leave = (flows: readonly { id: string }[], taken: readonly { id: string }[] = []) => {
      for (const { id } of taken) this.add(id, -1)
      for (const { id } of flows) this.add(id, 1)
    }
    if (node.type === 'bpmn:ParallelGateway')
      return node.incoming.length > 0 && into.length === node.incoming.length ? [() => leave(node.outgoing, into)] : []
    const enter = into.map(({ id }) => () => {
      this.add(id, -1)
      if (node.type === 'bpmn:UserTask') this.add(node.id, 1)
      else if (node.outgoing.length > 0) leave([node.outgoing[this.pick(node.outgoing.length)]!])
    })
    const done = this.at.has(node.id) ? [() => leave(node.outgoing, [{ id: node.id }])] : []
    return [...enter, ...done]
  }

  /** Sends a task back: what is beside it ends, and whatever of it waits to meet. */
  sendBack(from: string, to: string, cancels: readonly string[]): void {
    const gone = new Set([from, ...cancels])
    for (const id of [...this.at.keys()]) if (gone.has(id)) this.at.delete(id)
    const isGone = ({ sourceId, targetId }: FlowNode['outgoing'][number]) => gone.has(sourceId) || gone.has(targetId)
    for (const node of this.graph.nodes.values())
      for (const flow of node.outgoing) if (this.at.has(flow.id) && isGone(flow)) this.at.delete(flow.id)
    this.add(to, 1)
  }
}

test('random diagrams, random runs, random returns: no step runs twice at once, nothing is lost, every run ends', () => {
  const stream = fc.infiniteStream(fc.nat(1_000))
  let returns = 0
  fc.assert(
    fc.property(blocks, stream, (block, choices) => {
      const graph = drawn(block)
      const next = choices[Symbol.iterator]()
      const pick = (most: number) => next.next().value % most
      const run = new Run(graph, pick)
      let left = 3
      for (let steps = 0; run.step(); steps++) {
        if (steps > 2_000) return
        for (const [id, count] of run.at) if (count > 1) throw new Error(`'${id}' runs ${count} times at once`)
        const [task] = run.open
        const points = task !== undefined && left > 0 && pick(4) === 0 ? returnPoints(graph, task) : []
        const point = points.length > 0 ? points[pick(points.length)] : undefined
        if (!task || !point) continue
        left--
        returns++
        run.sendBack(task, point.elementId, point.cancels)
      }
      expect([...run.at.keys()]).toEqual([])
    }),
    { numRuns: 150, seed: 7 },
  )
  expect(returns).toBeGreaterThan(50)
})

test('in the shipped procedures every drawn return lies on every way, and no return leads into a branch', async () => {
  const drawnBack: string[] = []
  const folders = readdirSync('workflows', { withFileTypes: true }).filter(each => each.isDirectory())
  for (const { name } of folders) {
    const files = readdirSync(`workflows/${name}`).filter(file => file.endsWith('.bpmn'))
    for (const file of files) {
      const [process] = processesOf(await parseBpmn(readFileSync(`workflows/${name}/${file}`, 'utf8')))
      const graph = readProcessGraph(process!)
      for (const { id, type } of graph.nodes.values()) {
        if (type !== 'bpmn:UserTask') continue
        const points = returnPoints(graph, id)
        expect(new Set(points.map(({ elementId }) => elementId)).size).toBe(points.length)
        for (const { elementId, isDrawn } of points) if (isDrawn) drawnBack.push(`${name}: ${id} → ${elementId}`)
      }
    }
  }
  expect(drawnBack).toMatchInlineSnapshot(`
    [
      "case-transfer: center-check-transfer → prepare-transfer",
      "case-transfer: approve-transfer → prepare-transfer",
      "cert-issue: district-review → apply",
      "cert-issue: city-review → apply",
      "cert-issue: province-approve → apply",
      "cert-monthly-cleanup: unit-clarify → district-review-batch",
      "cert-monthly-cleanup: approve-batch → district-review-batch",
      "cert-monthly-cleanup: city-forward → batch-submit",
      "cert-monthly-cleanup: province-confirm → batch-submit",
      "coercion-execution: approve-urgent → plan-execution",
      "coercion-execution: execute → plan-execution",
      "jurisdiction-dispute: supplement-application → accept-dispute",
      "legal-review: return-supplement → intake",
      "whistle-dispatch: approve-whistle → draft-whistle",
    ]
  `)
})
