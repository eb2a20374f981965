import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { BundleFile } from '../../api-types.ts'
import { language } from '../../preferences.ts'
import { t } from '../../words/index.ts'
import { type Part, tablesIn } from '../frames/bundle-parts.ts'
import { newTable, type PartChange, renamedTable } from '../frames/part-changes.ts'
import { PartPanel, type PartState, problemList } from '../frames/part-panel.ts'
import './table-trial.ts'
import { judgeTable, type TableJudgement } from './judge-table.ts'

/** The decision tables of a draft, each with the editor of dmn-js; beside it what the server will say. */
@customElement('xf-draft-tables')
export class TablesPanel extends PartPanel {
  protected override readonly editor = { src: '/designer/tables/table-frame.html', showsReadOnly: true }
  protected override readonly words = {
    text: 'draftParts.tablesText',
    none: 'draftParts.noTables',
    noneText: 'draftParts.noTablesText',
    add: 'draftParts.newTable',
  } as const
  protected override readonly ending = '.dmn'
  private readonly judged = new Map<string, TableJudgement>()

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed)
    if (changed.has('files')) for (const { content } of tablesIn(this.files)) void this.judge(content)
  }

  private async judge(content: string): Promise<void> {
    if (this.judged.has(content)) return
    this.judged.set(content, await judgeTable(content, language() === 'en' ? 'en' : 'zh'))
    this.requestUpdate()
  }

  protected override partsIn(files: readonly BundleFile[]): Part[] {
    return tablesIn(files)
  }

  protected override stateOf({ content }: Part): PartState {
    const rules = content.match(/<(?:\w+:)?rule\b/g)?.length ?? 0
    return { said: t('draftParts.rules', { n: rules }), problems: this.judged.get(content)?.problems ?? [] }
  }

  protected override added(name: string): PartChange {
    return newTable(name)
  }

  protected override renamed(part: Part, name: string): PartChange {
    return renamedTable(part, name)
  }

  protected override renderBeside(part: Part): TemplateResult {
    const model = this.judged.get(part.content)?.model
    return html`${problemList(this.stateOf(part).problems, t('draftParts.tableFine'))}
      ${model ? html`<h3>${t('draftParts.try')}</h3><xf-table-trial .content=${part.content} .model=${model}></xf-table-trial>` : nothing}`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-draft-tables': TablesPanel
  }
}
