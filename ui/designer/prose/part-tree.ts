import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { type Names, type Outline, outlineTree, type TreeItem } from '../../../server/prose/index.ts'
import { XfElement } from '../../components/element.ts'
import { language } from '../../preferences.ts'
import { t } from '../../words/index.ts'
import { type ActAnswer, renderActForm } from './act-form.ts'
import { givenFor } from './given-choices.ts'
import { type Given, type PartAct, partActs } from './part-acts.ts'

/** An item as it is shown: its depth, whether it is open, and whom it lies in. */
interface Row {
  item: TreeItem
  depth: number
  parentId: string | undefined
}

/** The diagram as a tree of its parts, to read and to edit with the keyboard alone. Tells `xf-pick` and `xf-edit`. */
@customElement('xf-part-tree')
export class PartTree extends XfElement {
  static override styles = [
    XfElement.styles,
    css`
      :host { display: grid; grid-template-rows: minmax(0, 1fr) auto; height: 100%; position: relative; font-size: var(--t-table); }
      [role="tree"] { overflow: auto; padding: 0 0 var(--s2); outline: none; }
      [role="treeitem"] { display: grid; grid-template-columns: 16px minmax(0, 1fr); gap: 4px; padding: 3px var(--s4); line-height: 1.6; cursor: default; }
      [role="treeitem"] > span:first-child { color: var(--ink-3); }
      [role="treeitem"]:is(:hover, .pointed) { background: var(--hover); }
      [role="treeitem"][aria-selected="true"] { background: var(--picked); }
      [role="treeitem"]:focus-visible { outline-offset: -2px; }
      .d1 { padding-inline-start: calc(var(--s4) + 16px); }
      .d2 { padding-inline-start: calc(var(--s4) + 32px); }
      .d3 { padding-inline-start: calc(var(--s4) + 48px); }
      .d4 { padding-inline-start: calc(var(--s4) + 64px); }
      .flow { color: var(--ink-2); }
      .acts { display: flex; flex-wrap: wrap; gap: var(--s1) var(--s2); align-items: center; padding: 4px var(--s4); border-top: 1px solid var(--line); background: var(--sheet); }
      .acts form { display: contents; }
      .acts .btn { min-height: 28px; padding: 0 var(--s2); font-size: var(--t-label); }
      .acts kbd { margin-inline-start: 4px; color: var(--ink-3); font-size: 11px; }
      .acts label { display: flex; align-items: center; gap: 6px; font-size: var(--t-label); color: var(--ink-2); }
      .acts .in { min-height: 28px; width: auto; min-width: 160px; font-size: var(--t-table); }
    `,
  ]

  @property({ attribute: false }) outline: Outline = { parts: [] }
  @property({ attribute: false }) names: Names = {}
  @property({ attribute: false }) picked: string | undefined
  @property({ attribute: false }) pointed: string | undefined
  @property({ attribute: false }) isReadOnly = false
  @state() private folded: ReadonlySet<string> = new Set()
  @state() private current: string | undefined
  @state() private asking: PartAct | undefined
  private items: readonly TreeItem[] = []
  private rows: readonly Row[] = []
  private given: Given = { outline: { parts: [] }, steps: [], limits: [], roles: [] }
  private wantsFocus = false
  private wanted: string | undefined

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('outline') || changed.has('names')) {
      this.items = outlineTree(this.outline, this.names)
      this.given = givenFor(this.outline, this.names)
    }
    if (changed.has('picked')) this.wanted = this.picked
    // What was just drawn is picked before it is in the outline.
    if (this.wanted !== undefined && this.outline.parts.some(({ id }) => id === this.wanted)) this.follow(this.wanted)
    this.rows = this.items.flatMap(item => this.rowsOf(item, 0, undefined))
    if (!this.rows.some(({ item }) => item.part.id === this.current)) this.current = this.rows[0]?.item.part.id
  }

  /** Goes where somebody else has gone; the focus comes along when it is here. */
  private follow(id: string): void {
    this.wanted = undefined
    if (id === this.current || !this.items.some(item => item.part.id === id || pathTo([item], id).length > 0)) return
    this.wantsFocus = this.shadowRoot?.activeElement?.getAttribute('role') === 'treeitem'
    this.go(id, false)
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('pointed') && !this.matches(':hover'))
      this.renderRoot.querySelector('.pointed')?.scrollIntoView({ block: 'nearest' })
    const row = this.renderRoot.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]')
    if (this.wantsFocus) row?.focus()
    this.wantsFocus = false
    if (this.asking) this.renderRoot.querySelector<HTMLElement>('form :is(input, select)')?.focus()
  }

  private rowsOf(item: TreeItem, depth: number, parentId: string | undefined): Row[] {
    const isOpen = !this.folded.has(item.part.id)
    const inner = isOpen ? item.children.flatMap(child => this.rowsOf(child, depth + 1, item.part.id)) : []
    return [{ item, depth, parentId }, ...inner]
  }

  /** Goes to a part; what it lies in is unfolded. */
  private go(id: string, isOwn = true): void {
    this.current = id
    const around = pathTo(this.items, id)
    if (around.some(each => this.folded.has(each)))
      this.folded = new Set([...this.folded].filter(each => !around.includes(each)))
    this.asking = undefined
    if (!isOwn) return
    this.wantsFocus = true
    this.tell('xf-pick', { elementId: id })
  }

  private fold(id: string, isFolded: boolean): void {
    this.folded = new Set(isFolded ? [...this.folded, id] : [...this.folded].filter(each => each !== id))
    this.wantsFocus = true
  }

  private readonly onKey = (event: KeyboardEvent) => {
    const at = this.rows.findIndex(({ item }) => item.part.id === this.current)
    const row = this.rows[at]
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return
    const isMove = this.move(event.key, at, row)
    const act = isMove ? undefined : this.actsFor(row).find(({ keys }) => keys.includes(event.key))
    if (!isMove && !act) return
    event.preventDefault()
    event.stopPropagation()
    if (act) this.begin(act)
  }

  private move(key: string, at: number, { item, parentId }: Row): boolean {
    const id = item.part.id
    const isOpen = item.children.length > 0 && !this.folded.has(id)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: this.rows.length - 1 }[key]
    const target = to === undefined ? undefined : this.rows[to]?.item.part.id
    if (target !== undefined) this.go(target)
    else if (key === 'ArrowRight' && isOpen) this.go(this.rows[at + 1]?.item.part.id ?? id)
    else if (key === 'ArrowRight' && item.children.length > 0) this.fold(id, false)
    else if (key === 'ArrowLeft' && isOpen) this.fold(id, true)
    else if (key === 'ArrowLeft' && parentId !== undefined) this.go(parentId)
    else return to !== undefined
    return true
  }

  private actsFor({ item }: Row): readonly PartAct[] {
    return this.isReadOnly ? [] : partActs.filter(act => act.fits(item.part, this.outline))
  }

  private begin(act: PartAct): void {
    const part = this.outline.parts.find(({ id }) => id === this.current)
    if (!part) return
    if (act.fields(part, this.given).length > 0) this.asking = act
    else this.finish(act, {})
  }

  private readonly finish = (act: PartAct, answers: ActAnswer | undefined) => {
    const part = this.outline.parts.find(({ id }) => id === this.current)
    this.asking = undefined
    this.wantsFocus = true
    if (!part || !answers) return
    if (act.id === 'remove') this.stepAside(part.id)
    this.tell('xf-edit', { edits: act.edits(part, answers) })
  }

  /** What is removed hands the place to the row before it. */
  private stepAside(id: string): void {
    const at = this.rows.findIndex(({ item }) => item.part.id === id)
    this.current = this.rows[Math.max(0, at - 1)]?.item.part.id
  }

  protected override render(): TemplateResult {
    const row = this.rows.find(({ item }) => item.part.id === this.current)
    return html`<p class="sr" id="help">${t(this.isReadOnly ? 'prose.readOnlyHelp' : 'prose.treeHelp')}</p>
      <div role="tree" aria-label=${t('prose.tree')} aria-describedby="help" @keydown=${this.onKey}>${repeat(
        this.rows,
        ({ item }) => item.part.id,
        row => this.renderRow(row),
      )}</div>
      ${row && !this.isReadOnly ? this.renderActs(row) : nothing}`
  }

  private renderRow({ item, depth }: Row): TemplateResult {
    const { id, type } = item.part
    const hasMore = item.children.length > 0
    const isOpen = !this.folded.has(id)
    return html`<div
      role="treeitem"
      class="d${Math.min(depth, 4)} ${type === 'bpmn:SequenceFlow' ? 'flow' : ''} ${id === this.pointed ? 'pointed' : ''}"
      aria-level=${depth + 1}
      aria-expanded=${hasMore ? isOpen : nothing}
      aria-selected=${id === this.current}
      tabindex=${id === this.current ? 0 : -1}
      data-element=${id}
      @focus=${() => {
        this.current = id
      }}
      @click=${() => this.go(id)}
      @dblclick=${() => this.fold(id, isOpen)}
    ><span aria-hidden="true">${hasMore ? (isOpen ? '▾' : '▸') : ''}</span><span>${item.label[language() === 'en' ? 'en' : 'zh']}</span></div>`
  }

  private renderActs(row: Row): TemplateResult {
    const { part } = row.item
    const { asking } = this
    if (asking)
      return html`<div class="acts">${renderActForm(asking, asking.fields(part, this.given), answers => this.finish(asking, answers))}</div>`
    return html`<div class="acts" role="group" aria-label=${t('prose.acts', { name: part.properties.name ?? part.id })}>
      ${this.actsFor(row).map(
        act =>
          html`<button class="btn quiet" type="button" data-act=${act.id} aria-keyshortcuts=${SPOKEN[act.shortcut] ?? act.shortcut} @click=${() => this.begin(act)}>${t(`prose.act.${act.id}`)}<kbd>${act.shortcut}</kbd></button>`,
      )}
    </div>`
  }
}

/** Keys by the names that assistive technology knows. */
const SPOKEN: Readonly<Record<string, string>> = { '+': 'Plus' }

/** Ids of what an item lies in, the outermost first. */
function pathTo(items: readonly TreeItem[], id: string): string[] {
  for (const { part, children } of items) {
    if (part.id === id) return []
    const inner = pathTo(children, id)
    if (inner.length > 0 || children.some(child => child.part.id === id)) return [part.id, ...inner]
  }
  return []
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-part-tree': PartTree
  }
}
