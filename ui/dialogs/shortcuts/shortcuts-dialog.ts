import { css, html, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { type KeyScope, shortcuts } from '../../keys.ts'
import { t, type WordId } from '../../words/index.ts'
import { DialogElement } from '../dialog-element.ts'

const groups: readonly [KeyScope, WordId][] = [
  ['everywhere', 'keys.everywhere'],
  ['list', 'keys.inList'],
  ['task', 'keys.onTask'],
]

/** The table of shortcuts, as the handlers know it. */
@customElement('xf-shortcuts-dialog')
export class ShortcutsDialog extends DialogElement<void> {
  static override styles = [
    DialogElement.styles,
    css`
      h3 { font-size: var(--t-table); margin-top: var(--s3); padding-bottom: var(--s1); border-bottom: 1px solid var(--line); }
      dl { display: grid; grid-template-columns: 1fr auto; font-size: var(--t-table); }
      dt, dd { padding: 6px 0; border-bottom: 1px solid var(--line); }
      dd {
        text-align: right;
      }
      p { margin-top: var(--s3); }
    `,
  ]

  protected override renderBox(): TemplateResult {
    return html`<form method="dialog">
      <header><h2 id="title">${t('keys.title')}</h2></header>
      <div>
        ${groups.map(([scope, word]) => this.renderGroup(scope, word))}
        <p class="small dim">${t('keys.note')}</p>
      </div>
      <footer><button class="btn primary" autofocus>${t('common.close')}</button></footer>
    </form>`
  }

  private renderGroup(scope: KeyScope, word: WordId): TemplateResult {
    return html`<h3>${t(word)}</h3>
      <dl>
        ${shortcuts
          .filter(each => each.scope === scope)
          .map(
            ({ keys, word: what }) =>
              html`<dt>${t(what)}</dt><dd>${keys.map(key => html`<kbd>${key === 'Escape' ? 'Esc' : key}</kbd> `)}</dd>`,
          )}
      </dl>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-shortcuts-dialog': ShortcutsDialog
  }
}
