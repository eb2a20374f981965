/** Told which kinds of records have arrived; `*` means: nobody knows what was missed. */
export type Hear = (kinds: string[]) => void

/** Waits between attempts after the server has closed the door, in ms. */
const PATIENCE = [1_000, 3_000, 10_000, 30_000]

/** Keeps one event stream open. The browser reconnects a broken one by itself; a refused one is tried again here. */
export function listenToServer(hear: Hear): { close(): void } {
  let source: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let attempts = 0
  let wasOpen = false

  const open = () => {
    source = new EventSource('/api/live')
    source.addEventListener('open', () => {
      attempts = 0
      if (wasOpen) hear(['*'])
      wasOpen = true
    })
    source.addEventListener('notice', event => hear(kindsOf((event as MessageEvent<string>).data)))
    source.addEventListener('error', () => {
      if (source?.readyState !== EventSource.CLOSED) return
      timer = setTimeout(open, PATIENCE[Math.min(attempts++, PATIENCE.length - 1)])
    })
  }
  open()
  return {
    close() {
      clearTimeout(timer)
      source?.close()
    },
  }
}

function kindsOf(data: string): string[] {
  try {
    const { kinds } = JSON.parse(data) as { kinds?: unknown }
    return Array.isArray(kinds) ? kinds.map(String) : ['*']
  } catch {
    return ['*']
  }
}
