import { html, nothing, type TemplateResult } from 'lit'
import { icon } from '../../components/icon.ts'
import { t } from '../../words/index.ts'
import { choice, line, row } from './fields.ts'
import {
  FIELD_KINDS,
  numberedKey,
  readBizKey,
  readStartRoles,
  type StartField,
  startFields,
  writeStartRoles,
} from './start-words.ts'
import { type Subject, setWord } from './subject.ts'

/** 怎样发起: who may start the procedure and from where, and by what number and title an instance is known. */
export function startGroup(subject: Subject): TemplateResult {
  const { words, isReadOnly } = subject
  const text = (word: 'draft.start.caseType' | 'draft.start.title' | 'draft.start.prefix', key: string) =>
    row(
      t(word),
      line(t(word), words[key] ?? '', value => setWord(subject, key, value), isReadOnly, true),
    )
  const fields = startFields(subject.element, subject.files)
  const isNumbered = words.bizKey !== undefined && !fields.some(({ key }) => key === readBizKey(words.bizKey ?? ''))
  return html`<div class="rows">
    ${startRoles(subject)}
    ${row(t('draft.start.from'), startFrom(subject))}
    ${text('draft.start.caseType', 'caseType')}
    ${row(t('draft.start.key'), bizKey(subject, fields))}
    ${isNumbered ? text('draft.start.prefix', 'bizPrefix') : nothing}
    ${text('draft.start.title', 'title')}
  </div>
  <p class="said">${t(isNumbered ? 'draft.start.numberedText' : 'draft.start.text')}</p>`
}

/** How many roles may start it, for the head of the group. */
export function startAbout({ words }: Subject): string {
  const n = readStartRoles(words.startRoles ?? '').length
  return n === 0 ? t('draft.start.nobody') : t('draft.who.count', { n })
}

function startRoles(subject: Subject): TemplateResult {
  const { words, choices, isReadOnly } = subject
  const roles = readStartRoles(words.startRoles ?? '')
  const write = (next: readonly string[]) => setWord(subject, 'startRoles', writeStartRoles(next))
  const options = [
    { value: '', word: t('draft.who.nobody') },
    ...choices.roles.map(({ id, name }) => ({ value: id, word: name })),
  ]
  const unused = choices.roles.find(({ id }) => !roles.includes(id))
  return html`${(roles.length > 0 ? roles : ['']).map((role, index) =>
    row(
      t('draft.start.who'),
      choice(t('draft.start.who'), role, options, value => write(roles.toSpliced(index, 1, value)), isReadOnly),
    ),
  )}
    ${
      isReadOnly || roles.length === 0 || !unused
        ? nothing
        : html`<button class="btn quiet wide" type="button" @click=${() => write([...roles, unused.id])}>${icon('plus')}${t('draft.who.another')}</button>`
    }`
}

function startFrom(subject: Subject): TemplateResult {
  const options = [
    { value: '', word: t('draft.start.fromList') },
    { value: 'case', word: t('draft.start.fromCase') },
  ]
  return choice(
    t('draft.start.from'),
    subject.words.startFrom ?? '',
    options,
    value => setWord(subject, 'startFrom', value),
    subject.isReadOnly,
  )
}

/** A field of the start form, or a number the office gives. */
function bizKey(subject: Subject, fields: readonly StartField[]): TemplateResult {
  const current = readBizKey(subject.words.bizKey ?? '')
  const isField = fields.some(({ key }) => key === current)
  const numbered = current === '' || isField ? numberedKey(subject.elementId) : current
  const options = [
    ...(current === '' ? [{ value: '', word: t('draft.start.noKey') }] : []),
    { value: numbered, word: t('draft.start.numbered', { key: numbered }) },
    ...fields.map(({ key, label, type }) => ({
      value: key,
      word: t('draft.start.field', { label, kind: t(FIELD_KINDS[type] ?? 'draft.field.line') }),
    })),
  ]
  return choice(t('draft.start.key'), current, options, value => setWord(subject, 'bizKey', value), subject.isReadOnly)
}
