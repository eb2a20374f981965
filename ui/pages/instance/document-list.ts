import { html, nothing, type TemplateResult } from 'lit'
import type { InstanceDetail } from '../../api-types.ts'
import { t } from '../../words/index.ts'

/** The documents the house made for an instance, to be fetched; nothing where there are none. */
export function documentList(documents: InstanceDetail['documents']): TemplateResult | typeof nothing {
  if (documents.length === 0) return nothing
  return html`<div class="documents" role="group" aria-label=${t('instance.documents')}>
    <span class="dim small">${t('instance.documents')}</span>
    ${documents.map(
      ({ docNo, name }) =>
        html`<a href="/api/documents/${encodeURIComponent(docNo)}" download title=${name} data-document=${docNo}>${docNo}</a>`,
    )}
  </div>`
}
