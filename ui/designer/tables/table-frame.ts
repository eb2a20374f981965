import 'dmn-js/dist/assets/diagram-js.css'
import 'dmn-js/dist/assets/dmn-js-shared.css'
import 'dmn-js/dist/assets/dmn-js-drd.css'
import 'dmn-js/dist/assets/dmn-js-decision-table.css'
import 'dmn-js/dist/assets/dmn-js-decision-table-controls.css'
import 'dmn-js/dist/assets/dmn-js-literal-expression.css'
import 'dmn-js/dist/assets/dmn-js-boxed-expression.css'
import 'dmn-js/dist/assets/dmn-js-boxed-expression-controls.css'
import 'dmn-js/dist/assets/dmn-font/css/dmn-embedded.css'
import '../frames/frame.css'
import './table-frame.css'
import Modeler from 'dmn-js/lib/Modeler'
import NavigatedViewer from 'dmn-js/lib/NavigatedViewer'
import { language } from '../../preferences.ts'
import { serveInFrame, tellPage } from '../frames/frame-side.ts'
import { translateDocument } from '../frames/translate-document.ts'
import { canonicalTable } from './canonical-table.ts'
import { tableWords } from './table-words.ts'

const SETTLED_MS = 300

/** The editor of decision tables in its own document: opens the table itself, the picture of decisions is one click away. */
let close = async () => {}

serveInFrame({
  async open({ name, content, isReadOnly }) {
    await close()
    const container = document.querySelector('#editor')!
    container.replaceChildren()
    const editor = new (isReadOnly ? NavigatedViewer : Modeler)({ container })
    await editor.importXML(content)
    const table = editor.getViews().find(({ type }) => type === 'decisionTable' || type === 'literalExpression')
    if (table) await editor.open(table)
    if (isReadOnly) {
      close = async () => editor.destroy()
      return
    }
    close = await tellingChanges(editor, name, content)
  },
})

/** Tells the page what has been changed once it has settled; the answer ends that, and tells the last of it. */
async function tellingChanges(editor: Modeler, name: string, content: string): Promise<() => Promise<void>> {
  const opened = (await editor.saveXML({ format: true })).xml
  let told = content
  let timer = 0
  const tell = async () => {
    timer = 0
    const written = canonicalTable(content, opened, (await editor.saveXML({ format: true })).xml)
    if (written === told) return
    told = written
    tellPage({ kind: 'changed', name, content: written })
  }
  const listened = new WeakSet<object>()
  const listen = () => {
    const viewer = editor.getActiveViewer()
    if (!viewer || listened.has(viewer)) return
    listened.add(viewer)
    viewer.on('commandStack.changed', () => {
      clearTimeout(timer)
      timer = window.setTimeout(() => void tell(), SETTLED_MS)
    })
  }
  listen()
  editor.on('views.changed', listen)
  return async () => {
    if (timer) {
      clearTimeout(timer)
      await tell()
    }
    editor.destroy()
  }
}

addEventListener('pagehide', () => void close())
if (language() === 'zh-CN') translateDocument(tableWords)
