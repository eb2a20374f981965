import type { FlowNode } from '../../bpmn/index.ts'
import type { ProcedureModel } from '../model.ts'
import { called } from '../reading.ts'
import { keyOf, type Marking, movesFrom, type Scope, scopesOf } from './moves.ts'

/** What the game came upon: where it happened, and the elements passed on the way there. */
export interface Mishap {
  /** `stuck`: tokens wait at a join for others that never come. `twice`: two tokens run through a merge one after the other. */
  kind: 'stuck' | 'twice'
  node: FlowNode
  /** Flows a stuck join still waits for. */
  missing: readonly string[]
  way: readonly string[]
}

/** What was found in all scopes of a process. */
export interface GameReport {
  mishaps: readonly Mishap[]
  /** Scopes with more states than are looked at. */
  unfinished: readonly string[]
  /** How many were looked at. */
  states: number
}

const MOST_STATES = 20_000

const remembered = new WeakMap<ProcedureModel, GameReport>()

/** Plays every order of steps with tokens, each scope by itself; what is decided by values is free. */
export function playTokens(model: ProcedureModel): GameReport {
  const known = remembered.get(model) ?? playAll(model)
  remembered.set(model, known)
  return known
}

function playAll({ graph }: ProcedureModel): GameReport {
  const reports = scopesOf(graph).map(play)
  const mishaps = new Map(
    reports.flatMap(({ mishaps }) => mishaps).map(mishap => [`${mishap.kind} ${mishap.node.id}`, mishap]),
  )
  const states = reports.reduce((sum, report) => sum + report.states, 0)
  return { mishaps: [...mishaps.values()], unfinished: reports.flatMap(({ unfinished }) => unfinished), states }
}

interface State {
  marking: Marking
  from?: State
  /** The element that moved to come here. */
  moved: string
}

function play(scope: Scope): GameReport {
  const mishaps: Mishap[] = []
  const seen = new Set<string>()
  const ahead: State[] = scope.beginnings.map(({ id, marking }) => ({ marking, moved: id }))
  for (let at = 0; at < ahead.length; at++) {
    if (seen.size > MOST_STATES) return { mishaps, unfinished: [called(scope)], states: seen.size }
    const state = ahead[at]!
    const moves = movesFrom(scope, state.marking)
    if (moves.length === 0) mishaps.push(...stuckIn(scope, state))
    for (const { node, marking } of moves) {
      const next = { marking, from: state, moved: node.id }
      const key = keyOf(marking)
      if (seen.has(key)) continue
      seen.add(key)
      const doubled = twiceIn(scope, next)
      if (doubled) mishaps.push(doubled)
      else ahead.push(next)
    }
  }
  return { mishaps, unfinished: [], states: seen.size }
}

/** Nothing can move and tokens are left: those joins wait for ever. */
function stuckIn({ flows }: Scope, state: State): Mishap[] {
  const waiting = new Set([...state.marking.keys()].flatMap(id => flows.get(id)?.target ?? []))
  return [...waiting].map(node => ({
    kind: 'stuck',
    node,
    missing: node.incoming.map(({ id }) => id).filter(id => !state.marking.has(id)),
    way: [...wayTo(state), node.id],
  }))
}

/** Two tokens came where ways are merged that only one may take. */
function twiceIn({ flows }: Scope, state: State): Mishap | undefined {
  const doubled = [...state.marking].find(([, count]) => count > 1)
  const node = doubled && mergeBefore(flows.get(doubled[0])!.source, flows)
  return node && { kind: 'twice', node, missing: [], way: wayTo(state) }
}

/** The next place upstream where several ways come together. */
function mergeBefore(from: FlowNode, flows: Scope['flows']): FlowNode {
  const passed = new Set<string>()
  let node = from
  while (node.incoming.length === 1 && !passed.has(node.id)) {
    passed.add(node.id)
    node = flows.get(node.incoming[0]!.id)?.source ?? node
  }
  return node.incoming.length > 1 ? node : from
}

function wayTo(state: State): string[] {
  const way: string[] = []
  for (let at: State | undefined = state; at; at = at.from) way.unshift(at.moved)
  return way
}
