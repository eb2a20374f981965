import { html, nothing, type TemplateResult } from 'lit'
import { t } from '../words/index.ts'

/** How many are shown, and a button for more. */
export function pager(
  shown: number,
  page: { total: number | undefined; hasMore: boolean; isBusy: boolean },
  more: () => void,
): TemplateResult {
  const text =
    page.total === undefined ? t('common.shown', { n: shown }) : t('common.shownOf', { n: shown, total: page.total })
  return html`<div class="pager">
    <span>${text}</span>
    ${page.hasMore ? html`<button class="btn" ?disabled=${page.isBusy} @click=${more}>${t('common.moreShort')}</button>` : nothing}
  </div>`
}
