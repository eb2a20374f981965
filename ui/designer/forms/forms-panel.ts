import { html, nothing, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { BundleFile } from '../../api-types.ts'
import '../../components/form/xf-form.ts'
import { officeNow } from '../../office-time.ts'
import { language } from '../../preferences.ts'
import { t } from '../../words/index.ts'
import { formsIn, type Part, tasksIn } from '../frames/bundle-parts.ts'
import { newForm, type PartChange, partName, renamedForm } from '../frames/part-changes.ts'
import { PartPanel, type PartState, problemList } from '../frames/part-panel.ts'
import { type FormJudgement, judgeForm } from './judge-form.ts'

/** The forms of a draft, each with the editor of form-js; beside it what the server will say, and the form as staff get it. */
@customElement('xf-draft-forms')
export class FormsPanel extends PartPanel {
  protected override readonly editor = { src: '/designer/forms/form-frame.html', showsReadOnly: false }
  protected override readonly words = {
    text: 'draftParts.formsText',
    none: 'draftParts.noForms',
    noneText: 'draftParts.noFormsText',
    add: 'draftParts.newForm',
  } as const
  protected override readonly ending = '.form'
  private readonly judged = new Map<string, FormJudgement>()
  private readonly context = { variables: {}, now: officeNow() }

  protected override partsIn(files: readonly BundleFile[]): Part[] {
    return formsIn(files)
  }

  private judge({ content }: Part): FormJudgement {
    const speaks = language() === 'en' ? 'en' : 'zh'
    const key = `${speaks}${content}`
    const known = this.judged.get(key) ?? judgeForm(content, speaks)
    this.judged.set(key, known)
    return known
  }

  protected override stateOf(part: Part): PartState {
    const { components, problems } = this.judge(part)
    return { said: t('draftParts.fields', { n: components }), problems }
  }

  /** The picked task that has no form yet. */
  private get bareTask() {
    const task = tasksIn(this.files).tasks.find(({ elementId }) => elementId === this.picked)
    return task && !formsIn(this.files).some(({ uses }) => uses.some(use => use.elementId === task.elementId))
      ? task
      : undefined
  }

  protected override addOffer(): { label: string; name: string } {
    const task = this.bareTask
    if (!task) return super.addOffer()
    return { label: t('draftParts.newFormFor', { name: task.name }), name: partName(task.elementId) }
  }

  protected override added(name: string): PartChange {
    return newForm(tasksIn(this.files).processId, name, this.bareTask?.elementId)
  }

  protected override renamed(part: Part, name: string): PartChange {
    return renamedForm(part, tasksIn(this.files).processId, name)
  }

  protected override renderBeside(part: Part): TemplateResult {
    const { form, problems, sharedParts } = this.judge(part)
    return html`${problemList(problems, t('draftParts.checkFine'))}
      ${sharedParts.length === 0 ? nothing : html`<p class="note">${t('draftParts.shared', { parts: sharedParts.join('、') })}</p>`}
      ${
        form
          ? html`<h3>${t('draftParts.preview')}</h3>
            <p class="help">${t('draftParts.previewText')}</p>
            <xf-form .form=${form} .context=${this.context}></xf-form>`
          : nothing
      }`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-draft-forms': FormsPanel
  }
}
