import { css, html, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { XfElement } from '../../components/element.ts'
import { KeysController } from '../../keys.ts'
import { navigate } from '../../navigation.ts'
import type { PathParams } from '../../routes.ts'
import { may } from '../../session.ts'
import { t } from '../../words/index.ts'
import './task-sheet.ts'

/** One task on a page of its own: a link to it can be sent to a colleague. */
@customElement('xf-task-page')
export class TaskPage extends XfElement {
  static override styles = [XfElement.styles, css`:host { display: grid; min-height: 0; height: 100%; }`]

  @property({ attribute: false }) params: PathParams = {}
  @property({ attribute: false }) query = new URLSearchParams()

  constructor() {
    super()
    new KeysController(this, { back: () => navigate(this.home) })
  }

  private get home(): string {
    return may(['work']) ? '/inbox' : '/instances'
  }

  private readonly onDone = (event: CustomEvent<{ left: boolean }>) => {
    if (event.detail.left) navigate(this.home)
  }

  protected override render(): TemplateResult {
    return html`<xf-task-sheet alone .taskKey=${this.params.key ?? ''} back=${this.home} back-word=${t('inbox.title')} @xf-done=${this.onDone}></xf-task-sheet>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-task-page': TaskPage
  }
}
