import { isNode, isStart, type OutlineIndex, type Part } from '../outline.ts'

/**
 * The nodes of a scope in the order in which one reads them: along the flows from the starts, each branch to its end,
 * what branches lead to together after all of them; what no flow reaches comes last. Events on borders stand with their host.
 */
export function readingOrder(index: OutlineIndex, scope: string): Part[] {
  const nodes = index.within(scope).filter(isNode)
  const entries = nodes.filter(node => isStart(node))
  const others = nodes.filter(node => !isStart(node) && index.arriving(node.id).length === 0)
  const seen = new Set<string>()
  // What comes of itself (event sub-processes, what no flow reaches) is read after the main way.
  return [entries, ...others.map(other => [other]), nodes].flatMap(roots => behind(index, roots, seen))
}

/** Nodes and what can be reached from them, in reversed postorder: a node stands after what leads to it, but for loops. */
function behind(index: OutlineIndex, roots: readonly Part[], seen: Set<string>): Part[] {
  const left: Part[] = []
  const visit = (node: Part) => {
    if (seen.has(node.id)) return
    seen.add(node.id)
    for (const next of nextOf(index, node).reverse()) visit(next)
    left.push(node)
  }
  for (const root of [...roots].reverse()) visit(root)
  return left.reverse()
}

function nextOf(index: OutlineIndex, node: Part): Part[] {
  const flows = [node, ...index.onBorder(node.id)].flatMap(({ id }) => index.leaving(id))
  return flows.flatMap(flow => {
    const target = index.target(flow)
    return target && index.within(node.scope).includes(target) ? [target] : []
  })
}
