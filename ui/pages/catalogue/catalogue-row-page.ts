import { css, html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { api, fileAddress } from '../../api.ts'
import type { CatalogueRecord, CatalogueRegister, RegisterHistory } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import { failureNote } from '../../components/refusal.ts'
import { registerHistory } from '../../components/register-history.ts'
import { openRecord, reasonField } from '../../dialogs/record/open-record.ts'
import { problemOf } from '../../problem.ts'
import { Resource } from '../../resource.ts'
import type { PathParams } from '../../routes.ts'
import { may } from '../../session.ts'
import page from '../../styles/page.css?inline'
import { t } from '../../words/index.ts'
import { mayKeep } from './catalogue-keepers.ts'
import { recordFieldsOf, rowOf } from './row-fields.ts'

/** One row of the catalogue: every field, the document it rests on, and what was changed. */
@customElement('xf-catalogue-row-page')
export class CatalogueRowPage extends XfElement {
  static override styles = [
    XfElement.styles,
    unsafeCSS(page),
    css`
      .page { max-width: 960px; }
      .head { display: flex; flex-wrap: wrap; align-items: baseline; gap: var(--s2) var(--s3); margin: var(--s2) 0 var(--s4); }
      .head h1 { font-size: var(--t-page); line-height: 32px; }
      .head .end { margin-left: auto; }
      .line { margin-top: var(--s2); }
    `,
  ]

  @property({ attribute: false }) params: PathParams = {}
  @property({ attribute: false }) query = new URLSearchParams()
  @query('#document') private picker!: HTMLInputElement
  private failure: TemplateResult | undefined
  private readonly record = new Resource<CatalogueRecord>(this, {
    load: signal => api.catalogueRow(this.register, this.params.id ?? '', signal),
    lazy: true,
  })
  private readonly history = new Resource<RegisterHistory>(this, {
    load: signal => api.catalogueHistory(this.register, this.params.id ?? '', signal),
    lazy: true,
  })

  private get register(): CatalogueRegister {
    return this.params.register as CatalogueRegister
  }

  private get readsHistory(): boolean {
    return may(['administrate', 'catalogue', 'audit'])
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('params')) return
    void this.record.reload()
    if (this.readsHistory) void this.history.reload()
  }

  protected override updated(_changed: PropertyValues): void {
    document.title = `${this.params.id ?? ''} · ${t('common.product')}`
  }

  private async refresh(): Promise<void> {
    await Promise.all([this.record.refresh(), this.history.refresh()])
  }

  private readonly edit = async ({ id, row, fields }: CatalogueRecord) => {
    const isDone = await openRecord({
      title: `${t('catalogue.edit')} · ${titleOf({ id, row })}`,
      fields: [...(await recordFieldsOf(fields, row)), reasonField()],
      send: ({ reason = '', ...values }) => api.changeCatalogueRow(this.register, id, rowOf(fields, values), reason),
    })
    if (isDone) await this.refresh()
  }

  private readonly attach = async () => {
    const file = this.picker.files?.[0]
    if (!file) return
    this.failure = undefined
    try {
      const { fileId, name } = await api.upload(file)
      const row = { fileId, fileName: name }
      await api.changeCatalogueRow(this.register, this.params.id ?? '', row, t('catalogue.attachReason'))
      await this.refresh()
    } catch (error) {
      this.failure = failureNote(problemOf(error), t('record.failed'))
    } finally {
      this.picker.value = ''
      this.requestUpdate()
    }
  }

  protected override render(): TemplateResult {
    return html`<div class="page">
      <a class="small" href="/catalogue?register=${this.register}">${t('catalogue.back')}</a>
      ${this.record.render(record => this.renderRecord(record), 8)}
    </div>`
  }

  private renderRecord(record: CatalogueRecord): TemplateResult {
    const { id, isCurrent, fields } = record
    return html`<div class="head">
        <h1>${titleOf(record)}</h1><span class="mono sub">${id}</span>
        <span class="tag ${isCurrent ? 'live' : 'off'}">${t(isCurrent ? 'catalogue.now' : 'catalogue.over')}</span>
        ${mayKeep(this.register) ? html`<button class="btn end" @click=${() => void this.edit(record)}>${t('catalogue.edit')}</button>` : nothing}
      </div>
      <div data-face="content">
        <dl class="kv">${fields.filter(({ name, isId }) => !isId && name !== 'fileName').map(field => this.renderField(record, field.name, field.label))}</dl>
        ${this.failure ?? nothing}
        ${
          this.readsHistory
            ? html`<div class="part"><h2>${t('catalogue.history')}</h2></div>${this.history.render(({ items }) => registerHistory(items), 4)}`
            : nothing
        }
      </div>`
  }

  private renderField({ shown, row }: CatalogueRecord, name: string, label: string): TemplateResult {
    if (name === 'fileId') return html`<dt>${label}</dt><dd>${this.renderFile(row.fileId, row.fileName)}</dd>`
    const values = shown[name] ?? []
    const body = values.length === 0 ? t('catalogue.none') : values.map(value => html`<div>${link(value)}</div>`)
    return html`<dt>${label}</dt><dd>${body}</dd>`
  }

  private renderFile(fileId: unknown, fileName: unknown) {
    const name = typeof fileName === 'string' ? fileName : String(fileId)
    const shown =
      typeof fileId === 'string'
        ? html`<a href=${fileAddress({ fileId, name })} download>${name}</a>`
        : t('catalogue.none')
    if (!may(['catalogue'])) return shown
    return html`${shown} <label class="btn quiet">${t('catalogue.attach')}<input id="document" class="sr" type="file" @change=${this.attach} /></label>`
  }
}

/** A guide is opened; everything else is text. */
const link = (value: string) =>
  /^https?:\/\//.test(value) ? html`<a href=${value} target="_blank" rel="noreferrer">${value}</a>` : value

const titleOf = ({ id, row }: Pick<CatalogueRecord, 'id' | 'row'>): string =>
  typeof row.name === 'string' ? row.name : id

declare global {
  interface HTMLElementTagNameMap {
    'xf-catalogue-row-page': CatalogueRowPage
  }
}
