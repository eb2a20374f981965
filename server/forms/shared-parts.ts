import { isObject } from './json.ts'

/**
 * A part that several forms share (`workflows/shared/forms/<id>.form`): components in which `$name` stands for what each
 * form says itself, and what it stands for where a form says nothing. Without such a default the form has to say it.
 */
export interface SharedPart {
  id: string
  defaults: Readonly<Record<string, string>>
  components: readonly unknown[]
}

/** Finds a shared part by its id. */
export type SharedParts = (id: string) => SharedPart | undefined

/** The type of the component in whose place a shared part stands: `{ type, id, part, with }`. */
const SHARED = 'shared'

/** Reads a shared part from parsed JSON. @throws Error that names the part. */
export function readSharedPart(id: string, json: unknown): SharedPart {
  if (isObject(json) && Array.isArray(json.components)) {
    const defaults = json.defaults ?? {}
    if (isObject(defaults) && Object.values(defaults).every(value => typeof value === 'string'))
      return { id, defaults: defaults as Record<string, string>, components: json.components }
  }
  throw new Error(`Expected 'components' and texts as 'defaults' in the shared part '${id}'`)
}

/**
 * A form (parsed JSON) with every shared part put in its place: what is published, linted and filled in. A form without
 * any is answered as it is. Ids of the part's components are preceded by the id of the place.
 * @throws Error naming form and part, when there is no such part, something has no value, or a value has no place
 */
export function resolveSharedParts(form: unknown, find: SharedParts): unknown {
  if (!isObject(form) || !Array.isArray(form.components)) return form
  return { ...form, components: resolved(form.components, String(form.id), find) }
}

function resolved(components: readonly unknown[], formId: string, find: SharedParts): unknown[] {
  return components.flatMap(component => {
    if (!isObject(component)) return [component]
    if (component.type === SHARED) return placed(component, formId, find)
    if (!Array.isArray(component.components)) return [component]
    return [{ ...component, components: resolved(component.components, formId, find) }]
  })
}

function placed(place: Record<string, unknown>, formId: string, find: SharedParts): unknown[] {
  const part = find(String(place.part))
  if (!part) throw new Error(`Form '${formId}' has a shared part '${String(place.part)}' that does not exist`)
  const given = isObject(place.with) ? place.with : {}
  const written = JSON.stringify(part.components)
  const used = new Set([...written.matchAll(/\$([A-Za-z]\w*)/g)].map(([, name]) => name!))
  for (const name of Object.keys(given))
    if (!used.has(name)) throw new Error(`Form '${formId}': the shared part '${part.id}' has no '$${name}'`)
  const value = (name: string): string => {
    const text = given[name] ?? part.defaults[name]
    if (typeof text !== 'string') throw new Error(`Form '${formId}' gives no '${name}' to the shared part '${part.id}'`)
    return text
  }
  const filled = written.replace(/\$([A-Za-z]\w*)/g, (_, name: string) => JSON.stringify(value(name)).slice(1, -1))
  return (JSON.parse(filled) as unknown[]).map(component => under(String(place.id), component))
}

function under(place: string, component: unknown): unknown {
  if (!isObject(component)) return component
  const { components } = component
  const inner = Array.isArray(components) && { components: components.map(each => under(place, each)) }
  return { ...component, id: `${place}-${String(component.id)}`, ...inner }
}
