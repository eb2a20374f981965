import { css, html, nothing, type TemplateResult, unsafeCSS } from 'lit'
import { customElement } from 'lit/decorators.js'
import { api } from '../../api.ts'
import type { Wording } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import { openWording } from '../../dialogs/wording/open-wording.ts'
import { Resource } from '../../resource.ts'
import { may } from '../../session.ts'
import page from '../../styles/page.css?inline'
import { t } from '../../words/index.ts'

/** In which words people are told. */
@customElement('xf-wordings')
export class Wordings extends XfElement {
  static override styles = [
    XfElement.styles,
    unsafeCSS(page),
    css`.tbl td { padding-top: 6px; padding-bottom: 6px; line-height: 20px; }`,
  ]

  private readonly wordings = new Resource<Wording[]>(this, { load: signal => api.wordings(signal) })

  private readonly change = async (wording: Wording) => {
    if (await openWording(wording)) await this.wordings.refresh()
  }

  protected override render(): TemplateResult {
    return this.wordings.render(
      found => html`<div class="scroll" data-face="content"><table class="tbl stack">
        <thead><tr><th>${t('notice.kind')}</th><th></th><th>${t('wording.subject')}</th><th></th></tr></thead>
        <tbody>${found.map(each => this.renderRow(each))}</tbody>
      </table></div>`,
    )
  }

  private renderRow(wording: Wording): TemplateResult {
    const { kind, name, language, isOwn } = wording
    return html`<tr data-wording="${kind}.${language}">
      <td>${name}</td>
      <td class="nb"><span class="dim small">${t(`wording.language.${language}`)}</span> ${isOwn ? html`<span class="tag">${t('wording.own')}</span>` : nothing}</td>
      <td class="full" lang=${language}>${readable(wording)}</td>
      <td class="n nb">${may(['administrate']) ? html`<button class="btn quiet" @click=${() => void this.change(wording)}>${t('wording.edit')}</button>` : nothing}</td>
    </tr>`
  }
}

/** With the places named as people know them. */
function readable({ subject, places }: Wording): string {
  return places.reduce((text, { id, name }) => text.replaceAll(`{${id}}`, `〔${name}〕`), subject)
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-wordings': Wordings
  }
}
