import { parser, trackVariables } from 'lezer-feel'
import { FeelSyntaxError } from './feel-syntax-error.ts'
import type { SyntaxNode } from './syntax-node.ts'

type Tree = ReturnType<typeof parser.parse>
type TreeNode = Tree['topNode']

/** What the text is read as: an expression, or the tests of a decision table's cell. */
export type Dialect = 'Expression' | 'UnaryTests'

// The only names the grammar must be told: they contain its own keywords.
const contextTracker = trackVariables({ 'get or else': true })
const parsers = {
  Expression: parser.configure({
    top: 'Expression',
    dialect: 'camunda',
    contextTracker,
  }),
  UnaryTests: parser.configure({
    top: 'UnaryTests',
    dialect: 'camunda',
    contextTracker,
  }),
}

/** Reads a text by the grammar. Throws FeelSyntaxError at the first place that does not fit. */
export function parse(source: string, dialect: Dialect): SyntaxNode {
  if (source.trim() === '') throw new FeelSyntaxError(source, 'expected an expression, but found nothing', 0, 0)
  const tree = parsers[dialect].parse(source)
  refuseErrors(tree, source)
  return convert(tree.topNode, source)
}

function refuseErrors(tree: Tree, source: string): void {
  tree.iterate({
    enter: node => {
      if (!node.type.isError) return
      const found = source.slice(node.from, node.to).trim() || source.slice(node.from).trim().slice(0, 20)
      const expected = node.from === node.to ? 'expected more' : 'expected an operator or the end'
      throw new FeelSyntaxError(
        source,
        `${expected}, but found ${found ? `"${found}"` : 'the end'}`,
        node.from,
        node.to,
      )
    },
  })
}

function convert(node: TreeNode, source: string): SyntaxNode {
  const children: SyntaxNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name !== 'LineComment' && child.name !== 'BlockComment') children.push(convert(child, source))
  }
  return {
    kind: node.name,
    text: source.slice(node.from, node.to),
    from: node.from,
    to: node.to,
    children,
  }
}
