import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api } from '../../api.ts'
import type { ProblemDetails, ProcessRequest } from '../../api-types.ts'
import { citationLink } from '../../components/citation.ts'
import { XfElement } from '../../components/element.ts'
import { refusalNote } from '../../components/refusal.ts'
import { openRequest } from '../../dialogs/request/open-request.ts'
import { Resource } from '../../resource.ts'

/** What the reader may ask of an instance, as buttons beside each other or as lines of a menu; nothing where there is nothing. */
@customElement('xf-request-list')
export class RequestList extends XfElement {
  static override styles = [
    XfElement.styles,
    css`
      :host { display: contents; }
      .line { display: grid; width: 100%; padding: 6px var(--s3); border: 0; background: none; text-align: left; color: inherit; font-size: var(--t-table); line-height: 20px; cursor: pointer; }
      .line:hover { background: var(--hover); }
      [aria-disabled="true"] { color: var(--ink-3); cursor: not-allowed; }
      small { font-size: var(--t-label); line-height: 17px; color: var(--ink-3); white-space: normal; }
      .law { padding: 0 var(--s3) 6px; font-size: var(--t-label); }
      .why { flex: 0 0 100%; }
      hr { height: 1px; border: 0; padding: 0; margin: var(--s1) 0; background: var(--line); }
    `,
  ]

  @property() instance = ''
  /** Lines of a menu. */
  @property({ type: Boolean }) menu = false
  @state() private barred: ProblemDetails | undefined
  private readonly offered = new Resource<ProcessRequest[]>(this, {
    load: async signal => (await api.requests(this.instance, signal)).items,
    kinds: ['process-instance', 'user-task'],
    lazy: true,
  })

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('instance') && this.instance) void this.offered.reload()
  }

  private async ask(request: ProcessRequest): Promise<void> {
    if (!request.permitted) {
      this.barred = request.refusal
      return
    }
    this.barred = undefined
    if (await openRequest(this.instance, request)) {
      this.tell('xf-asked')
      await this.offered.refresh()
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const requests = this.offered.value ?? []
    if (requests.length === 0) return nothing
    if (this.menu) return html`${requests.map(request => this.renderLine(request))}<hr />`
    return html`${requests.map(request => this.renderButton(request))}${this.barred ? html`<div class="why">${refusalNote(this.barred, 'case.barred')}</div>` : nothing}`
  }

  private renderButton(request: ProcessRequest): TemplateResult {
    const { label, permitted, refusal } = request
    return html`<button class="btn" type="button" data-request=${request.id} aria-disabled=${permitted ? nothing : 'true'} title=${refusal?.detail ?? nothing}
      @click=${() => void this.ask(request)}>${label}</button>`
  }

  private renderLine(request: ProcessRequest): TemplateResult {
    const { label, permitted, refusal } = request
    return html`<button class="line" type="button" data-close data-request=${request.id} aria-disabled=${permitted ? nothing : 'true'}
      @click=${() => void this.ask(request)}>${label}${refusal ? html`<small>${refusal.detail ?? ''}</small>` : nothing}</button>
      ${refusal?.citations?.length ? html`<div class="law">${refusal.citations.map(citationLink)}</div>` : nothing}`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-request-list': RequestList
  }
}
