import { css, html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api } from '../../api.ts'
import type { ListedCase, Page, Party, WholeParty } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import { icon } from '../../components/icon.ts'
import { openForm } from '../../dialogs/form/open-form.ts'
import { openRecord } from '../../dialogs/record/open-record.ts'
import { shortDate } from '../../office-time.ts'
import { Resource } from '../../resource.ts'
import type { PathParams } from '../../routes.ts'
import { me } from '../../session.ts'
import page from '../../styles/page.css?inline'
import { t } from '../../words/index.ts'
import { caseMark } from '../cases/case-marks.ts'

/** A party with its cases; masked until somebody says what he needs the whole for. */
@customElement('xf-party-page')
export class PartyPage extends XfElement {
  static override styles = [
    XfElement.styles,
    unsafeCSS(page),
    css`
      .page { max-width: 960px; }
      .head { display: flex; flex-wrap: wrap; align-items: center; gap: var(--s2) var(--s3); margin-bottom: var(--s3); }
      .head h1 { font-size: var(--t-page); line-height: 32px; }
      .head .acts { margin-left: auto; display: flex; gap: var(--s2); }
      .back { margin-left: -8px; }
    `,
  ]

  @property({ attribute: false }) params: PathParams = {}
  @property({ attribute: false }) query = new URLSearchParams()
  @state() private whole: WholeParty | undefined
  private readonly party = new Resource<Party>(this, { load: signal => api.party(this.partyId, signal), lazy: true })
  private readonly cases = new Resource<Page<ListedCase>>(this, {
    load: signal => api.cases({ partyId: this.partyId }, signal),
    lazy: true,
  })

  private get partyId(): string {
    return this.params.id ?? ''
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('params')) return
    this.whole = undefined
    void this.party.reload()
    void this.cases.reload()
  }

  protected override updated(_changed: PropertyValues): void {
    document.title = `${this.party.value?.partyName ?? t('cases.parties')} · ${t('common.product')}`
  }

  private readonly disclose = () =>
    openRecord({
      ...{ title: t('party.whole'), text: t('party.wholeText'), submit: t('party.wholeSend') },
      fields: [{ name: 'reason', label: t('party.reason') }],
      send: async ({ reason = '' }) => {
        this.whole = await api.wholeParty(this.partyId, reason)
      },
    })

  private readonly correct = async (whole: WholeParty) => {
    const { form, values } = whole
    const isDone = await openForm({
      ...{ title: t('party.correct'), submit: t('party.correctSend'), form, values },
      send: given => api.changeParty(this.partyId, given),
    })
    if (!isDone) return
    this.whole = undefined
    await this.party.refresh()
  }

  protected override render(): TemplateResult {
    return html`<div class="page">
      <a class="btn quiet back" href="/parties">${icon('left')}${t('cases.parties')}</a>
      ${this.party.render(masked => this.renderParty(this.whole?.party ?? masked), 8)}
    </div>`
  }

  private renderParty(party: Party): TemplateResult {
    const { whole } = this
    const isOfficer = me()?.appointments.some(({ role }) => role === 'street-officer') ?? false
    return html`<div data-face="content">
      <div class="head">
        <h1>${party.tradeName ?? party.partyName}</h1><span class="sub">${party.partyType.label}</span><span class="mono dim small">${party.partyId}</span>
        <div class="acts">
          ${party.isMasked ? html`<button class="btn" @click=${() => void this.disclose()}>${t('party.whole')}</button>` : nothing}
          ${whole && isOfficer ? html`<button class="btn" @click=${() => void this.correct(whole)}>${t('party.correct')}</button>` : nothing}
        </div>
      </div>
      ${detailsOf(party)}
      <div class="part"><h2>${t('party.cases')}</h2></div>
      ${this.cases.render(found => caseTable(found.items), 3)}
    </div>`
  }
}

function detailsOf(party: Party): TemplateResult {
  const { gender } = party
  const lines: [string, string | null][] = [
    [t('parties.name'), party.partyName],
    [t('party.tradeName'), party.tradeName],
    [party.idType?.label ?? t('party.document'), party.idNumber],
    [t('party.creditCode'), party.creditCode],
    [t('party.legalRep'), party.legalRep],
    [t('party.repId'), party.repIdNumber],
    [t('party.gender'), gender === 'male' || gender === 'female' ? t(`party.gender.${gender}`) : null],
    [t('party.birth'), party.birthDate],
    [t('parties.address'), party.partyAddress],
    [t('party.phone'), party.partyPhone],
    [t('party.service'), party.serviceAddress],
    [t('party.guardian'), party.guardian],
  ]
  return html`<dl class="kv">${lines.map(([word, value]) => (value === null ? nothing : html`<dt>${word}</dt><dd>${value}</dd>`))}</dl>`
}

function caseTable(items: readonly ListedCase[]): TemplateResult {
  return html`<div class="scroll"><table class="tbl stack"><tbody>
    ${items.map(
      each => html`<tr data-case=${each.caseNo}>
        <td class="mono nb"><a href="/cases/${each.caseNo}">${each.caseNo}</a></td>
        <td class="full">${each.title}</td>
        <td>${caseMark(each)}</td>
        <td class="nb sub n">${shortDate(each.filedAt)}</td>
      </tr>`,
    )}
  </tbody></table></div>`
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-party-page': PartyPage
  }
}
