/** One file of a bundle: the diagram, a form, a table, a scenario, or `parameters.json`. */
export interface BundleFile {
  name: string
  content: string
}

/** The file with what a draft proposes for the limits of the office. */
export const PARAMETERS = 'parameters.json'

/** A plain name of a file that a bundle may hold: no folders, no hidden files. */
export const FILE_NAME = /^(?:[\p{L}\p{N}][\p{L}\p{N}._-]{0,99}\.(?:bpmn|form|dmn|scenario\.json)|parameters\.json)$/u

/** More files than any procedure has. */
export const MOST_FILES = 200

/** What the engine is given of a bundle; scenarios and parameters are the office's. */
export const isDeployed = ({ name }: { name: string }): boolean => /\.(bpmn|dmn|form)$/.test(name)

/** What tells a procedure by example. */
export const isScenario = ({ name }: { name: string }): boolean => name.endsWith('.scenario.json')

/** The diagram of a bundle; a bundle has one. */
export function diagramOf(files: readonly BundleFile[]): BundleFile | undefined {
  return files.find(({ name }) => name.endsWith('.bpmn'))
}

/** What a diagram calls its procedure, read without parsing: a draft is saved also while its XML is broken. */
export function procedureIn(xml: string): { id: string; name: string | undefined } | undefined {
  const tags = [...xml.matchAll(/<(?:[\w-]+:)?process\b[^>]*>/g)].map(([tag]) => tag)
  const tag = tags.find(each => /\bisExecutable="true"/.test(each)) ?? tags[0]
  const id = tag && attributeOf(tag, 'id')
  return id ? { id, name: attributeOf(tag, 'name') } : undefined
}

function attributeOf(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  return value?.replace(/&(lt|gt|quot|apos|amp|#10|#xA);/g, (_, entity: string) => ENTITIES[entity] ?? ' ')
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
