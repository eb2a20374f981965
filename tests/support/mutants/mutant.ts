import type { LimitParameter } from '../../../server/deadlines/parameters/limit-parameter.ts'
import type { Resource } from '../../../server/lint/index.ts'

/** A shipped procedure with one thing spoilt. */
export interface Mutant {
  /** What was spoilt, as far as it has a name: the element, the file. */
  at: string
  resources: readonly Resource[]
  /** Where a limit of the office was spoilt instead. */
  limits?: readonly LimitParameter[]
}

/** One way to spoil procedures. */
export interface Spoiler {
  /** In the words of the trade. */
  name: string
  /** Rules that should tell; asked first, the others if they do not. */
  rules: readonly string[]
  /** How many are tried, spread over all procedures; eight unless said. */
  most?: number
  /** Why some of them are told by no rule, and rightly so; without it every one is told. */
  letPass?: string
  mutate(resources: readonly Resource[]): Mutant[]
}

/** The diagram of a bundle. */
export const diagramOf = (resources: readonly Resource[]): Resource =>
  resources.find(({ name }) => name.endsWith('.bpmn')) ?? { name: '', content: '' }

/** A bundle with another content for one of its files; without the file for `undefined`. */
export const replaced = (resources: readonly Resource[], file: Resource, content: string | undefined): Resource[] =>
  resources.flatMap(each => (each !== file ? [each] : content === undefined ? [] : [{ ...file, content }]))

/**
 * Every place of the diagram that a pattern finds, changed by itself.
 * @param pattern global; its first group names the place
 */
export function everywhere(
  resources: readonly Resource[],
  pattern: RegExp,
  change: (found: string, ...groups: string[]) => string | undefined,
): Mutant[] {
  const diagram = diagramOf(resources)
  const logical = diagram.content.replace(/<bpmndi:BPMNDiagram[\s\S]*$/, '')
  return [...logical.matchAll(pattern)].flatMap(match => {
    const [found, ...groups] = match
    const put = change(found, ...groups)
    if (put === undefined || put === found) return []
    const content = diagram.content.slice(0, match.index) + put + diagram.content.slice(match.index + found.length)
    return [{ at: groups[0] ?? '', resources: replaced(resources, diagram, content) }]
  })
}

/** Every user task, changed by itself; its id names it. */
export const everyTask = (resources: readonly Resource[], change: (task: string) => string | undefined): Mutant[] =>
  everywhere(resources, /<bpmn:userTask id="([^"]+)"[\s\S]*?<\/bpmn:userTask>/g, change)

/** A task without one of its headers; undefined when it has none. */
export const withoutHeader = (task: string, key: string): string | undefined =>
  task.includes(`key="${key}"`)
    ? task.replace(new RegExp(`\\s*<zeebe:header key="${key}" value="[^"]*" />`), '')
    : undefined

/** A task with another value for one of its headers; undefined when it has none. */
export const withHeader = (task: string, key: string, change: (value: string) => string): string | undefined =>
  task.includes(`key="${key}"`)
    ? task.replace(
        new RegExp(`(key="${key}" value=")([^"]*)`),
        (_, start: string, value: string) => start + change(value),
      )
    : undefined
