import { html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { api } from '../../api.ts'
import { registerFile } from '../../api-registers.ts'
import type { ListedPerson, OrganisationList, Page } from '../../api-types.ts'
import { dayField, dayNote, dayOfQuery } from '../../components/as-of-day.ts'
import { XfElement } from '../../components/element.ts'
import { noneFace } from '../../components/faces.ts'
import { icon } from '../../components/icon.ts'
import { pager } from '../../components/pager.ts'
import { personMark } from '../../components/person.ts'
import { openImport } from '../../dialogs/import/open-import.ts'
import { openLink } from '../../dialogs/link/open-link.ts'
import { openRecord } from '../../dialogs/record/open-record.ts'
import { navigate, withQuery } from '../../navigation.ts'
import { Paged } from '../../paged.ts'
import { Resource } from '../../resource.ts'
import type { PathParams } from '../../routes.ts'
import { may } from '../../session.ts'
import page from '../../styles/page.css?inline'
import { say } from '../../toast.ts'
import { t } from '../../words/index.ts'
import { appointmentFields, appointmentOf } from './appointment-fields.ts'

/** The register of people: found by name, role and organisation; administrators register and import. */
@customElement('xf-people-page')
export class PeoplePage extends XfElement {
  static override styles = [XfElement.styles, unsafeCSS(page)]

  @property({ attribute: false }) params: PathParams = {}
  @property({ attribute: false }) query = new URLSearchParams()
  private timer: ReturnType<typeof setTimeout> | undefined
  private readonly offices = new Resource<OrganisationList>(this, { load: signal => api.organisations(signal) })
  private readonly list = new Paged<ListedPerson>(
    this,
    (after, signal) => api.personnel({ ...this.asked, ...(after ? { after } : {}) }, signal),
    [],
  )

  private get asked(): { q?: string; role?: string; org?: string; day?: string } {
    const asked = ['q', 'role', 'org'].map(name => [name, this.query.get(name)])
    const day = dayOfQuery(this.query)
    return { ...Object.fromEntries(asked.filter(([, value]) => value)), ...(day && { day }) }
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('query')) void this.list.resource.reload()
  }

  protected override updated(_changed: PropertyValues): void {
    document.title = `${t('people.title')} · ${t('common.product')}`
  }

  private readonly type = (event: Event) => {
    const { value } = event.target as HTMLInputElement
    clearTimeout(this.timer)
    this.timer = setTimeout(() => navigate(withQuery({ q: value.trim() }), { replace: true }), 300)
  }

  private readonly add = async () => {
    const offices = this.offices.value ?? (await api.organisations())
    let id = ''
    let person = ''
    let withAccount = false
    const isDone = await openRecord({
      title: t('people.add'),
      fields: [
        { name: 'name', label: t('people.name') },
        { name: 'personId', label: t('people.id'), help: t('people.idHelp') },
        ...appointmentFields(offices),
        { name: 'withAccount', label: t('people.withAccount'), type: 'checkbox', value: 'yes' },
      ],
      send: async values => {
        const { personId = '', name = '' } = values
        await api.addPerson({ personId, name, appointments: [appointmentOf(values)] })
        ;[id, person, withAccount] = [personId, name, values.withAccount === 'yes']
      },
    })
    if (!isDone) return
    say({ text: t('people.added', { name: person }), link: { href: `/people/${id}`, text: person } })
    await this.list.resource.refresh()
    if (withAccount) await openLink(await api.openAccount({ accountId: id, personId: id }), person)
    await this.list.resource.refresh()
  }

  /** What is over is looked at, not changed. */
  private get mayChange(): boolean {
    return may(['administrate']) && dayOfQuery(this.query) === undefined
  }

  private readonly importFile = async () => {
    if (await openImport('appointments')) await this.list.resource.refresh()
  }

  protected override render(): TemplateResult {
    return html`<div class="page">
      <header>
        <h1>${t('people.title')}</h1><p>${t('people.text')}</p>
        <a class="btn ${this.mayChange ? '' : 'end'}" href="/absences">${t('shell.absences')}</a>
        ${this.mayChange ? html`<button class="btn primary end" @click=${this.add}>${icon('plus')}${t('people.add')}</button>` : nothing}
      </header>
      ${this.renderTools()} ${dayNote(this.query)}
      ${this.list.resource.render(found => (found.items.length === 0 && !this.list.hasMore ? noneFace(Object.keys(this.asked).length > 0, '/people', [t('people.empty'), t('people.emptyText')]) : this.renderTable(found)), 8)}
    </div>`
  }

  private renderTools(): TemplateResult {
    const { items = [], roles = [] } = this.offices.value ?? {}
    return html`<div class="tools">
      <input class="in" type="search" .value=${this.query.get('q') ?? ''} aria-label=${t('people.find')} placeholder=${t('people.find')} @input=${this.type} />
      ${this.renderFilter('role', t('people.role'), roles)}
      ${this.renderFilter(
        'org',
        t('people.org'),
        items.map(({ orgId, name }) => ({ id: orgId, name })),
      )}
      ${dayField(this.query)}
      <a class="btn" href=${registerFile('appointments', dayOfQuery(this.query))} download>${t('people.export')}</a>
      ${this.mayChange ? html`<button class="btn" @click=${this.importFile}>${t('people.import')}</button>` : nothing}
    </div>`
  }

  private renderFilter(name: 'role' | 'org', label: string, options: readonly { id: string; name: string }[]) {
    const choose = (event: Event) => navigate(withQuery({ [name]: (event.target as HTMLSelectElement).value }))
    return html`<select class="in" aria-label=${label} @change=${choose}>
      <option value="">${label}</option>
      ${options.map(each => html`<option value=${each.id} ?selected=${this.query.get(name) === each.id}>${each.name}</option>`)}
    </select>`
  }

  private renderTable(found: Page<ListedPerson>): TemplateResult {
    const isPast = dayOfQuery(this.query) !== undefined
    return html`<div class="scroll" data-face="content">
        <table class="tbl stack">
          <thead><tr><th>${t('people.name')}</th><th>${t('people.id')}</th><th>${t(isPast ? 'people.officesThen' : 'people.offices')}</th>${isPast ? nothing : html`<th>${t('people.account')}</th>`}</tr></thead>
          <tbody>${found.items.map(each => row(each, isPast))}</tbody>
        </table>
      </div>
      ${found.items.length === 0 ? html`<p class="sub">${t('people.further')}</p>` : nothing}
      ${pager(found.items.length, { total: undefined, hasMore: this.list.hasMore, isBusy: this.list.isBusy }, () => void this.list.more())}`
  }
}

const row = (
  { personId, name, accountId, appointments }: ListedPerson,
  isPast: boolean,
) => html`<tr data-person=${personId}>
  <td><a href="/people/${personId}">${personMark(name)}</a></td>
  <td class="mono sub">${personId}</td>
  <td class="full">${
    appointments.length === 0
      ? html`<span class="dim">${t('people.noOffice')}</span>`
      : appointments.map(
          each =>
            html`<div>${each.orgName} · ${each.roleName}${each.isActing ? html` <span class="tag">${t('person.acting')}</span>` : nothing}</div>`,
        )
  }</td>
  ${isPast ? nothing : html`<td class="sub">${accountId ? html`<span class="mono">${accountId}</span>` : t('person.noAccount')}</td>`}
</tr>`

declare global {
  interface HTMLElementTagNameMap {
    'xf-people-page': PeoplePage
  }
}
