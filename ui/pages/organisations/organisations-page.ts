import { css, html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api } from '../../api.ts'
import { type OrganisationContent, registerFile } from '../../api-registers.ts'
import type { Organisation, OrganisationKind, OrganisationList } from '../../api-types.ts'
import { dayField, dayNote, dayOfQuery } from '../../components/as-of-day.ts'
import { XfElement } from '../../components/element.ts'
import { emptyFace } from '../../components/faces.ts'
import { icon } from '../../components/icon.ts'
import { openRecord, reasonField } from '../../dialogs/record/open-record.ts'
import type { RecordField, RecordValues } from '../../dialogs/record/record-field.ts'
import { openRegisterHistory } from '../../dialogs/register-history/open-register-history.ts'
import { officeNow } from '../../office-time.ts'
import { Resource } from '../../resource.ts'
import type { PathParams } from '../../routes.ts'
import { may } from '../../session.ts'
import page from '../../styles/page.css?inline'
import { t } from '../../words/index.ts'
import { type Branch, branchesOf } from './organisation-tree.ts'

const kinds: readonly OrganisationKind[] = [
  ...(['government', 'leading-group', 'subdistrict', 'enforcement-centre', 'public-management-office'] as const),
  ...(['finance', 'justice-office', 'empowering-department', 'department', 'judicial', 'superior', 'house'] as const),
]

/** Where a table stands as cards. */
const NARROW = '(max-width: 900px)'

/** The tree of organisations. */
@customElement('xf-organisations-page')
export class OrganisationsPage extends XfElement {
  static override styles = [
    XfElement.styles,
    unsafeCSS(page),
    css`
      .d1 { padding-left: 24px; }
      .d2 { padding-left: 48px; }
      .d3 { padding-left: 72px; }
      .turn { min-width: 24px; min-height: 24px; padding: 0; color: var(--ink-2); }
      .warned { display: flex; gap: 4px; align-items: baseline; color: var(--amber); }
      [class^='d'].below::before { content: '└ '; color: var(--ink-3); }
    `,
  ]

  @property({ attribute: false }) params: PathParams = {}
  @property({ attribute: false }) query = new URLSearchParams()
  /** What was opened or closed by hand; the others as the width has it. */
  @state() private turned: ReadonlyMap<string, boolean> = new Map()
  private readonly list = new Resource<OrganisationList>(this, {
    load: signal => api.organisations(signal, dayOfQuery(this.query)),
    lazy: true,
  })

  private get isPast(): boolean {
    return dayOfQuery(this.query) !== undefined
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('query')) void this.list.reload()
  }

  /** Where there is little room, only what lies directly below a top is shown at first. */
  private readonly isOpen = ({ orgId }: Organisation, depth: number): boolean =>
    this.turned.get(orgId) ?? (depth === 0 || !matchMedia(NARROW).matches)

  private readonly turn = (organisation: Organisation, depth: number) => {
    this.turned = new Map([...this.turned, [organisation.orgId, !this.isOpen(organisation, depth)]])
  }

  protected override updated(_changed: PropertyValues): void {
    document.title = `${t('orgs.title')} · ${t('common.product')}`
  }

  private readonly add = async () => {
    const isDone = await openRecord({
      title: t('orgs.add'),
      fields: [{ name: 'orgId', label: t('orgs.id'), help: t('orgs.idHelp') }, ...this.fields()],
      send: values => api.addOrganisation({ orgId: values.orgId ?? '', ...contentOf(values) }),
    })
    if (isDone) await this.list.refresh()
  }

  private readonly edit = async (organisation: Organisation) => {
    const { orgId, name } = organisation
    const isDone = await openRecord({
      title: name,
      fields: [...this.fields(organisation), fromField(), reasonField()],
      send: values =>
        api.changeOrganisation(orgId, { ...contentOf(values), from: values.from ?? '', reason: values.reason ?? '' }),
    })
    if (isDone) await this.list.refresh()
  }

  private readonly dissolve = async ({ orgId, name }: Organisation) => {
    const others = (this.list.value?.items ?? []).filter(each => each.orgId !== orgId && each.state === null)
    const isDone = await openRecord({
      title: t('orgs.dissolveTitle', { name }),
      text: t('orgs.dissolveText'),
      isDanger: true,
      submit: t('orgs.dissolve'),
      fields: [
        fromField(),
        {
          ...{ name: 'successor', label: t('orgs.successor'), type: 'select', value: '', isOptional: true },
          options: [
            { value: '', word: t('orgs.noSuccessor') },
            ...others.map(each => ({ value: each.orgId, word: each.name })),
          ],
        },
        { name: 'takesOver', label: t('orgs.takesOver'), type: 'checkbox', value: 'yes' },
        reasonField(),
      ],
      send: ({ from = '', successor, takesOver, reason = '' }) =>
        api.dissolveOrganisation(orgId, { from, successor: successor || null, takesOver: takesOver === 'yes', reason }),
    })
    if (isDone) await this.list.refresh()
  }

  private fields(present?: Organisation): RecordField[] {
    const others = (this.list.value?.items ?? []).filter(({ orgId }) => orgId !== present?.orgId)
    const options = others.map(({ orgId, name }) => ({ value: orgId, word: name }))
    const entity = present && present.entity !== present.orgId ? present.entity : ''
    return [
      { name: 'name', label: t('orgs.name'), value: present?.name },
      {
        ...{ name: 'kind', label: t('orgs.kind'), type: 'select', value: present?.kind ?? 'department' },
        options: kinds.map(value => ({ value, word: t(`org.kind.${value}`) })),
      },
      {
        ...{ name: 'parent', label: t('orgs.parent'), type: 'select', value: present?.parent ?? '', isOptional: true },
        options: [{ value: '', word: t('orgs.top') }, ...options],
      },
      {
        ...{ name: 'entity', label: t('orgs.entity'), type: 'select', value: entity, isOptional: true },
        options: [{ value: '', word: t('orgs.itself') }, ...options],
      },
    ]
  }

  protected override render(): TemplateResult {
    return html`<div class="page">
      <header>
        <h1>${t('orgs.title')}</h1><p>${t('orgs.text')}</p>
        ${this.mayChange ? html`<button class="btn primary end" @click=${this.add}>${icon('plus')}${t('orgs.add')}</button>` : nothing}
      </header>
      <div class="tools">${dayField(this.query)}
        ${may(['administrate', 'audit']) ? html`<a class="btn" href=${registerFile('organisations', dayOfQuery(this.query))} download>${t('people.export')}</a>` : nothing}
      </div>
      ${dayNote(this.query)}
      ${this.list.render(({ items }) => (items.length === 0 ? emptyFace(t('orgs.empty'), t('orgs.emptyText')) : this.renderTree(items)))}
    </div>`
  }

  private get mayChange(): boolean {
    return !this.isPast && may(['administrate'])
  }

  private renderTurn(organisation: Organisation, depth: number): TemplateResult {
    const isOpen = this.isOpen(organisation, depth)
    const word = t(isOpen ? 'orgs.close' : 'orgs.open', { name: organisation.name })
    return html` <button class="btn quiet turn" aria-expanded=${isOpen} aria-label=${word} title=${word} @click=${() => this.turn(organisation, depth)}>${isOpen ? '−' : '＋'}</button>`
  }

  private renderTree(items: readonly Organisation[]): TemplateResult {
    const names = new Map(items.map(({ orgId, name }) => [orgId, name]))
    return html`<div class="scroll" data-face="content"><table class="tbl stack">
      <thead><tr><th>${t('orgs.name')}</th><th>${t('orgs.id')}</th><th>${t('orgs.kind')}</th><th>${t('orgs.entity')}</th><th class="n">${t('orgs.people')}</th><th></th></tr></thead>
      <tbody>${branchesOf(items, this.isOpen).map(branch => this.renderRow(branch, names))}</tbody>
    </table></div>`
  }

  private renderRow({ organisation, depth, isParent }: Branch, names: ReadonlyMap<string, string>): TemplateResult {
    const { orgId, name, kind, entity, people, state } = organisation
    const isOwn = entity === orgId
    return html`<tr data-org=${orgId}>
      <td><span class="d${Math.min(depth, 3)} ${depth > 0 ? 'below' : ''}"><b>${name}</b></span>${isParent ? this.renderTurn(organisation, depth) : nothing}<div class="d${Math.min(depth, 3)}">${remarks(organisation)}</div></td>
      <td class="mono sub">${orgId}</td>
      <td class="sub">${kind ? t(`org.kind.${kind}`) : nothing}</td>
      <td class="sub">${isOwn ? nothing : (names.get(entity) ?? entity)}</td>
      <td class="n">${people > 0 ? html`<a href="/people?org=${orgId}">${people}</a>` : nothing}</td>
      <td class="n nb full">
        ${
          this.mayChange && state === null
            ? html`<button class="btn quiet" @click=${() => void this.edit(organisation)}>${t('person.edit')}</button><button class="btn quiet" @click=${() => void this.dissolve(organisation)}>${t('orgs.dissolve')}</button>`
            : nothing
        }
        <button class="btn quiet" @click=${() => void openRegisterHistory(organisation)}>${t('orgs.history')}</button>
      </td>
    </tr>`
  }
}

/** What is to be known of it beside its name: that it is gone, what comes, what its staffing lacks. */
const remarks = ({ state, coming, warnings }: Organisation) => html`
  ${state === null ? nothing : html`<span class="tag off">${t('orgs.dissolved')}</span>`}
  ${coming.map(({ from, name, isDissolved }) => html`<div class="small sub">${isDissolved ? t('orgs.willEnd', { from }) : t('orgs.willBe', { from, name })}</div>`)}
  ${warnings.map(warning => html`<div class="small warned">${icon('warn')}${warning}</div>`)}`

const OFFICE_OFFSET_MS = 8 * 3_600_000
const fromField = (): RecordField => ({
  ...{ name: 'from', label: t('orgs.from'), type: 'date', help: t('orgs.fromHelp') },
  value: new Date(officeNow() + OFFICE_OFFSET_MS).toISOString().slice(0, 10),
})

function contentOf({ name = '', kind, parent, entity }: RecordValues): OrganisationContent {
  return { name, kind: kind as OrganisationKind, parent: parent || null, entity: entity || null }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-organisations-page': OrganisationsPage
  }
}
