import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { LiveKind } from './api-types.ts'
import { type LiveConnection, openLiveConnection } from './live-connection.ts'

/** Notices that come within this many ms are one. */
const QUIET = 150

const listeners = new Set<(kinds: readonly string[]) => void>()
let connection: LiveConnection | undefined

/** Listens to the server from now on; called when somebody has signed in. */
export function startLive(): void {
  connection ??= openLiveConnection(kinds => {
    for (const listener of listeners) listener(kinds)
  })
}

/** Listens no more; called when nobody is signed in. */
export function stopLive(): void {
  connection?.close()
  connection = undefined
}

/** Calls back when records of these kinds have reached the journal, or after a lost connection. */
export class LiveController implements ReactiveController {
  private timer: ReturnType<typeof setTimeout> | undefined

  private readonly hear = (kinds: readonly string[]) => {
    if (!kinds.includes('*') && !this.kinds.some(kind => kinds.includes(kind))) return
    clearTimeout(this.timer)
    this.timer = setTimeout(this.onChange, QUIET)
  }

  constructor(
    host: ReactiveControllerHost,
    private readonly kinds: readonly LiveKind[],
    private readonly onChange: () => void,
  ) {
    host.addController(this)
  }

  hostConnected(): void {
    listeners.add(this.hear)
  }

  hostDisconnected(): void {
    listeners.delete(this.hear)
    clearTimeout(this.timer)
  }
}
