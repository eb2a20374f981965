import { named, type Said, said, together } from '../reading/words.ts'
import { type Change, onlyIn, someOf, turned } from './change.ts'
import { jsonTurns } from './json-changes.ts'
import { kindOf, reordered } from './part-changes.ts'

/** A component of a form as its file says it. */
interface Component {
  id?: string
  key?: string
  type?: string
  label?: string
  text?: string
  values?: { label?: string; value?: unknown }[]
  components?: Component[]
  [property: string]: unknown
}

/** What the properties of a field are called. */
const WORDS: readonly (readonly [path: RegExp, words: Said])[] = [
  [/^label$/, said('名称', 'label')],
  [/^key$/, said('变量', 'variable')],
  [/^type$/, said('种类', 'kind')],
  [/^description$/, said('说明', 'description')],
  [/^text$/, said('文字', 'text')],
  [/^validate\.required$/, said('必填', 'whether it is required')],
  [/^validate\.(min|minLength)$/, said('最小', 'minimum')],
  [/^validate\.(max|maxLength)$/, said('最大', 'maximum')],
  [/^validate\.pattern$/, said('格式', 'pattern')],
  [/^conditional\.hide$/, said('隐藏的条件', 'condition that hides it')],
  [/^defaultValue/, said('缺省值', 'default')],
  [/^readonly$/, said('只读', 'whether it is read only')],
  [/^properties\.en\b/, said('英文', 'English')],
]

/** How the fields stand beside each other, and ids, do not change what is filled in. */
const DRAWN = /^(layout\b|id$|components\b|values\b)/

/** How wide and on which row a field stands; where it lies among groups is told. */
const LAYOUT = /^layout\b/

/** What a form asks otherwise than before, a sentence a field. @param name how people call the form */
export function formChanges(before: unknown, after: unknown, name: string, file: string): Change[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)]
  const { added, removed } = onlyIn(old, now, idOf)
  const form = said(`表单“${name}”`, `Form “${name}”`)
  const told = [
    ...removed.map(field => ({
      kind: 'removed' as const,
      words: together(form, said('去掉了', ': removed '), fieldWords(field)),
    })),
    ...added.map(field => ({
      kind: 'added' as const,
      words: together(form, said('新增了', ': added '), fieldWords(field)),
    })),
    ...now.flatMap(field =>
      old.filter(each => idOf(each) === idOf(field)).flatMap(was => fieldChanges(was, field, form)),
    ),
    ...reordered(old.map(idOf), now.map(idOf), form, said('各项', 'its fields')),
  ]
  return [
    ...told.map(({ kind, words }) => ({ ...words, kind, topic: 'form' as const, file, elementIds: [] })),
    ...laidOut(old, now, form, file),
  ]
}

/** Fields that only stand elsewhere, folded into one sentence. */
function laidOut(old: readonly Component[], now: readonly Component[], form: Said, file: string): Change[] {
  const moved = now.filter(is =>
    old.some(was => idOf(was) === idOf(is) && jsonTurns(was, is).some(({ path }) => LAYOUT.test(path))),
  )
  if (moved.length === 0) return []
  const shown = someOf(moved.map(fieldWords))
  const words = said(
    `${form.zh}只改了排版：${shown.zh}，要填的不变。`,
    `${form.en} is only laid out otherwise: ${shown.en}.`,
  )
  return [{ ...words, kind: 'changed', topic: 'drawing', file, elementIds: [] }]
}

function fieldsOf(form: unknown): Component[] {
  const { components = [] } = (form ?? {}) as Component
  return components.flatMap(component => [component, ...fieldsOf(component)])
}

const idOf = ({ key, id, type }: Component): string => key ?? id ?? type ?? ''

/** How a text begins: without the marks of a heading, and as far as nothing is filled in. */
function firstWords(text: string): string {
  const [line = ''] = text.replace(/^[#\s]+/, '').split(/\n|[：:]?\s*\{\{/)
  return line.length > 20 ? `${line.slice(0, 20)}…` : line
}

function fieldWords(field: Component): Said {
  const name = field.label || firstWords(field.text ?? '') || idOf(field)
  return field.key === undefined && !field.label
    ? said(`文字“${name}”`, `text “${name}”`)
    : said(`字段“${name}”`, `field “${name}”`)
}

function fieldChanges(was: Component, is: Component, form: Said): { kind: Change['kind']; words: Said }[] {
  const owner = together(form, said('的', ', '), fieldWords(is))
  const turns = jsonTurns(was, is).filter(({ path }) => !DRAWN.test(path))
  return [
    ...turns.map(({ path, before, after }) => ({
      kind: kindOf(before, after),
      words: turned(owner, pathWords(path), { before: shown(before), after: shown(after) }),
    })),
    ...optionChanges(was, is, owner),
  ]
}

const VALUES: Readonly<Record<string, Said>> = { true: said('是', 'yes'), false: said('否', 'no') }
const shown = (text: string | undefined) => (text === undefined ? undefined : (VALUES[text] ?? named(text)))

const pathWords = (path: string): Said => WORDS.find(([pattern]) => pattern.test(path))?.[1] ?? named(path)

function optionChanges(was: Component, is: Component, owner: Said): { kind: Change['kind']; words: Said }[] {
  const [old, now] = [was.values ?? [], is.values ?? []]
  const key = ({ value }: { value?: unknown }) => JSON.stringify(value)
  const { added, removed } = onlyIn(old, now, key)
  const label = ({ label, value }: { label?: string; value?: unknown }) => named(label ?? String(value))
  const kept = now.flatMap(option =>
    old.filter(each => key(each) === key(option) && each.label !== option.label).map(each => [each, option] as const),
  )
  return [
    ...removed.map(option => ({
      kind: 'removed' as const,
      words: together(owner, said('去掉了选项', ': option removed '), label(option)),
    })),
    ...added.map(option => ({
      kind: 'added' as const,
      words: together(owner, said('加了选项', ': option added '), label(option)),
    })),
    ...kept.map(([from, to]) => ({
      kind: 'changed' as const,
      words: together(owner, said('的选项', ': option '), label(from), said('改称', ' is now called '), label(to)),
    })),
    ...reordered(old.map(key), now.map(key), owner, said('选项', 'options')),
  ]
}
