import { css, html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { property, query, state } from 'lit/decorators.js'
import type { BundleFile, ProcessDraft } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import { emptyFace } from '../../components/faces.ts'
import { icon } from '../../components/icon.ts'
import { askDialog } from '../../dialogs/dialog-element.ts'
import page from '../../styles/page.css?inline'
import { t, type WordId } from '../../words/index.ts'
import type { Part } from './bundle-parts.ts'
import './editor-frame.ts'
import type { FrameNews } from './editor-frame.ts'
import type { PartChange } from './part-changes.ts'
import { PartDialog } from './part-dialog.ts'

/** What is said of one part in the list, and what is wrong with it. */
export interface PartState {
  said: string
  problems: readonly string[]
}

/** The parts of one kind in a draft: a list, and each in an editor of its own, as large as the screen, beside what comes of it. */
export abstract class PartPanel extends XfElement {
  static override styles = [
    XfElement.styles,
    unsafeCSS(page),
    css`
      :host { display: block; min-height: 0; overflow: auto; padding: var(--s2) var(--s4) var(--s4); }
      .head { display: flex; flex-wrap: wrap; align-items: center; gap: var(--s3); margin-bottom: var(--s2); }
      .head p { flex: 1 1 320px; margin: 0; color: var(--ink-3); font-size: var(--t-label); line-height: 1.6; }
      td .btn { min-height: 28px; }
      td.acts { white-space: nowrap; text-align: end; }
      .bad { color: var(--red); }
      dialog.pop { width: calc(100vw - 32px); height: calc(100dvh - 32px); max-width: none; max-height: none; padding: 0; margin: auto; overflow: hidden; }
      dialog.pop[open] { display: grid; grid-template-rows: auto minmax(0, 1fr); }
      dialog > header { display: flex; align-items: center; gap: var(--s3); padding: var(--s2) var(--s4); border-bottom: 1px solid var(--line); }
      dialog h2 { font-size: var(--t-title); font-weight: var(--w-strong); }
      dialog > header .end { margin-inline-start: auto; }
      .desk { display: grid; grid-template-columns: minmax(0, 1fr) minmax(300px, 30%); min-height: 0; }
      .desk > aside { min-height: 0; overflow: auto; padding: var(--s3) var(--s4) var(--s6); border-inline-start: 1px solid var(--line); }
      .desk > aside h3 { font-size: var(--t-table); font-weight: var(--w-strong); margin: var(--s2) 0; }
      .problems { margin: 0 0 var(--s3); padding-inline-start: var(--s4); font-size: var(--t-table); line-height: 1.7; overflow-wrap: anywhere; }
      .problems li { color: var(--red); }
      @media (max-width: 900px) {
        dialog.pop { width: 100vw; height: 100dvh; border-radius: 0; }
        .desk { grid-template-columns: minmax(0, 1fr); grid-template-rows: minmax(420px, 70dvh) auto; overflow: auto; }
        .desk > aside { border-inline-start: 0; border-top: 1px solid var(--line); overflow: visible; }
      }
    `,
  ]

  @property({ attribute: false }) draft: ProcessDraft | undefined
  @property({ attribute: false }) files: readonly BundleFile[] = []
  @property({ attribute: false }) picked: string | undefined
  @property({ attribute: false }) isReadOnly = false
  @state() protected openName: string | undefined
  @state() private failure = ''
  private counted: number | undefined
  @query('dialog') private box: HTMLDialogElement | null | undefined

  /** The address of the editor's document, and whether it can show without editing. */
  protected abstract readonly editor: { src: string; showsReadOnly: boolean }
  protected abstract readonly words: { text: WordId; none: WordId; noneText: WordId; add: WordId }
  protected abstract readonly ending: string
  protected abstract partsIn(files: readonly BundleFile[]): Part[]
  protected abstract stateOf(part: Part): PartState
  protected abstract added(name: string): PartChange
  protected abstract renamed(part: Part, name: string): PartChange
  /** What stands beside the editor. */
  protected abstract renderBeside(part: Part): TemplateResult

  /** How a new part is offered; nothing is suggested unless the kind knows better. */
  protected addOffer(): { label: string; name: string } {
    return { label: t(this.words.add), name: '' }
  }

  private get parts(): Part[] {
    return this.partsIn(this.files)
  }

  protected override updated(_changed: PropertyValues): void {
    if (this.box && !this.box.open && this.openName !== undefined) this.box.showModal()
    const count = this.parts.length
    if (count !== this.counted) this.tell('xf-count', { count })
    this.counted = count
  }

  /** Does what belongs together. */
  protected carryOut({ files, edits }: PartChange): void {
    for (const file of files) this.tell('xf-file', file)
    if (edits.length > 0) this.tell('xf-edit', { edits })
  }

  private open(name: string): void {
    this.failure = ''
    this.openName = name
  }

  private async addPart(): Promise<void> {
    const { label, name } = this.addOffer()
    const chosen = await this.askName(label, name, '')
    if (chosen === undefined) return
    this.carryOut(this.added(chosen))
    this.open(`${chosen}${this.ending}`)
  }

  private async renamePart(part: Part): Promise<void> {
    const before = part.name.slice(0, -this.ending.length)
    const text = t('draftParts.renameText', { n: part.uses.length })
    const chosen = await this.askName(`${t('draftParts.rename')} ${part.name}`, before, text)
    if (chosen !== undefined) this.carryOut(this.renamed(part, chosen))
  }

  private askName(heading: string, name: string, text: string): Promise<string | undefined> {
    const taken = this.parts.map(part => part.name.slice(0, -this.ending.length))
    return askDialog(Object.assign(new PartDialog(), { heading, name, text, taken }))
  }

  private async removePart(part: Part): Promise<void> {
    const uses = part.uses.map(({ name }) => name).join('、')
    const text = uses === '' ? t('draftParts.removeUnused') : t('draftParts.removeUsed', { uses })
    const heading = t('draftParts.removeTitle', { name: part.name })
    const asked = Object.assign(new PartDialog(), { heading, text, name: part.name, isRemoval: true })
    if ((await askDialog(asked)) !== undefined) this.tell('xf-file', { name: part.name, content: null })
  }

  private readonly hear = (event: CustomEvent<FrameNews>) => {
    event.stopPropagation()
    const news = event.detail
    if (news.kind === 'changed') this.tell('xf-file', { name: news.name, content: news.content })
    if (news.kind === 'failed') this.failure = t('draftParts.failed', { message: news.message })
    if (news.kind === 'leave') this.box?.close()
  }

  protected override render(): TemplateResult {
    const { parts, words } = this
    const open = parts.find(({ name }) => name === this.openName)
    return html`<div class="head">
        <p>${t(words.text)}</p>
        ${this.isReadOnly ? nothing : html`<button class="btn" type="button" @click=${() => this.addPart()}>${icon('plus')}${this.addOffer().label}</button>`}
      </div>
      ${parts.length === 0 ? emptyFace(t(words.none), t(words.noneText)) : this.renderList(parts)}
      ${open ? this.renderEditor(open) : nothing}`
  }

  private renderList(parts: readonly Part[]): TemplateResult {
    return html`<table class="tbl stack">
      <thead><tr><th>${t('draftParts.name')}</th><th>${t('draftParts.usedBy')}</th><th>${t('draftParts.check')}</th><th><span class="sr">${t('draftParts.edit')}</span></th></tr></thead>
      <tbody>${parts.map(part => this.renderRow(part))}</tbody>
    </table>`
  }

  private renderRow(part: Part): TemplateResult {
    const { said, problems } = this.stateOf(part)
    const isPicked = part.uses.some(({ elementId }) => elementId === this.picked)
    return html`<tr aria-selected=${isPicked ? 'true' : nothing}>
      <td data-head=${t('draftParts.name')}><span class="mono">${part.name}</span> <span class="sub">${said}</span></td>
      <td data-head=${t('draftParts.usedBy')}>${this.renderUses(part)}</td>
      <td data-head=${t('draftParts.check')}>${
        problems.length > 0
          ? html`<span class="bad">${t('draftParts.wrong', { n: problems.length })}</span>`
          : html`<span class="sub">${t('draftParts.fine')}</span>`
      }</td>
      <td class="acts">
        <button class="btn quiet" type="button" @click=${() => this.open(part.name)}>${t(this.isReadOnly ? 'draftParts.look' : 'draftParts.edit')}<span class="sr"> ${part.name}</span></button>
        ${
          this.isReadOnly
            ? nothing
            : html`<button class="btn quiet" type="button" @click=${() => this.renamePart(part)}>${t('draftParts.rename')}<span class="sr"> ${part.name}</span></button>
              <button class="btn quiet" type="button" @click=${() => this.removePart(part)}>${t('draftParts.remove')}<span class="sr"> ${part.name}</span></button>`
        }
      </td>
    </tr>`
  }

  private renderUses({ uses }: Part): TemplateResult {
    if (uses.length === 0) return html`<span class="dim">${t('draftParts.unused')}</span>`
    return html`${uses.map(
      ({ elementId, name }, index) =>
        html`${index === 0 ? nothing : t('task.comma')}<a href="#" @click=${(event: Event) => {
          event.preventDefault()
          this.tell('xf-pick', { elementId })
        }}>${name}</a>`,
    )}`
  }

  private renderEditor(part: Part): TemplateResult {
    const isFrame = !this.isReadOnly || this.editor.showsReadOnly
    return html`<dialog class="pop" aria-labelledby="part-title" @close=${() => {
      this.openName = undefined
    }}>
      <header>
        <h2 id="part-title">${part.title}</h2><span class="mono dim">${part.name}</span>
        <button class="btn primary end" type="button" @click=${() => this.box?.close()}>${t('draftParts.close')}</button>
      </header>
      <div class="desk">
        ${
          isFrame
            ? html`<xf-editor-frame src=${this.editor.src} label=${t('draftParts.editorOf', { name: part.name })} name=${part.name}
                .content=${part.content} ?readonly=${this.isReadOnly} @xf-frame=${this.hear}></xf-editor-frame>`
            : nothing
        }
        <aside>
          ${this.failure === '' ? nothing : html`<p class="note red" role="alert">${this.failure}</p>`}
          ${this.renderBeside(part)}
        </aside>
      </div>
    </dialog>`
  }
}

/** What is wrong, as a list; or that nothing is. */
export const problemList = (problems: readonly string[], fine: string): TemplateResult =>
  html`<h3>${t('draftParts.check')}</h3>
    ${problems.length === 0 ? html`<p class="sub">${fine}</p>` : html`<ul class="problems" role="status">${problems.map(problem => html`<li>${problem}</li>`)}</ul>`}`
