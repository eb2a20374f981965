import { html, nothing, type TemplateResult } from 'lit'
import type { StatuteHit } from '../../api-types.ts'
import { icon } from '../../components/icon.ts'
import { t } from '../../words/index.ts'
import { readBasis, readReference, writeBasis } from './basis.ts'
import { type Subject, setWord } from './subject.ts'

/** What is being looked for in the library of statutes. */
export interface StatuteSearch {
  words: string
  hits: readonly StatuteHit[]
  isOpen: boolean
}

/** 法律依据: the articles a step rests on, picked from the library. */
export function basisGroup(
  subject: Subject,
  search: StatuteSearch,
  find: (search: StatuteSearch) => void,
): TemplateResult {
  const references = readBasis(subject.words.basis ?? '')
  const write = (next: readonly string[]) => setWord(subject, 'basis', writeBasis(next))
  return html`<ol class="acts">${references.map(
    (reference, index) =>
      html`<li><span class="cut">${reference}</span>${see(reference)}${
        subject.isReadOnly
          ? nothing
          : html`<button class="btn quiet icon" type="button" aria-label=${t('draft.basis.remove', { reference })} @click=${() => write(references.toSpliced(index, 1))}>${icon('x')}</button>`
      }</li>`,
  )}</ol>
  ${subject.isReadOnly ? nothing : adding(references, search, find, write)}`
}

export const basisAbout = ({ words }: Subject): string =>
  t('draft.basis.count', { n: readBasis(words.basis ?? '').length })

function see(reference: string): TemplateResult {
  const { law, article } = readReference(reference)
  return html`<a href="/statutes/${encodeURIComponent(law)}${article ? `?article=${article}` : ''}" target="_blank">${t('draft.basis.see')}</a>`
}

function adding(
  references: readonly string[],
  search: StatuteSearch,
  find: (search: StatuteSearch) => void,
  write: (next: readonly string[]) => void,
): TemplateResult {
  if (!search.isOpen)
    return html`<button class="btn quiet wide" type="button" @click=${() => find({ ...search, isOpen: true })}>${icon('plus')}${t('draft.basis.add')}</button>`
  const add = (reference: string) => {
    write([...references, reference])
    find({ words: '', hits: [], isOpen: false })
  }
  return html`<input class="in" type="search" aria-label=${t('draft.basis.find')} placeholder=${t('draft.basis.find')} .value=${search.words}
      @input=${(event: Event) => find({ ...search, words: (event.currentTarget as HTMLInputElement).value })} />
    <ul class="hits">${search.hits.slice(0, 8).map(hit => {
      const reference = `${hit.name} 第${hit.article}条`
      return html`<li><button class="btn quiet" type="button" ?disabled=${references.includes(reference)} @click=${() => add(reference)}>
        <b>${reference}</b> <span class="dim">${hit.excerpt}</span></button></li>`
    })}</ul>`
}
