import { type ModdleElement, parseBpmn } from '../../bpmn/index.ts'
import { calledIn, isNode, OutlineIndex } from '../outline.ts'
import { outlineOf } from '../read-outline.ts'
import { type Names, namesWith } from '../reading/names.ts'
import { named, type Said, said, together } from '../reading/words.ts'
import type { BundleFile, Change, ChangeTopic } from './change.ts'
import { diagramChanges } from './diagram-changes.ts'
import { drawingChanges } from './drawing-changes.ts'
import { formChanges } from './form-changes.ts'
import { jsonOf } from './json-changes.ts'
import { limitChanges } from './limit-changes.ts'
import { tableChanges } from './table-changes.ts'

const PARAMETERS = 'parameters.json'

/** What the other comparisons are told: how people call the form of a file. */
interface Context {
  before: BundleFile[]
  after: BundleFile[]
  names: { before: Names; after: Names; held: Names }
  formName(file: string, json: unknown): string
}

type Compare = (
  name: string,
  old: string | undefined,
  now: string | undefined,
  context: Context,
) => Change[] | Promise<Change[]>

/**
 * What changed from one bundle to another, as sentences: the diagram first, then limits, forms, tables, scenarios; what is
 * only drawn elsewhere comes last and folded. The same bundle twice gives nothing.
 * @param held what holds beside the bundles: names of roles, limits of the office
 */
export async function differences(
  before: readonly BundleFile[],
  after: readonly BundleFile[],
  held: Names,
): Promise<Change[]> {
  const parameters = (files: readonly BundleFile[]) => files.find(({ name }) => name === PARAMETERS)?.content
  const context: Context = {
    before: [...before],
    after: [...after],
    names: {
      before: namesWith(held, parameters(before)),
      after: namesWith(held, parameters(after)),
      held: namesWith(held, undefined),
    },
    formName: await formNames([...before, ...after]),
  }
  const names = pairedNames(before, after)
  const told = await Promise.all(names.map(pair => compare(pair, context)))
  return told.flat().sort((a, b) => ORDER.indexOf(a.topic) - ORDER.indexOf(b.topic))
}

const ORDER: readonly ChangeTopic[] = ['step', 'flow', 'limit', 'form', 'table', 'scenario', 'other', 'drawing']

interface NamedPair {
  name: string
  old: string | undefined
  now: string | undefined
}

/** Files that have the same name; a bundle has one diagram, so that may be called otherwise. */
function pairedNames(before: readonly BundleFile[], after: readonly BundleFile[]): NamedPair[] {
  const isDiagram = ({ name }: BundleFile) => name.endsWith('.bpmn')
  const diagram = { old: before.find(isDiagram)?.content, now: after.find(isDiagram)?.content }
  const name = (after.find(isDiagram) ?? before.find(isDiagram))?.name
  const rest = [...new Set([...before, ...after].filter(file => !isDiagram(file)).map(file => file.name))]
  const content = (files: readonly BundleFile[], of: string) => files.find(file => file.name === of)?.content
  return [
    ...(name === undefined ? [] : [{ name, ...diagram }]),
    ...rest.map(each => ({ name: each, old: content(before, each), now: content(after, each) })),
  ]
}

async function compare({ name, old, now }: NamedPair, context: Context): Promise<Change[]> {
  if (old === now) return []
  const [, comparison = whole] = COMPARISONS.find(([pattern]) => pattern.test(name)) ?? []
  try {
    const told = await comparison(name, old, now, context)
    return told.length === 0 && /\.(bpmn|form|dmn)$/.test(name) ? [sameMeaning(name)] : told
  } catch {
    // What cannot be read is told by the rules; here it is one change.
    return whole(name, old, now)
  }
}

const COMPARISONS: readonly (readonly [name: RegExp, compare: Compare])[] = [
  [/\.bpmn$/, diagrams],
  [/^parameters\.json$/, (name, old, now, { names }) => limitChanges(old, now, names.held, name)],
  [/\.form$/, forms],
  [/\.dmn$/, (name, old, now) => tableChanges(old, now, name)],
  [/\.scenario\.json$/, scenarios],
]

async function diagrams(
  name: string,
  old: string | undefined,
  now: string | undefined,
  { names }: Context,
): Promise<Change[]> {
  if (old === undefined || now === undefined) return whole(name, old, now)
  const [before, after] = await Promise.all([parseBpmn(old), parseBpmn(now)])
  const outlines = [outlineOf(before), outlineOf(after)] as const
  return [...diagramChanges(...outlines, names, name), ...drawingChanges(before, after, nameOf(after), name)]
}

function nameOf(definitions: ModdleElement): (id: string) => string | undefined {
  const { byId } = new OutlineIndex(outlineOf(definitions))
  return id => {
    const part = byId.get(id)
    return part && isNode(part) ? calledIn(part) : undefined
  }
}

function forms(name: string, old: string | undefined, now: string | undefined, { formName }: Context): Change[] {
  const [before, after] = [jsonOf(old), jsonOf(now)]
  const called = formName(name, after ?? before)
  if (old === undefined || now === undefined)
    return added(said(`表单“${called}”`, `form “${called}”`), 'form', name, old)
  return formChanges(before, after, called, name)
}

function scenarios(name: string, old: string | undefined, now: string | undefined): Change[] {
  const { name: called = name.replace('.scenario.json', '') } = (jsonOf(now ?? old) ?? {}) as { name?: string }
  const words = said(`情形“${called}”`, `scenario “${called}”`)
  if (old === undefined || now === undefined) return added(words, 'scenario', name, old)
  return [
    { ...together(words, said('改了', ' changed')), kind: 'changed', topic: 'scenario', file: name, elementIds: [] },
  ]
}

/** Another file that says the same: how wide a column is, in which order the file is written … */
const sameMeaning = (name: string): Change => ({
  ...said(`文件“${name}”只改了版式或写法，内容不变。`, `File “${name}” is only written otherwise; it says the same.`),
  ...{ kind: 'changed', topic: 'drawing', file: name, elementIds: [] },
})

/** A file that is only compared as a whole. */
function whole(name: string, old: string | undefined, now: string | undefined): Change[] {
  const words = together(said('文件', 'file '), named(name))
  if (old === undefined || now === undefined) return added(words, 'other', name, old)
  return [{ ...together(words, said('改了', ' changed')), kind: 'changed', topic: 'other', file: name, elementIds: [] }]
}

function added(words: Said, topic: ChangeTopic, file: string, old: string | undefined): Change[] {
  const verb = old === undefined ? said('新增', 'Added: ') : said('去掉', 'Removed: ')
  return [{ ...together(verb, words), kind: old === undefined ? 'added' : 'removed', topic, file, elementIds: [] }]
}

/** A form is called as the step that shows it. */
async function formNames(files: readonly BundleFile[]): Promise<(file: string, json: unknown) => string> {
  const names = new Map<string, string>()
  for (const { content } of files.filter(({ name }) => name.endsWith('.bpmn'))) {
    const outline = await parseBpmn(content).then(outlineOf, () => undefined)
    for (const part of outline?.parts ?? [])
      if (part.properties['form:formId']) names.set(part.properties['form:formId'], calledIn(part))
  }
  return (file, json) => names.get((json as { id?: string } | undefined)?.id ?? '') ?? file
}
