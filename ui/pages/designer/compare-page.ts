import { customElement } from 'lit/decorators.js'
import { definitionFiles } from '../../api-definition-files.ts'
import { processDrafts } from '../../api-process-drafts.ts'
import { mergeOf } from '../../designer/compare/merge-of.ts'
import { t } from '../../words/index.ts'
import { type Compared, ComparedPage, compared } from './compared-page.ts'

/** A draft and the version it was begun from. */
@customElement('xf-draft-compare-page')
export class DraftComparePage extends ComparedPage {
  protected override async load(signal: AbortSignal): Promise<Compared> {
    const draft = await processDrafts.get(this.params.id ?? '', signal)
    const base = draft.basedOn
    const files = base ? (await definitionFiles(base.processDefinitionKey, signal)).files : []
    const before = base ? t('compare.version', { n: base.version }) : t('common.none')
    const found = await compared(
      draft.name,
      `/designer/drafts/${draft.id}`,
      [before, files],
      [t('compare.draft'), draft.files],
    )
    const merge = await mergeOf(draft, draft.files, files, signal)
    return { ...found, ...(merge && { merge }) }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-draft-compare-page': DraftComparePage
  }
}
