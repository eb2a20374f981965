import { api } from '../../api.ts'
import type { CatalogueField, Variables } from '../../api-types.ts'
import type { RecordField, RecordValues } from '../../dialogs/record/record-field.ts'
import { t } from '../../words/index.ts'

const LISTS: ReadonlySet<string> = new Set(['choices', 'organisations', 'items', 'basis'])

interface Basis {
  ref: string
  from: string | null
  to: string | null
}

/** The fields of a row as a dialog asks for them; what a row is known by is asked once. */
export async function recordFieldsOf(
  fields: readonly CatalogueField[],
  present: Readonly<Record<string, unknown>> | undefined,
): Promise<RecordField[]> {
  // A document is attached on the page of its row.
  const asked = fields.filter(({ isId, type, name }) => !(isId && present) && type !== 'file' && name !== 'fileName')
  const people = asked.some(({ type }) => type === 'person') ? (await api.people({})).items : []
  return asked.map(field => ({
    ...{ name: field.name, label: field.label, isOptional: !field.isRequired },
    value: textOf(field, present?.[field.name] ?? null),
    ...inputOf(field, people),
  }))
}

function inputOf(
  { type, isRequired, isId, options }: CatalogueField,
  people: readonly { personId: string; name: string }[],
): Pick<RecordField, 'type' | 'options' | 'help'> {
  const none = isRequired ? [] : [{ value: '', word: t('catalogue.choose') }]
  if (type === 'day') return { type: 'date' }
  if (type === 'long-text') return { type: 'textarea' }
  if (type === 'choice' || type === 'organisation') return { type: 'select', options: [...none, ...options] }
  if (type === 'choices' || type === 'organisations') return { type: 'checks', options }
  if (type === 'basis') return { type: 'textarea', help: t('catalogue.help.basis') }
  if (type === 'items') return { type: 'textarea', help: t('catalogue.help.items') }
  if (type !== 'person') return isId ? { type: 'text', help: t('catalogue.help.id') } : { type: 'text' }
  return {
    type: 'select',
    options: people.map(({ personId, name }) => ({ value: personId, word: `${name} ${personId}` })),
  }
}

function textOf({ type }: CatalogueField, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (type === 'basis') return (value as Basis[]).map(basisText).join('\n')
  return Array.isArray(value) ? value.join('\n') : String(value)
}

const basisText = ({ ref, from, to }: Basis) =>
  from === null && to === null ? ref : `${ref} ${from ?? ''} 至 ${to ?? ''}`.trim()

/** What was filled in, as the row is sent. */
export function rowOf(fields: readonly CatalogueField[], values: RecordValues): Variables {
  const given = fields.filter(({ name }) => values[name] !== undefined)
  return Object.fromEntries(given.map(({ name, type }) => [name, valueIn(type, values[name] ?? '')]))
}

function valueIn(type: string, text: string) {
  if (!LISTS.has(type)) return text === '' ? null : text
  const lines = text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
  return type === 'basis' ? lines.map(basisOf) : lines
}

const PERIOD = /^(.*?)\s*(\d{4}-\d{2}-\d{2})?\s*(?:至|\bto\b)\s*(\d{4}-\d{2}-\d{2})?$/

/** `行政处罚法 第58条 2021-07-15 至 2026-08-14`; both days may be missing. */
function basisOf(line: string): { ref: string; from: string | null; to: string | null } {
  const [, ref, from, to] = PERIOD.exec(line) ?? []
  return ref === undefined
    ? { ref: line, from: null, to: null }
    : { ref: ref.trim(), from: from ?? null, to: to ?? null }
}
