import './form-editor-canvas.css'
import '@bpmn-io/form-js-editor/dist/assets/form-js-editor.css'
import '../frames/frame.css'
import './form-frame.css'
import { FormEditor } from '@bpmn-io/form-js-editor'
import { language } from '../../preferences.ts'
import { serveInFrame, tellPage } from '../frames/frame-side.ts'
import { translateDocument } from '../frames/translate-document.ts'
import { canonicalForm } from './canonical-form.ts'
import { formWords } from './form-words.ts'
import { isForm, offerSupportedFields } from './offered-fields.ts'
import { ownMarksModule } from './own-marks.ts'

const SETTLED_MS = 300

/** The form editor in its own document: what is opened, and how what was changed is told. */
let close = () => {}

serveInFrame({
  async open({ name, content }) {
    close()
    const isChinese = language() === 'zh-CN'
    const form: unknown = JSON.parse(content)
    if (!isForm(form)) throw new Error(isChinese ? '这个文件不是表单' : 'This file is no form')
    const container = document.querySelector('#editor')!
    container.replaceChildren()
    const editor = new FormEditor({ container, additionalModules: [ownMarksModule(isChinese)] })
    offerSupportedFields(editor, form, isChinese)
    await editor.importSchema(form)
    const opened: unknown = structuredClone(editor.getSchema())
    let told = content
    let timer = 0
    const tell = () => {
      timer = 0
      const written = canonicalForm(content, opened, editor.getSchema())
      if (written === told) return
      told = written
      tellPage({ kind: 'changed', name, content: written })
    }
    editor.on('commandStack.changed', () => {
      clearTimeout(timer)
      timer = window.setTimeout(tell, SETTLED_MS)
    })
    editor.on('selection.changed', ({ selection }: { selection?: { id?: string } }) => {
      if (selection?.id) tellPage({ kind: 'picked', name, partId: selection.id })
    })
    close = () => {
      if (timer) {
        clearTimeout(timer)
        tell()
      }
      editor.destroy()
    }
  },
})

addEventListener('pagehide', () => close())
if (language() === 'zh-CN') translateDocument(formWords)
