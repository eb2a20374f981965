/** One piece of an expression as the grammar names it; comments are left out. */
export interface SyntaxNode {
  readonly kind: string
  readonly text: string
  readonly from: number
  readonly to: number
  readonly children: readonly SyntaxNode[]
}

/** The first child of that kind. */
export function childOf(node: SyntaxNode, kind: string): SyntaxNode | undefined {
  return node.children.find(child => child.kind === kind)
}
