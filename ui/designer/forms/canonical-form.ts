type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
type JsonObject = { [key: string]: Json }

/** What an editor adds by itself and nobody asked for. */
const ADDED_BY_EDITOR: ReadonlySet<string> = new Set(['exporter', 'schemaVersion', 'versionTag'])

/**
 * A form as it is written into its file after it was edited: what the editor filled in by itself is left out, keys stay in
 * their order, so that whoever compares two versions sees what was meant. Nothing changed gives the same bytes.
 *
 * @param original the file as it was opened
 * @param opened what the editor made of it before anything was touched
 * @param edited what the editor holds now
 */
export function canonicalForm(original: string, opened: unknown, edited: unknown): string {
  const before = plain(opened)
  const after = plain(edited)
  if (same(before, after)) return original
  const file = JSON.parse(original) as Json
  const known = new Map([...componentsIn(file)].map(component => [component.id, component]))
  const untouched = new Map([...componentsIn(before)].map(component => [component.id, component]))
  const written = merged(file, before, after, (component, siblings) => {
    const own = known.get(component.id)
    return withoutLayout(merged(own, untouched.get(component.id), component), own, siblings)
  })
  return `${JSON.stringify(written, null, 2)}\n`
}

type WriteComponent = (component: JsonObject, siblings: readonly Json[]) => Json

/** `after` in the order of `file`, where what nobody changed since `before` stays as the file has it. */
function merged(file: Json | undefined, before: Json | undefined, after: Json, write?: WriteComponent): Json {
  if (!isObject(after)) return after
  const old = isObject(file) ? file : {}
  const start = isObject(before) ? before : {}
  const names = [...new Set([...Object.keys(old), ...Object.keys(after)])]
  const entries = names.flatMap((name): [string, Json][] => {
    const value = after[name]
    const isUntouched = same(start[name], value)
    if (name === 'components' && Array.isArray(value) && write) return [[name, writeAll(value, write)]]
    if (isUntouched || ADDED_BY_EDITOR.has(name)) return name in old ? [[name, old[name]!]] : []
    return value === undefined ? [] : [[name, merged(old[name], start[name], value)]]
  })
  return Object.fromEntries(entries)
}

function writeAll(components: readonly Json[], write: WriteComponent): Json[] {
  return components.map(component => {
    if (!isObject(component)) return component
    const written = write(component, components)
    if (!isObject(written) || !Array.isArray(component.components)) return written
    return { ...written, components: writeAll(component.components, write) }
  })
}

/** The editor gives each component a row; one that has its row for itself needs none in the file. */
function withoutLayout(written: Json, own: JsonObject | undefined, siblings: readonly Json[]): Json {
  if (!isObject(written)) return written
  const row = (component: Json) =>
    isObject(component) && isObject(component.layout) ? component.layout.row : undefined
  const placed = siblings.find(each => isObject(each) && each.id === written.id)
  const layout = placed !== undefined && isObject(placed) && isObject(placed.layout) ? placed.layout : undefined
  if (!layout) return written
  const isAlone = siblings.filter(each => row(each) === layout.row).length === 1
  const isOfTheEditor = own?.layout === undefined && isAlone && (layout.columns ?? null) === null
  const { layout: _, ...rest } = written
  return isOfTheEditor ? rest : { ...written, layout }
}

function* componentsIn(form: Json): Generator<JsonObject> {
  if (!isObject(form) || !Array.isArray(form.components)) return
  for (const component of form.components) {
    if (!isObject(component)) continue
    yield component
    yield* componentsIn(component)
  }
}

/** Without what JSON does not keep. */
const plain = (value: unknown): Json => JSON.parse(JSON.stringify(value ?? null)) as Json

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function same(one: Json | undefined, other: Json | undefined): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((each, index) => same(each, other[index]))
  if (!isObject(one) || !isObject(other)) return one === other
  const names = Object.keys(one)
  return (
    names.length === Object.keys(other).length && names.every(name => name in other && same(one[name], other[name]))
  )
}
