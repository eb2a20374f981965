import { type Hear, listenToServer } from './live-source.ts'

/** A way to hear the server's notices. */
export interface LiveConnection {
  close(): void
}

/**
 * One connection per browser, whatever the number of tabs: a shared worker holds it where there are shared workers; else
 * one tab holds it, chosen by a lock, and tells the others; else each tab has its own.
 */
export function openLiveConnection(hear: Hear): LiveConnection {
  if (typeof SharedWorker === 'function') return throughWorker(hear)
  if (typeof BroadcastChannel === 'function' && navigator.locks) return throughLeader(hear)
  return listenToServer(hear)
}

function throughWorker(hear: Hear): LiveConnection {
  const worker = new SharedWorker(new URL('./live-worker.ts', import.meta.url), { type: 'module', name: 'xunfa-live' })
  worker.port.onmessage = ({ data }: MessageEvent<string[]>) => hear(data)
  const say = (word: 'start' | 'stop') => worker.port.postMessage(word)
  const leave = () => say('stop')
  const comeBack = (event: PageTransitionEvent) => event.persisted && say('start')
  addEventListener('pagehide', leave)
  addEventListener('pageshow', comeBack)
  say('start')
  return {
    close() {
      removeEventListener('pagehide', leave)
      removeEventListener('pageshow', comeBack)
      say('stop')
      worker.port.close()
    },
  }
}

function throughLeader(hear: Hear): LiveConnection {
  const channel = new BroadcastChannel('xunfa-live')
  channel.onmessage = ({ data }: MessageEvent<string[]>) => hear(data)
  const standing = new AbortController()
  const lead = () =>
    new Promise<void>(resolve => {
      const source = listenToServer(kinds => {
        hear(kinds)
        channel.postMessage(kinds)
      })
      const step = () => {
        source.close()
        resolve()
      }
      standing.signal.addEventListener('abort', step, { once: true })
    })
  navigator.locks.request('xunfa-live', { signal: standing.signal }, lead).catch(() => undefined)
  return {
    close() {
      standing.abort()
      channel.close()
    },
  }
}
