import { html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { api } from '../../api.ts'
import { registerFile } from '../../api-registers.ts'
import type { Certificate, CertificateKind, CertificateState, Page } from '../../api-types.ts'
import { dayField, dayNote, dayOfQuery } from '../../components/as-of-day.ts'
import { certificateMark } from '../../components/certificate-mark.ts'
import { XfElement } from '../../components/element.ts'
import { noneFace } from '../../components/faces.ts'
import { icon } from '../../components/icon.ts'
import { pager } from '../../components/pager.ts'
import { personMark } from '../../components/person.ts'
import { openImport } from '../../dialogs/import/open-import.ts'
import { navigate, withQuery } from '../../navigation.ts'
import { Paged } from '../../paged.ts'
import type { PathParams } from '../../routes.ts'
import { may, me } from '../../session.ts'
import page from '../../styles/page.css?inline'
import { t } from '../../words/index.ts'
import { addCertificate, turnCertificate } from './certificate-acts.ts'

const kinds: readonly CertificateKind[] = ['enforcement', 'supervision']
const states: readonly CertificateState[] = [
  ...(['valid', 'expired', 'suspended', 'withdrawn', 'cancelled', 'lost', 'pending'] as const),
]
const ENDING = ['30', '90', '180']

/** Certificates by their last day, so that what ends soon stands on top. */
@customElement('xf-certificates-page')
export class CertificatesPage extends XfElement {
  static override styles = [XfElement.styles, unsafeCSS(page)]

  @property({ attribute: false }) params: PathParams = {}
  @property({ attribute: false }) query = new URLSearchParams()
  private timer: ReturnType<typeof setTimeout> | undefined
  private readonly list = new Paged<Certificate>(
    this,
    (after, signal) => api.certificates({ ...this.asked, ...(after ? { after } : {}) }, signal),
    [],
  )

  private get asked(): {
    q?: string
    kind?: CertificateKind
    state?: CertificateState
    endingWithin?: string
    day?: string
  } {
    const asked = ['q', 'kind', 'state', 'endingWithin'].map(name => [name, this.query.get(name)])
    const day = dayOfQuery(this.query)
    return { ...Object.fromEntries(asked.filter(([, value]) => value)), ...(day && { day }) }
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('query')) void this.list.resource.reload()
  }

  protected override updated(_changed: PropertyValues): void {
    document.title = `${t('certs.title')} · ${t('common.product')}`
  }

  private readonly type = (event: Event) => {
    const { value } = event.target as HTMLInputElement
    clearTimeout(this.timer)
    this.timer = setTimeout(() => navigate(withQuery({ q: value.trim() }), { replace: true }), 300)
  }

  private readonly follow = (act: Promise<boolean>) =>
    void act.then(isDone => (isDone ? this.list.resource.refresh() : undefined))

  protected override render(): TemplateResult {
    const mayEdit = may(['certify']) && dayOfQuery(this.query) === undefined
    return html`<div class="page">
      <header>
        <h1>${t('certs.title')}</h1><p>${t('certs.text')}</p>
        ${mayEdit ? html`<button class="btn primary end" @click=${() => this.follow(addCertificate())}>${icon('plus')}${t('certs.add')}</button>` : nothing}
      </header>
      <div class="tools">
        <input class="in" type="search" .value=${this.query.get('q') ?? ''} aria-label=${t('certs.find')} placeholder=${t('certs.find')} @input=${this.type} />
        ${this.renderFilter(
          'kind',
          t('certs.kind'),
          kinds.map(id => [id, t(`cert.kind.${id}`)]),
        )}
        ${this.renderFilter(
          'state',
          t('certs.state'),
          states.map(id => [id, t(`cert.state.${id}`)]),
        )}
        ${this.renderFilter(
          'endingWithin',
          t('certs.ending'),
          ENDING.map(n => [n, t('certs.endingWithin', { n })]),
        )}
        ${dayField(this.query)}
        <a class="btn" href=${registerFile('certificates', dayOfQuery(this.query))} download>${t('people.export')}</a>
        ${mayEdit ? html`<button class="btn" @click=${() => this.follow(openImport('certificates'))}>${t('people.import')}</button>` : nothing}
      </div>
      ${dayNote(this.query)}
      ${this.list.resource.render(found => (found.items.length === 0 && !this.list.hasMore ? noneFace(Object.keys(this.asked).length > 0, '/certificates', [t('certs.empty'), t('certs.emptyText')]) : this.renderTable(found)), 8)}
    </div>`
  }

  private renderFilter(name: string, label: string, options: [id: string, word: string][]): TemplateResult {
    const choose = (event: Event) => navigate(withQuery({ [name]: (event.target as HTMLSelectElement).value }))
    return html`<select class="in" aria-label=${label} @change=${choose}>
      <option value="">${label}</option>
      ${options.map(([id, word]) => html`<option value=${id} ?selected=${this.query.get(name) === id}>${word}</option>`)}
    </select>`
  }

  private renderTable(found: Page<Certificate>): TemplateResult {
    return html`<div class="scroll" data-face="content">
        <table class="tbl stack">
          <thead><tr><th>${t('certs.holder')}</th><th>${t('certs.kind')}</th><th>${t('certs.number')}</th><th>${t('certs.period')}</th><th>${t('certs.state')}</th><th></th></tr></thead>
          <tbody>${found.items.map(each => this.renderRow(each))}</tbody>
        </table>
      </div>
      ${found.items.length === 0 ? html`<p class="sub">${t('people.further')}</p>` : nothing}
      ${pager(found.items.length, { total: undefined, hasMore: this.list.hasMore, isBusy: this.list.isBusy }, () => void this.list.more())}`
  }

  private renderRow(each: Certificate): TemplateResult {
    const mayTurn = dayOfQuery(this.query) === undefined && may(['certify']) && each.personId !== me()?.personId
    return html`<tr data-certificate=${each.certificateId}>
      <td><a href="/people/${each.personId}">${personMark(each.personName)}</a></td>
      <td>${t(`cert.kind.${each.kind}`)}</td>
      <td class="mono">${each.number}</td>
      <td class="sub">${t('person.fromTo', { from: each.validFrom, to: each.validTo })}</td>
      <td>${certificateMark(each.state)}</td>
      <td class="n">${mayTurn ? html`<button class="btn quiet" @click=${() => this.follow(turnCertificate(each))}>${t('certs.turn')}</button>` : nothing}</td>
    </tr>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-certificates-page': CertificatesPage
  }
}
