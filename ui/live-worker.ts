import { listenToServer } from './live-source.ts'

/** What of a shared worker's global scope is used here (the DOM's types do not name it). */
interface SharedScope {
  onconnect: ((event: MessageEvent) => void) | null
}

/** Every tab that listens now; the stream is open while there is one. */
const ports = new Set<MessagePort>()
let source: { close(): void } | undefined

function join(port: MessagePort): void {
  ports.add(port)
  source ??= listenToServer(kinds => {
    for (const each of ports) each.postMessage(kinds)
  })
}

function leave(port: MessagePort): void {
  ports.delete(port)
  if (ports.size > 0) return
  source?.close()
  source = undefined
}

;(globalThis as unknown as SharedScope).onconnect = event => {
  const port = event.ports[0]
  if (!port) return
  port.onmessage = ({ data }: MessageEvent<'start' | 'stop'>) => (data === 'start' ? join(port) : leave(port))
}
