import { css, html, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { property } from 'lit/decorators.js'
import type { Change } from '../../../server/prose/index.ts'
import type { BundleFile } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import { emptyFace } from '../../components/faces.ts'
import { icon } from '../../components/icon.ts'
import { changeList, changeListStyles } from '../../designer/compare/change-list.ts'
import { changesBetween } from '../../designer/compare/changes-between.ts'
import '../../designer/compare/compared-canvases.ts'
import { mergeList, mergeListStyles } from '../../designer/compare/merge-list.ts'
import type { Merge } from '../../designer/compare/merge-of.ts'
import { navigate, withQuery } from '../../navigation.ts'
import { Resource } from '../../resource.ts'
import type { PathParams } from '../../routes.ts'
import page from '../../styles/page.css?inline'
import { t } from '../../words/index.ts'

interface Side {
  name: string
  xml: string
}

/** Two bundles and what changed between them. */
export interface Compared {
  title: string
  back: string
  before: Side
  after: Side
  changes: Change[]
  /** Where a release proposes it: what the office and the release each made of the product's earlier version. */
  merge?: Merge
}

/** Two bundles of files: their canvases in step, and what changed as sentences. Which two they are says who extends it. */
export abstract class ComparedPage extends XfElement {
  static override styles = [
    XfElement.styles,
    unsafeCSS(page),
    changeListStyles,
    mergeListStyles,
    css`
      :host { display: block; overflow: auto; }
      .page { display: grid; grid-template-rows: auto minmax(0, 1fr); max-width: none; height: 100%; padding: 0; }
      .page > header { margin: 0; padding: var(--s3) var(--s6) var(--s3) var(--s4); border-bottom: 1px solid var(--line); align-items: center; }
      .body { display: grid; grid-template-columns: minmax(0, 1fr) 340px; min-height: 0; }
      aside { overflow: auto; border-left: 1px solid var(--line); padding-bottom: var(--s6); }
      aside .said { margin: 0; padding: var(--s1) var(--s4) 0; color: var(--ink-2); font-size: var(--t-table); line-height: 1.7; }
      aside h2 { padding: var(--s3) var(--s4) 0; font-size: var(--t-table); }
      aside .face { padding: 0 var(--s4); }
      aside .face h2 { padding: var(--s2) 0 0; }
      @media (max-width: 900px) {
        .page { height: auto; }
        .body { grid-template-columns: minmax(0, 1fr); }
        aside { order: -1; border-left: 0; border-bottom: 1px solid var(--line); }
        xf-compared-canvases { min-height: 70dvh; }
      }
    `,
  ]

  @property({ attribute: false }) params: PathParams = {}
  @property({ attribute: false }) query = new URLSearchParams()
  protected abstract load(signal: AbortSignal): Promise<Compared>

  private readonly compared = new Resource<Compared>(this, {
    load: signal => this.load(signal),
    kinds: ['process-draft', 'process-definition'],
    lazy: true,
  })

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('params')) void this.compared.reload()
  }

  protected override updated(): void {
    document.title = `${t('compare.title')} · ${this.compared.value?.title ?? ''} · ${t('common.product')}`
  }

  private get picked(): string | undefined {
    return this.query.get('element') ?? undefined
  }

  private readonly pick = (elementId: string | undefined) =>
    navigate(withQuery({ element: elementId }), { replace: true })

  protected override render(): TemplateResult {
    return this.compared.render(found => this.renderContent(found), 8)
  }

  private renderContent({ title, back, before, after, changes, merge }: Compared): TemplateResult {
    return html`<div class="page" data-face="content">
      <header>
        <a class="btn quiet icon" href=${back} aria-label=${t('compare.back')}>${icon('left')}</a>
        <h1>${title}</h1>
        <p>${before.name} → ${after.name}，${t('compare.count', { n: changes.length })}</p>
      </header>
      <div class="body">
        <xf-compared-canvases .older=${before} .newer=${after} .changes=${changes} .picked=${this.picked}
          @xf-pick=${({ detail }: CustomEvent<{ elementId: string }>) => this.pick(detail.elementId)}></xf-compared-canvases>
        <aside aria-label=${t('compare.list')}>${merge ? this.renderMerge(merge) : this.renderChanges(changes)}</aside>
      </div>
    </div>`
  }

  private readonly pickOf = ({ elementIds: [id] }: Change) => this.pick(id)

  private renderChanges(changes: readonly Change[]): TemplateResult {
    return html`<h2>${t('compare.list')}</h2>
      ${changes.length === 0 ? emptyFace(t('compare.none'), t('compare.noneText')) : changeList(changes, this.picked, this.pickOf)}`
  }

  private renderMerge({ base, own, sides }: Merge): TemplateResult {
    return html`<h2>${t('merge.title')}</h2><p class="said">${t('merge.said', { base, own })}</p>
      ${mergeList(sides, this.picked, this.pickOf)}`
  }
}

/** Two bundles, each with what it is called, and what changed from the first to the second. */
export async function compared(
  title: string,
  back: string,
  [nameBefore, before]: readonly [string, readonly BundleFile[]],
  [nameAfter, after]: readonly [string, readonly BundleFile[]],
): Promise<Compared> {
  const xml = (files: readonly BundleFile[]) => files.find(({ name }) => name.endsWith('.bpmn'))?.content ?? ''
  return {
    ...{ title, back },
    before: { name: nameBefore, xml: xml(before) },
    after: { name: nameAfter, xml: xml(after) },
    changes: await changesBetween(before, after),
  }
}
