import type { Run } from '../run.ts'
import type { SyntaxNode } from '../syntax/syntax-node.ts'
import type { FeelValue } from '../values/feel-value.ts'
import type { Binding, Scope } from './scope.ts'

/** A compiled node. */
export type Evaluate = (run: Run, scope: Scope | null) => FeelValue

/** Turns one kind of node into a closure. */
export type NodeCompiler = (node: SyntaxNode, binding: Binding | null, compilation: Compilation) => Evaluate

/** One text being compiled. */
export interface Compilation {
  readonly source: string
  /** The free variables met so far. */
  readonly names: Set<string>
  compile: (node: SyntaxNode, binding: Binding | null) => Evaluate
  /** The text is grammatical but cannot mean anything. */
  refuse: (node: SyntaxNode, problem: string) => never
}
