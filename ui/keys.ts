import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { WordId } from './words/index.ts'

/** Where a shortcut counts. */
export type KeyScope = 'everywhere' | 'list' | 'task'
/** What a shortcut is for. */
export type KeyAct =
  | 'next'
  | 'previous'
  | 'open'
  | 'back'
  | 'claim'
  | 'act'
  | 'giveBack'
  | 'search'
  | 'inbox'
  | 'cases'
  | 'instances'
  | 'start'
  | 'help'

/** One line of the table of shortcuts. */
export interface Shortcut {
  keys: readonly string[]
  act: KeyAct
  scope: KeyScope
  word: WordId
}

/** The one table of shortcuts: the handlers and the help page both come from it. */
export const shortcuts: readonly Shortcut[] = [
  { keys: ['j'], act: 'next', scope: 'list', word: 'keys.next' },
  { keys: ['k'], act: 'previous', scope: 'list', word: 'keys.previous' },
  { keys: ['Enter'], act: 'open', scope: 'list', word: 'keys.open' },
  { keys: ['Escape'], act: 'back', scope: 'list', word: 'keys.back' },
  { keys: ['c'], act: 'claim', scope: 'task', word: 'keys.claim' },
  { keys: ['e'], act: 'act', scope: 'task', word: 'keys.act' },
  { keys: ['r'], act: 'giveBack', scope: 'task', word: 'keys.giveBack' },
  { keys: ['/'], act: 'search', scope: 'everywhere', word: 'keys.search' },
  { keys: ['g', 'i'], act: 'inbox', scope: 'everywhere', word: 'keys.inbox' },
  { keys: ['g', 'c'], act: 'cases', scope: 'everywhere', word: 'keys.cases' },
  { keys: ['g', 'p'], act: 'instances', scope: 'everywhere', word: 'keys.instances' },
  { keys: ['g', 's'], act: 'start', scope: 'everywhere', word: 'keys.start' },
  { keys: ['?'], act: 'help', scope: 'everywhere', word: 'keys.help' },
]

/** Handlers by what they do; one that answers `false` leaves the key to others. */
export type KeyHandlers = Partial<Record<KeyAct, () => unknown>>

/** The second key of a pair must come within this many ms. */
const PAIR = 1_200
const handlers = new Set<KeyHandlers>()
let first: { key: string; at: number } | undefined

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
  if (isBusy(event)) return
  const pair = first && event.timeStamp - first.at < PAIR ? [first.key, event.key] : undefined
  first = undefined
  const hit = (pair && find(pair)) ?? find([event.key])
  if (hit && run(hit.act)) {
    event.preventDefault()
    return
  }
  if (!pair && shortcuts.some(({ keys }) => keys.length > 1 && keys[0] === event.key))
    first = { key: event.key, at: event.timeStamp }
}

const find = (pressed: readonly string[]) => shortcuts.find(({ keys }) => keys.join(' ') === pressed.join(' '))

/** The handler that joined last is asked first. */
function run(act: KeyAct): boolean {
  for (const each of [...handlers].reverse()) {
    const handler = each[act]
    if (handler && handler() !== false) return true
  }
  return false
}

/** Letters belong to whoever types, Enter to what has the focus, and all keys to an open dialog. */
function isBusy(event: KeyboardEvent): boolean {
  const path = event.composedPath().filter(node => node instanceof HTMLElement)
  if (path.some(node => node.localName === 'dialog')) return true
  const target = path[0]
  if (!target) return false
  if (target.matches('textarea, select, [contenteditable=""], [contenteditable="true"]')) return true
  if (target instanceof HTMLInputElement && !['radio', 'checkbox', 'button', 'submit', 'file'].includes(target.type))
    return true
  return event.key === 'Enter' && target.matches('a, button, input, summary')
}

/** Listens to the keyboard until the returned function is called. */
export function listenToKeys(): () => void {
  addEventListener('keydown', onKey)
  return () => removeEventListener('keydown', onKey)
}

/** Lets an element answer shortcuts while it is on the page. */
export class KeysController implements ReactiveController {
  constructor(
    host: ReactiveControllerHost,
    private readonly own: KeyHandlers,
  ) {
    host.addController(this)
  }

  hostConnected(): void {
    handlers.add(this.own)
  }

  hostDisconnected(): void {
    handlers.delete(this.own)
  }
}
