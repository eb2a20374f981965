import { html, nothing, type TemplateResult } from 'lit'
import { draftBundleAddress } from '../../api-process-drafts.ts'
import type { DraftSummary } from '../../api-types.ts'
import { emptyFace } from '../../components/faces.ts'
import type { Judgement } from '../../designer/problems/lint-counts.ts'
import { dayTime } from '../../office-time.ts'
import { t } from '../../words/index.ts'

/** What is done with a draft in the list, by administrators. */
export interface DraftActs {
  discard: (draft: DraftSummary) => void
}

/** What the rules say of each save, as far as it is known. */
export type Judgements = ReadonlyMap<string, Judgement>

/** A save is judged once; a later one has another name. */
export const nameOfSave = ({ id, revision }: Pick<DraftSummary, 'id' | 'revision'>): string => `${id} ${revision}`

/** Drafts that are not in force: where each stands, what the rules say of it, who holds the pen. */
export function draftTable(
  items: readonly DraftSummary[],
  judgements: Judgements,
  acts: DraftActs | undefined,
): TemplateResult {
  if (items.length === 0) return emptyFace(t('drafts.none'), t('drafts.noneText'))
  return html`<div class="scroll"><table class="tbl stack">
    <thead>
      <tr>
        <th>${t('drafts.name')}</th><th>${t('drafts.state')}</th><th>${t('drafts.basedOn')}</th><th>${t('drafts.lint')}</th>
        <th>${t('drafts.editor')}</th><th>${t('drafts.saved')}</th><th><span class="sr">${t('drafts.actions')}</span></th>
      </tr>
    </thead>
    <tbody>${items.map(draft => row(draft, judgements, acts))}</tbody>
  </table></div>`
}

const row = (
  draft: DraftSummary,
  judgements: Judgements,
  acts: DraftActs | undefined,
) => html`<tr data-draft=${draft.id}>
  <td><a href="/designer/drafts/${draft.id}"><b>${draft.name || draft.processId}</b></a>${origin(draft)}</td>
  <td><span class="tag">${t(`drafts.state.${draft.state}`)}</span>${way(draft)}</td>
  <td data-head=${t('drafts.basedOn')}>${draft.basedOn ? t('drafts.basedOnVersion', { n: draft.basedOn.version }) : t('drafts.new')}${
    draft.newerVersion === null ? nothing : html` <b class="small">${t('drafts.newer', { n: draft.newerVersion })}</b>`
  }</td>
  <td data-head=${t('drafts.lint')}>${judged(judgements.get(nameOfSave(draft)))}</td>
  <td data-head=${t('drafts.editor')} class="sub">${draft.editor?.name ?? t('common.none')}</td>
  <td data-head=${t('drafts.saved')} class="nb sub">${dayTime(draft.savedAt)} <span class="dim small">${draft.savedBy.name}</span></td>
  <td class="acts full">
    <a class="btn quiet" href=${draftBundleAddress(draft.id)} download>${t('drafts.export')}</a>
    ${acts && draft.state === 'draft' ? html`<button class="btn quiet" type="button" @click=${() => acts.discard(draft)}>${t('drafts.discard')}</button>` : nothing}
  </td>
</tr>`

const origin = ({ origin }: DraftSummary) =>
  origin === 'office' ? nothing : html` <span class="tag">${t(`drafts.origin.${origin}`)}</span>`

function way({ state, submittedBy, submittedAt, returned }: DraftSummary): TemplateResult | typeof nothing {
  if (state === 'submitted' && submittedBy && submittedAt)
    return html` <span class="small dim">${t('drafts.submittedBy', { name: submittedBy.name, time: dayTime(submittedAt) })}</span>`
  if (!returned) return nothing
  return html` <span class="small dim">${t('drafts.returnedBy', { name: returned.by.name, reason: returned.reason })}</span>`
}

function judged(judgement: Judgement | undefined): TemplateResult | string {
  if (!judgement) return html`<span class="dim">${t('drafts.lint.asking')}</span>`
  if (judgement === 'failed') return t('drafts.lint.none')
  const { errors, warnings } = judgement
  if (errors + warnings === 0) return t('drafts.lint.clean')
  return html`${errors > 0 ? html`<b class="wrong">${t('drafts.lint.errors', { n: errors })}</b> ` : nothing}${
    warnings > 0 ? t('drafts.lint.warnings', { n: warnings }) : nothing
  }`
}
