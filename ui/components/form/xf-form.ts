import { html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import {
  describeError,
  type FieldError,
  type Form,
  type FormContext,
  initialData,
  type Json,
  type JsonObject,
  type Language,
  resumedData,
  rootScope,
  shownData,
  type Validation,
  validateForm,
  valueAt,
  withValueAt,
} from '../../../server/forms/index.ts'
import { XfElement } from '../element.ts'
import { errorSummary } from './error-summary.ts'
import { focusPath } from './focus.ts'
import formCss from './form.css?inline'
import type { Session, Upload } from './place.ts'
import { drawComponents } from './views.ts'

/** What `xf-change` carries: everything entered so far, and the path that changed. */
export interface FormChange {
  readonly data: JsonObject
  readonly path: string
}

/**
 * Fills in a form: draws it, checks it as the server will, and says `xf-change` when something is entered.
 * `data` is a draft to go on from; once the person has entered something it is theirs until `reset()`.
 */
@customElement('xf-form')
export class XfForm extends XfElement {
  static override styles = [XfElement.styles, unsafeCSS(formCss)]

  @property({ attribute: false }) form?: Form
  @property({ attribute: false }) data?: JsonObject
  @property({ attribute: false }) context: FormContext = { variables: {}, now: Date.now() }
  /** What the server found wrong; each is shown until its field is changed. */
  @property({ attribute: false }) errors: readonly FieldError[] = []
  @property({ attribute: false }) upload?: Upload
  @property({ type: Boolean }) readonly = false

  @state() private entered: JsonObject = {}
  @state() private left: ReadonlySet<string> = new Set()
  @state() private isAttempted = false
  @state() private answered: ReadonlySet<FieldError> = new Set()
  private isTouched = false
  private readonly onTheWay = new Set<Promise<unknown>>()
  private shownErrors: readonly FieldError[] = []

  /** Everything entered so far, also where it is hidden or wrong. */
  get value(): JsonObject {
    return this.entered
  }

  /** Waits for files that are on their way, so that none is left behind; false if one did not arrive, which its field then says. */
  async allUploaded(): Promise<boolean> {
    const arrivals = await Promise.allSettled(this.onTheWay)
    return arrivals.every(({ status }) => status === 'fulfilled')
  }

  /** Checks everything, shows what is wrong and moves the focus to the first of it. */
  validate(): Validation {
    if (!this.form) return { ok: true, data: {} }
    const answer = validateForm(this.form, this.entered, this.context)
    this.isAttempted = true
    const [first] = answer.ok ? [] : answer.errors
    if (first) this.focusAt(first.path)
    return answer
  }

  /** Goes back to the draft and the process's values, dropping what was entered since. */
  reset(): void {
    this.isTouched = false
    this.isAttempted = false
    this.left = new Set()
    this.open()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isNewForm = changed.has('form') && !isSame(changed.get('form'), this.form)
    if (isNewForm || (!this.isTouched && (changed.has('data') || changed.has('context')))) {
      if (isNewForm) this.reset()
      else this.open()
    }
    if (changed.has('errors')) this.answered = new Set()
    this.shownErrors = this.findErrors()
  }

  protected override updated(changed: PropertyValues<this>): void {
    const [first] = this.errors
    if (changed.has('errors') && first) this.focusAt(first.path)
  }

  protected override render(): TemplateResult | typeof nothing {
    const { form } = this
    if (!form) return nothing
    const shown = shownData(form, this.entered, this.context)
    const scope = rootScope(form, shown, this.context)
    const session = this.session()
    const place = { session, scope, entered: this.entered, shown, pointer: '', depth: 0 }
    const summed = this.isAttempted || this.errors.length > 0 ? this.shownErrors : []
    return html`
      ${errorSummary(form, summed, session.language, path => this.focusAt(path))}
      ${drawComponents(form.components, place)}
    `
  }

  private open(): void {
    if (!this.form) return
    this.entered = this.data ? resumedData(this.form, this.data, this.context) : initialData(this.form, this.context)
  }

  private findErrors(): FieldError[] {
    if (!this.form || this.readonly) return []
    const fromServer = this.errors.filter(error => !this.answered.has(error))
    const answer = validateForm(this.form, this.entered, this.context)
    const found = answer.ok ? [] : answer.errors.filter(({ path }) => this.isAttempted || this.hasLeft(path))
    const isNew = (error: FieldError) => !found.some(({ path, id }) => path === error.path && id === error.id)
    return [...found, ...fromServer.filter(isNew)]
  }

  private readonly hasLeft = (path: string): boolean =>
    [...this.left].some(left => path === left || path.startsWith(`${left}/`))

  private session(): Session {
    const language: Language = document.documentElement.lang.startsWith('en') ? 'en' : 'zh'
    return {
      language,
      isReadonly: this.readonly,
      upload: this.upload && (file => this.send(file)),
      errorAt: path => {
        const error = this.shownErrors.find(found => found.path === path || found.path.startsWith(`${path}/`))
        return error && describeError(error, language)
      },
      entered: path => valueAt(this.entered, path),
      change: (path, value) => this.change(path, value),
      leave: path => {
        // Passing through a field with Tab is no reason to be told that it is empty.
        if (this.isTouched) this.left = new Set([...this.left, path])
      },
      focus: path => this.focusAt(path),
      draw: drawComponents,
    }
  }

  private send(file: File): ReturnType<Upload> {
    const arrival = this.upload!(file)
    this.onTheWay.add(arrival)
    const forget = () => this.onTheWay.delete(arrival)
    arrival.then(forget, forget)
    return arrival
  }

  private change(path: string, value: Json): void {
    this.entered = withValueAt(this.entered, path, value)
    this.isTouched = true
    const touches = (error: FieldError) =>
      error.path === path || error.path.startsWith(`${path}/`) || path.startsWith(`${error.path}/`)
    this.answered = new Set([...this.answered, ...this.errors.filter(touches)])
    // Rows move when one is added or removed, so what was said about them no longer fits.
    if (Array.isArray(value)) this.left = new Set([...this.left].filter(left => !left.startsWith(`${path}/`)))
    this.tell<FormChange>('xf-change', { data: this.entered, path })
  }

  private focusAt(path: string): void {
    void this.updateComplete.then(() => focusPath(this.renderRoot as ShadowRoot, path))
  }
}

/** A page that asks again gets an equal form in a new object; what was entered must outlive that. */
const isSame = (before: Form | undefined, now: Form | undefined): boolean =>
  before !== undefined && JSON.stringify(before) === JSON.stringify(now)

declare global {
  interface HTMLElementTagNameMap {
    'xf-form': XfForm
  }
}
