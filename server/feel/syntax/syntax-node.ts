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

/** The children that mean something by themselves: no brackets, no keywords. */
export function partsOf(node: SyntaxNode): readonly SyntaxNode[] {
  return node.children.filter(
    child => /^[A-Z]|^null$|^\?$/.test(child.kind) && !/^(CompareOp|ArithOp)$/.test(child.kind),
  )
}
