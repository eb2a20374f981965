import { html, nothing, type TemplateResult } from 'lit'
import { t } from '../../words/index.ts'
import type { ActField, PartAct } from './part-acts.ts'

/** What was filled in, by the names of the fields. */
export type ActAnswer = Readonly<Record<string, string>>

/** The few fields an act asks for, on one line. @param done with the answers, or nothing when it was cancelled */
export function renderActForm(
  act: PartAct,
  fields: readonly ActField[],
  done: (answers: ActAnswer | undefined) => void,
): TemplateResult {
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const data = new FormData(event.target as HTMLFormElement)
    done(Object.fromEntries([...data].map(([name, value]) => [name, String(value)])))
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    done(undefined)
  }
  return html`<form aria-label=${t(`prose.act.${act.id}`)} @submit=${submit} @keydown=${onKey}>
    ${fields.map(field => html`<label>${t(field.label)} ${field.options ? choice(field) : typed(field)}</label>`)}
    <button class="btn primary" type="submit">${t('prose.ok')}</button>
    <button class="btn quiet" type="button" @click=${() => done(undefined)}>${t('prose.cancel')}</button>
  </form>`
}

const choice = ({ name, value, options = [] }: ActField) => html`<select class="in" name=${name} required>
  ${options.map(option => html`<option value=${option.value} ?selected=${option.value === value}>${option.label}</option>`)}
</select>`

const typed = ({
  name,
  value,
  proposals,
  isOptional = false,
}: ActField) => html`<input class="in" name=${name} .value=${value}
    ?required=${!isOptional} autocomplete="off" list=${proposals ? `${name}-proposals` : nothing}>
  ${
    proposals
      ? html`<datalist id="${name}-proposals">${proposals.map(({ value, label }) => html`<option value=${value}>${label}</option>`)}</datalist>`
      : nothing
  }`
