import { FeelSyntaxError } from '../syntax/feel-syntax-error.ts'
import { type Dialect, parse } from '../syntax/parse.ts'
import type { SyntaxNode } from '../syntax/syntax-node.ts'
import type { Compilation } from './compilation.ts'
import { NODE_COMPILERS } from './node-compilers.ts'

/** Parses a text and hands its root to `build` with the means to compile it. Throws FeelSyntaxError. */
export function compileSource<T>(
  source: string,
  dialect: Dialect,
  build: (root: SyntaxNode, compilation: Compilation) => T,
): T {
  const refuse = (node: SyntaxNode, problem: string): never => {
    throw new FeelSyntaxError(source, problem, node.from, node.to)
  }
  const compilation: Compilation = {
    source,
    names: new Set(),
    refuse,
    compile: (node, binding) => {
      const compiler = NODE_COMPILERS[node.kind]
      return compiler ? compiler(node, binding, compilation) : refuse(node, `"${node.text}" is not an expression`)
    },
  }
  try {
    return build(parse(source, dialect), compilation)
  } catch (error) {
    if (error instanceof RangeError) throw new FeelSyntaxError(source, 'the expression is nested too deeply', 0, 0)
    throw error
  }
}
