import { applyPreferences, type Language, language, setLanguage, setTheme } from '../../preferences.ts'
import { type FromFrame, readToFrame, type ToFrame } from './messages.ts'

/** What a frame's document does when the page around it asks. */
export interface FrameWork {
  open(asked: Extract<ToFrame, { kind: 'open' }>): Promise<void>
}

/** Tells the page around this frame something; nobody of another origin hears it. */
export const tellPage = (message: FromFrame): void => parent.postMessage(message, location.origin)

/** Makes this document the editor of the page around it: hears only that page, one request after the other. */
export function serveInFrame(work: FrameWork): void {
  applyPreferences()
  let before: Promise<void> = Promise.resolve()
  addEventListener('message', event => {
    if (event.origin !== location.origin || event.source !== parent) return
    const asked = readToFrame(event.data)
    if (asked?.kind === 'look') {
      setTheme(asked.theme)
      if (asked.language !== language()) speakAnew(asked.language)
    }
    if (asked?.kind === 'open') before = before.then(() => opened(work, asked))
  })
  addEventListener('keydown', event => {
    if (event.key === 'Escape' && !event.defaultPrevented) tellPage({ kind: 'leave' })
  })
  tellPage({ kind: 'ready' })
}

/** Words are put in place while an editor draws: another language begins with a document drawn anew. */
function speakAnew(next: Language): void {
  setLanguage(next)
  location.reload()
}

async function opened(work: FrameWork, asked: Extract<ToFrame, { kind: 'open' }>): Promise<void> {
  try {
    await work.open(asked)
    document.body.dataset.opened = asked.name
  } catch (error) {
    tellPage({ kind: 'failed', name: asked.name, message: error instanceof Error ? error.message : String(error) })
  }
}
