import type { Form, JsonObject } from '../../../server/forms/index.ts'
import { parseForm } from '../../../server/forms/parse-form.ts'
import './xf-form.ts'
import type { FormChange, XfForm } from './xf-form.ts'

/** A form of these components, as the tests of the renderer need it. */
export const formOf = (...components: object[]): Form => {
  const parsed = parseForm({ type: 'default', id: 'f', components })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.form
}

/** A field whose label is its key in capitals. */
export const field = (type: string, key: string, more: object = {}) => ({
  type,
  id: key,
  key,
  label: key.toUpperCase(),
  ...more,
})
/** What makes a field required. */
export const required = { validate: { required: true } }

/** A form on the page of a test, and a person's hands: type, leave, choose. */
export async function open(form: Form, more: Partial<XfForm> = {}, variables: JsonObject = {}) {
  const element = document.createElement('xf-form')
  Object.assign(element, { form, context: { variables, now: Date.parse('2026-11-24T02:00:00Z') }, ...more })
  const changes: FormChange[] = []
  element.addEventListener('xf-change', event => changes.push((event as CustomEvent<FormChange>).detail))
  document.body.append(element)
  await element.updateComplete
  const root = element.shadowRoot as ShadowRoot
  const all = <E extends Element = HTMLInputElement>(selector: string): E[] => [...root.querySelectorAll<E>(selector)]
  const one = <E extends Element = HTMLInputElement>(selector: string): E => {
    const [found] = all<E>(selector)
    if (!found) throw new Error(`expected an element '${selector}' in ${root.innerHTML}`)
    return found
  }
  const type = async (selector: string, text: string): Promise<void> => {
    const input = one(selector)
    input.focus()
    input.value = text
    input.dispatchEvent(new Event('input', { bubbles: true }))
    await element.updateComplete
  }
  const leave = async (selector: string): Promise<void> => {
    one(selector).dispatchEvent(new Event('change', { bubbles: true }))
    one(selector).blur()
    await element.updateComplete
  }
  const choose = async (selector: string, index = 0): Promise<void> => {
    all(selector)[index]?.click()
    await element.updateComplete
  }
  return { element, root, changes, all, one, type, leave, choose, text: (selector: string) => words(one(selector)) }
}

/** The words an element shows. */
export const words = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim()
