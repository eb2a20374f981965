import { html, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { api } from '../../api.ts'
import type { ExclusionKind, TaskDetail } from '../../api-types.ts'
import { longDate, officeNow } from '../../office-time.ts'
import { t } from '../../words/index.ts'
import { ReasonDialog } from './reason-dialog.ts'

/** Leaves a period out of the limits of a task. */
@customElement('xf-exclusion-dialog')
export class ExclusionDialog extends ReasonDialog {
  @property({ attribute: false }) task!: TaskDetail

  protected get words() {
    return {
      ...{ title: t('exclude.title'), text: t('exclude.text'), submit: t('exclude.submit') },
      ...{ done: t('exclude.done'), reason: t('exclude.reason') },
    }
  }

  protected override renderFields(): TemplateResult {
    const kinds = new Map(
      this.task.limitReasons.flatMap(({ excludable }) => excludable.map(each => [each.value, each.name])),
    )
    const today = longDate(officeNow()).slice(0, 10)
    return html`<div class="field">
        <label class="label" for="kind">${t('exclude.kind')}</label>
        <select class="in" id="kind" name="kind">${[...kinds].map(([value, name]) => html`<option value=${value}>${name}</option>`)}</select>
      </div>
      <div class="field"><label class="label" for="from">${t('exclude.from')}</label><input class="in" id="from" name="from" type="date" max=${today} .value=${today} /></div>
      <div class="field"><label class="label" for="to">${t('exclude.to')}</label><input class="in" id="to" name="to" type="date" .value=${today} /></div>`
  }

  protected async act(text: (name: string) => string): Promise<void> {
    await api.excludePeriod(this.task.userTaskKey, {
      kind: text('kind') as ExclusionKind,
      ...{ from: text('from'), to: text('to'), reason: text('reason') },
    })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-exclusion-dialog': ExclusionDialog
  }
}
