import { css, html, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { FieldError, Form, FormContext, JsonObject, Validation } from '../../../server/forms/index.ts'
import { api } from '../../api.ts'
import type { Variables } from '../../api-types.ts'
import { XfElement } from '../../components/element.ts'
import '../../components/form/xf-form.ts'
import type { Upload } from '../../components/form/place.ts'
import type { XfForm } from '../../components/form/xf-form.ts'
import { OFFICE_ZONE, officeNow } from '../../office-time.ts'
import { listsNeeded, peopleLists } from './people-lists.ts'

/** A form on a sheet: hands the renderer what it needs from the server (lists of people, a place for files). */
@customElement('xf-sheet-form')
export class SheetForm extends XfElement {
  static override styles = [XfElement.styles, css`:host { display: block; max-width: 904px; }`]

  @property({ attribute: false }) form!: Form
  /** What the process gives. */
  @property({ attribute: false }) variables: Variables = {}
  /** What was filled in earlier and not submitted. */
  @property({ attribute: false }) draft: JsonObject | undefined
  @property({ attribute: false }) errors: readonly FieldError[] = []
  @property({ type: Boolean }) readonly = false
  /** Where files go; a rehearsal has a place of its own. */
  @property({ attribute: false }) upload: Upload = api.upload
  /** What the form takes for now (UTC ms); default: the office's time. */
  @property({ attribute: false }) now: number | undefined
  @query('xf-form') private renderer!: XfForm
  private context: FormContext = { variables: {}, now: officeNow() }
  private lists: Variables = {}

  /** Everything filled in so far. */
  get value(): JsonObject {
    return this.renderer.value
  }

  /** Waits for files that are on their way; false if one did not arrive. */
  allUploaded(): Promise<boolean> {
    return this.renderer.allUploaded()
  }

  /** Checks everything, shows what is wrong; conditions may read the result field that a button is about to set. */
  validate(result: Variables = {}): Validation {
    this.renderer.context = { ...this.context, variables: { ...this.context.variables, ...result } }
    return this.renderer.validate()
  }

  /** Goes back to the draft and what the process gives. */
  reset(): void {
    this.renderer.reset()
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('form')) void this.fetchLists()
    if (changed.has('variables') || changed.has('form') || changed.has('now')) this.join()
  }

  private async fetchLists(): Promise<void> {
    const needed = listsNeeded(this.form).filter(name => !(name in this.variables))
    if (needed.length === 0) return
    const found = await Promise.all(needed.map(async name => [name, await optionsOf(name)] as const))
    this.lists = Object.fromEntries(found)
    this.join()
    this.requestUpdate()
  }

  private join(): void {
    this.context = { variables: { ...this.lists, ...this.variables }, now: this.now ?? officeNow(), zone: OFFICE_ZONE }
  }

  protected override render(): TemplateResult {
    return html`<xf-form
      .form=${this.form}
      .context=${this.context}
      .data=${this.draft}
      .errors=${this.errors}
      .upload=${this.upload}
      ?readonly=${this.readonly}
    ></xf-form>`
  }
}

/** People as options; a list that cannot be fetched is empty, and the field says that nothing can be chosen. */
async function optionsOf(name: string): Promise<{ label: string; value: string }[]> {
  try {
    const { items } = await api.people(peopleLists[name] ?? {})
    return items.map(person => ({ label: person.name, value: person.personId }))
  } catch {
    return []
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-sheet-form': SheetForm
  }
}
