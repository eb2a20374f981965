/** An element of the BPMN tree, as far as order goes. */
interface Ordered {
  id?: string
  [property: string]: unknown
}

/** Lists whose order is only where something stands in the file, but tells a reader of changes more than it should when it shifts. */
const LISTS = [
  ...['rootElements', 'flowElements', 'artifacts', 'participants', 'messageFlows', 'lanes', 'planeElement'],
  ...['flowNodeRef', 'incoming', 'outgoing'],
]
/** Where the elements of a tree are contained. */
const CONTAINERS = [
  ...['rootElements', 'flowElements', 'laneSets', 'lanes', 'childLaneSet', 'diagrams', 'plane', 'participants'],
]

/**
 * Remembers the order in which the elements of a file stood. bpmn-js puts what is moved at the end of its list; with
 * this, everything is written where it was, and what is new after what was there.
 */
export class ElementOrder {
  private readonly lists = new Map<string, string[]>()

  /** Notes the places of elements that have none yet, list by list. */
  remember(definitions: object): void {
    for (const { key, list } of listsIn(definitions as Ordered)) {
      const known = this.lists.get(key) ?? []
      const old = new Set(known)
      this.lists.set(key, [...known, ...list.flatMap(({ id }) => (id === undefined || old.has(id) ? [] : [id]))])
    }
  }

  /** Has these elements, of one list, change places so that they stand in this order. @returns in which order they stood */
  arrange(ids: readonly string[]): string[] {
    const wanted = [...ids]
    const asked = new Set(ids)
    for (const [key, list] of this.lists) {
      const before = list.filter(id => asked.has(id))
      if (!key.endsWith(' flowElements') || before.length !== ids.length) continue
      this.lists.set(
        key,
        list.map(id => (asked.has(id) ? (wanted.shift() ?? id) : id)),
      )
      return before
    }
    return [...ids]
  }

  /** Puts every list into the order that was noted. */
  restore(definitions: object): void {
    this.remember(definitions)
    for (const { key, list } of listsIn(definitions as Ordered)) {
      const places = new Map(this.lists.get(key)?.map((id, place) => [id, place]))
      list.sort((a, b) => (places.get(a.id ?? '') ?? 0) - (places.get(b.id ?? '') ?? 0))
    }
  }
}

const listsIn = (root: Ordered): { key: string; list: Ordered[] }[] =>
  everything(root).flatMap(element =>
    LISTS.flatMap(name => {
      const list = element[name]
      return Array.isArray(list) ? [{ key: `${element.id ?? ''} ${name}`, list: list as Ordered[] }] : []
    }),
  )

function everything(root: Ordered): Ordered[] {
  const children = CONTAINERS.flatMap(name => root[name] ?? []) as Ordered[]
  return [root, ...children.flatMap(everything)]
}
