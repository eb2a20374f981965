import type { BundleFile } from '../../api-types.ts'

/** An element of the diagram that uses a form or a decision. */
export interface Use {
  elementId: string
  name: string
  /** The id it is used by; a table may have several decisions. */
  id?: string
}

/** A form or a table of a draft: its file, what the diagram calls it by, and who does. */
export interface Part {
  name: string
  content: string
  /** Form id, or the ids of the decisions in the file. */
  ids: readonly string[]
  title: string
  uses: readonly Use[]
}

const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL'
const ZEEBE = 'http://camunda.org/schema/zeebe/1.0'

/** What a diagram refers to by this element and attribute of Zeebe: the reference and the element that makes it. */
function references(files: readonly BundleFile[], element: string, attribute: string): (Use & { id: string })[] {
  const diagram = files.find(({ name }) => name.endsWith('.bpmn'))
  if (!diagram) return []
  const document = new DOMParser().parseFromString(diagram.content, 'application/xml')
  return [...document.getElementsByTagNameNS(ZEEBE, element)].flatMap(reference => {
    const id = reference.getAttribute(attribute)
    const owner = reference.parentElement?.parentElement
    const elementId = owner?.getAttribute('id')
    return id && owner && elementId ? [{ id, elementId, name: owner.getAttribute('name') ?? elementId }] : []
  })
}

/** Id of the process of a draft's diagram, and the name and id of its user tasks. */
export function tasksIn(files: readonly BundleFile[]): { processId: string; tasks: Use[] } {
  const diagram = files.find(({ name }) => name.endsWith('.bpmn'))
  const document = new DOMParser().parseFromString(diagram?.content ?? '<none/>', 'application/xml')
  const [process] = document.getElementsByTagNameNS(BPMN, 'process')
  const tasks = [...document.getElementsByTagNameNS(BPMN, 'userTask')].flatMap(task => {
    const elementId = task.getAttribute('id')
    return elementId ? [{ elementId, name: task.getAttribute('name') ?? elementId }] : []
  })
  return { processId: process?.getAttribute('id') ?? 'process', tasks }
}

/** The forms of a draft. A file that is no JSON is listed too: it can be replaced or removed. */
export function formsIn(files: readonly BundleFile[]): Part[] {
  const uses = references(files, 'formDefinition', 'formId')
  return ofKind(files, '.form').map(({ name, content }) => {
    const id = idOfForm(content)
    const ids = id === undefined ? [] : [id]
    const own = uses.filter(use => ids.includes(use.id))
    return { name, content, ids, title: own.map(use => use.name).join('、') || name, uses: own }
  })
}

/** The tables of a draft. */
export function tablesIn(files: readonly BundleFile[]): Part[] {
  const uses = references(files, 'calledDecision', 'decisionId')
  return ofKind(files, '.dmn').map(({ name, content }) => {
    const decisions = decisionsIn(content)
    const ids = decisions.map(({ id }) => id)
    const title = decisions.map(decision => decision.name).join('、') || name
    return { name, content, ids, title, uses: uses.filter(use => ids.includes(use.id)) }
  })
}

function decisionsIn(xml: string): { id: string; name: string }[] {
  const document = new DOMParser().parseFromString(xml, 'application/xml')
  return [...document.getElementsByTagNameNS('*', 'decision')].flatMap(decision => {
    const id = decision.getAttribute('id')
    return id ? [{ id, name: decision.getAttribute('name') ?? id }] : []
  })
}

const ofKind = (files: readonly BundleFile[], ending: string): BundleFile[] =>
  files.filter(({ name }) => name.endsWith(ending)).sort((one, other) => (one.name < other.name ? -1 : 1))

function idOfForm(content: string): string | undefined {
  try {
    const { id } = JSON.parse(content) as { id?: unknown }
    return typeof id === 'string' ? id : undefined
  } catch {
    return undefined
  }
}
