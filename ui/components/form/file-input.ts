import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { classMap } from 'lit/directives/class-map.js'
import { type FileReference, type FilesField, isAccepted, type Json } from '../../../server/forms/index.ts'
import { XfElement } from '../element.ts'
import { type IconName, icon } from '../icon.ts'
import { describedBy, fieldset, invalid } from './field-frame.ts'
import { type FieldAt, fieldAt, type Place } from './place.ts'
import { fileSize, kindNames, say } from './words.ts'

/** Files to choose or to drop, and those that are there already. */
export function fileInput(field: FilesField, place: Place): TemplateResult {
  const at = fieldAt(field, place)
  return fieldset(field, at, html`<xf-file-picker .field=${field} .at=${at}></xf-file-picker>`)
}

interface Sending {
  readonly file: File
  readonly failure?: string
}

/** Uploads what is chosen or dropped and lists it. Drawn into the form's own root, so that its names and styles hold. */
@customElement('xf-file-picker')
export class XfFilePicker extends XfElement {
  @property({ attribute: false }) field!: FilesField
  @property({ attribute: false }) at!: FieldAt
  @state() private sending: readonly Sending[] = []
  @state() private isOver = false

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  protected override render(): TemplateResult {
    const files = filesIn(this.at.value)
    return html`
      ${files.length + this.sending.length === 0 ? nothing : html`<ul class="files">${files.map(this.drawFile)}${this.sending.map(this.drawSending)}</ul>`}
      ${this.at.isLocked ? nothing : this.drawPicker(files.length)}
    `
  }

  private drawPicker(count: number): TemplateResult {
    const { field, at } = this
    const word = field.multiple ? 'pickFiles' : count > 0 ? 'pickOther' : 'pickFile'
    return html`<div
      class=${classMap({ drop: true, over: this.isOver })}
      @dragover=${this.onDragOver}
      @dragleave=${() => {
        this.isOver = false
      }}
      @drop=${this.onDrop}
    >
      <label class="btn"
        ><input
          class="sr"
          type="file"
          accept=${field.accept ?? nothing}
          ?multiple=${field.multiple ?? false}
          aria-invalid=${invalid(at)}
          aria-describedby=${describedBy(field, at)}
          @change=${this.onPick}
        />${icon('plus')} ${say(at.language, word)}</label
      >
      <span class="dim small wide">${say(at.language, 'dropHere')}</span>
      ${field.accept ? html`<span class="dim small">${say(at.language, 'accepted', { kinds: kindNames(at.language, field.accept) })}</span>` : nothing}
    </div>`
  }

  private readonly drawFile = (file: FileReference): TemplateResult =>
    html`<li>
      ${icon(iconFor(file))}<span class="cut">${file.name}</span><small>${fileSize(file.size)}</small>
      ${
        this.at.isLocked
          ? nothing
          : html`<button
              type="button"
              class="btn quiet icon"
              aria-label=${say(this.at.language, 'removeFile', { name: file.name })}
              @click=${() => this.forget(file)}
            >
              ${icon('x')}
            </button>`
      }
    </li>`

  private readonly drawSending = (item: Sending): TemplateResult => {
    const { language } = this.at
    if (item.failure === undefined) {
      return html`<li aria-busy="true">
        ${icon('clock')}<span class="cut">${item.file.name}</span><small role="status">${say(language, 'uploading')}</small>
      </li>`
    }
    return html`<li>
      ${icon('warn')}<span class="cut">${item.file.name}</span
      ><small class="red" role="alert">${say(language, 'uploadFailed', { reason: item.failure })}</small>
      <span class="acts"
        ><button type="button" class="btn quiet" @click=${() => this.again(item)}>${say(language, 'uploadAgain')}</button
        ><button type="button" class="btn quiet" @click=${() => this.drop(item)}>${say(language, 'dismiss')}</button></span
      >
    </li>`
  }

  private readonly onDragOver = (event: DragEvent): void => {
    event.preventDefault()
    this.isOver = true
  }

  private readonly onDrop = (event: DragEvent): void => {
    event.preventDefault()
    this.isOver = false
    this.add(event.dataTransfer?.files)
  }

  private readonly onPick = (event: Event): void => {
    const input = event.target as HTMLInputElement
    this.add(input.files)
    input.value = ''
  }

  private add(files: FileList | null | undefined): void {
    const chosen = [...(files ?? [])]
    for (const file of this.field.multiple ? chosen : chosen.slice(0, 1)) void this.send(file)
  }

  private async send(file: File): Promise<void> {
    const { language } = this.at
    const item: Sending = { file }
    this.sending = [...this.sending, item]
    const refuse = (failure: string): void => {
      this.sending = this.sending.map(other => (other === item ? { file, failure } : other))
    }
    if (!isAccepted(file, this.field.accept)) return refuse(say(language, 'notAccepted', { name: file.name }))
    const { upload } = this.at.session
    if (!upload) return refuse(say(language, 'noUpload'))
    try {
      const { fileId, name, size, type } = await upload(file)
      this.drop(item)
      this.store({ fileId, name, size, type })
    } catch (error) {
      refuse(error instanceof Error ? error.message : String(error))
    }
  }

  private store(file: FileReference): void {
    // Asked for now, not when the upload began: other files may have arrived meanwhile.
    const present = filesIn((this.at.session.entered(this.at.path) ?? null) as Json)
    const others = present.filter(({ fileId }) => fileId !== file.fileId)
    this.at.change(this.field.multiple ? [...others, file] : file)
    this.at.leave()
  }

  private forget(file: FileReference): void {
    const rest = filesIn(this.at.value).filter(({ fileId }) => fileId !== file.fileId)
    this.at.change(this.field.multiple ? rest : null)
    this.at.leave()
    this.at.session.focus(this.at.path)
  }

  private again(item: Sending): void {
    this.drop(item)
    void this.send(item.file)
  }

  private drop(item: Sending): void {
    this.sending = this.sending.filter(other => other !== item && other.file !== item.file)
  }
}

const filesIn = (value: Json): readonly FileReference[] =>
  (Array.isArray(value) ? value : value === null || value === '' ? [] : [value]) as FileReference[]

function iconFor({ type }: FileReference): IconName {
  if (type.startsWith('image/')) return 'photo'
  return type.startsWith('video/') ? 'video' : 'doc'
}

declare global {
  interface HTMLElementTagNameMap {
    'xf-file-picker': XfFilePicker
  }
}
