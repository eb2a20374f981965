import { html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { isA, type ModdleElement, textOf } from '../../../server/bpmn/moddle.ts'
import { api } from '../../api.ts'
import type { BundleFile, ProcessDraft } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import { icon } from '../../components/icon.ts'
import { t, type WordId } from '../../words/index.ts'
import type { DraftModeler } from '../canvas/draft-modeler.ts'
import { actionsAbout, actionsGroup } from './actions-group.ts'
import { basisAbout, basisGroup, type StatuteSearch } from './basis-group.ts'
import { line, row } from './fields.ts'
import { limitAbout, limitGroup } from './limit-group.ts'
import { conditionGroup, formAbout, formGroup, hasCondition } from './more-groups.ts'
import look from './properties.css?inline'
import { startAbout, startGroup } from './start-group.ts'
import { type Choices, type Subject, wordsOf } from './subject.ts'
import { verbsAbout, verbsGroup } from './verbs-group.ts'
import { whoAbout, whoGroup } from './who-group.ts'

const NOTHING: Choices = { roles: [], organisations: [], limits: [] }

/** What can be said of the chosen element, in the words of the trade; all else stands under 技术. Tells `xf-edit`, `xf-file` and `xf-tab`. */
@customElement('xf-draft-properties')
export class DraftProperties extends XfElement {
  static override styles = [XfElement.styles, unsafeCSS(look)]

  @property({ attribute: false }) modeler: DraftModeler | undefined
  @property({ attribute: false }) picked: string | undefined
  @property({ attribute: false }) draft: ProcessDraft | undefined
  @property({ attribute: false }) files: readonly BundleFile[] = []
  /** Grows whenever the diagram has changed. */
  @property({ attribute: false }) revision = 0
  @property({ type: Boolean }) isReadOnly = false
  @state() private isTechnical = false
  @state() private choices = NOTHING
  @state() private search: StatuteSearch = { words: '', hits: [], isOpen: false }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.askChoices()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('picked')) this.search = { words: '', hits: [], isOpen: false }
  }

  private async askChoices(): Promise<void> {
    // Who may not read a list sees the values as they are written.
    const [organisations, limits] = await Promise.allSettled([api.organisations(), api.limitParameters()])
    const { items, roles } = organisations.status === 'fulfilled' ? organisations.value : { items: [], roles: [] }
    this.choices = { organisations: items, roles, limits: limits.status === 'fulfilled' ? limits.value.items : [] }
  }

  private readonly find = (search: StatuteSearch) => {
    const isNew = search.words !== this.search.words && search.words.trim() !== ''
    this.search = search
    if (isNew)
      void api.statutes(search.words.trim()).then(
        ({ hits }) => {
          if (this.search.words === search.words) this.search = { ...this.search, hits }
        },
        () => undefined,
      )
  }

  /** What is chosen; the process when nothing is. */
  private get subject(): Subject | undefined {
    const elementId = this.picked ?? this.draft?.processId ?? ''
    const element = this.modeler?.business(elementId)
    if (!element) return undefined
    const { choices, files, isReadOnly } = this
    return {
      ...{ element, elementId, choices, files, isReadOnly, words: wordsOf(element) },
      edit: edits => this.tell('xf-edit', { edits }),
      writeFile: (name, content) => this.tell('xf-file', { name, content }),
    }
  }

  protected override render(): TemplateResult {
    const { subject } = this
    if (!subject) return html``
    const { element } = subject
    return html`<section aria-label=${t('draft.properties')} data-element=${subject.elementId}>
      <header><b>${textOf(element, 'name') || t('draft.noName')}</b> <span class="dim small">${t(kindWord(element))}</span></header>
      ${this.renderName(subject)}
      ${element.$type === 'bpmn:UserTask' ? this.renderTask(subject) : nothing}
      ${element.$type === 'bpmn:Process' ? this.renderProcess(subject) : nothing}
      ${hasCondition(element) ? this.group('draft.group.condition', '', conditionGroup(subject)) : nothing}
      ${this.isReadOnly ? nothing : this.renderTechnical(subject.elementId)}
    </section>`
  }

  private renderName({ element, elementId, edit, isReadOnly }: Subject): TemplateResult {
    const write = (name: string) => edit([{ kind: 'rename', elementId, name }])
    return html`<div class="rows name">${row(t('draft.name'), line(t('draft.name'), textOf(element, 'name') ?? '', write, isReadOnly))}</div>`
  }

  private renderTask(subject: Subject): TemplateResult {
    return html`${this.group('draft.group.who', whoAbout(subject), whoGroup(subject))}
      ${this.group('draft.group.limit', limitAbout(subject), limitGroup(subject))}
      ${this.group('draft.group.basis', basisAbout(subject), basisGroup(subject, this.search, this.find))}
      ${this.group('draft.group.actions', actionsAbout(subject), actionsGroup(subject))}
      ${this.group('draft.group.verbs', verbsAbout(subject), verbsGroup(subject), false)}
      ${this.group('draft.group.form', formAbout(subject), formGroup(subject, this.openForm), false)}`
  }

  private renderProcess(subject: Subject): TemplateResult {
    return html`${this.group('draft.group.start', startAbout(subject), startGroup(subject))}
      ${this.group('draft.group.limit', limitAbout(subject), limitGroup(subject))}`
  }

  private readonly openForm = () => this.tell('xf-tab', { side: 'left', id: 'forms' })

  private renderTechnical(elementId: string): TemplateResult {
    const toggle = (event: Event) => {
      this.isTechnical = (event.currentTarget as HTMLDetailsElement).open
      if (this.isTechnical) void import('../tech-panel.ts')
    }
    return html`<details ?open=${this.isTechnical} data-group="technical" @toggle=${toggle}>
      <summary>${icon('down')}${t('draft.group.technical')} <span class="mono">${elementId}</span></summary>
      ${this.isTechnical ? html`<xf-draft-tech .modeler=${this.modeler}></xf-draft-tech>` : nothing}
    </details>`
  }

  private group(word: WordId, about: string, content: TemplateResult, isOpen = true): TemplateResult {
    return html`<details ?open=${isOpen} data-group=${word.replace('draft.group.', '')}>
      <summary>${icon('down')}${t(word)} <span>${about}</span></summary>${content}
    </details>`
  }
}

function kindWord(element: ModdleElement): WordId {
  if (element.$type === 'bpmn:UserTask') return 'draft.kindOf.UserTask'
  if (element.$type === 'bpmn:Process') return 'draft.kindOf.Process'
  if (isA(element, 'bpmn:Activity')) return 'draft.kindOf.Task'
  if (isA(element, 'bpmn:Event')) return 'draft.kindOf.Event'
  if (isA(element, 'bpmn:Gateway')) return 'draft.kindOf.Gateway'
  return element.$type === 'bpmn:SequenceFlow' ? 'draft.kindOf.Flow' : 'draft.kindOf.Other'
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-draft-properties': DraftProperties
  }
}
