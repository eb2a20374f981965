/** Fired on `window` when the address has changed. */
export const NAVIGATED = 'xf-navigated'

/** Goes to a page of ours; `replace` leaves no step to come back to. */
export function navigate(to: string, { replace = false } = {}): void {
  const target = new URL(to, location.href)
  if (target.href === location.href && !replace) return
  history[replace ? 'replaceState' : 'pushState'](null, '', target)
  window.dispatchEvent(new Event(NAVIGATED))
}

/** The present address with some parameters of its query changed; an empty value takes the parameter away. */
export function withQuery(changes: Record<string, string | undefined>): string {
  const query = new URLSearchParams(location.search)
  for (const [name, value] of Object.entries(changes)) {
    if (value) query.set(name, value)
    else query.delete(name)
  }
  const text = query.toString()
  return text ? `${location.pathname}?${text}` : location.pathname
}

/** Lets plain links to pages of ours work without a new document; calls back at every change of address. */
export function followLinks(onChange: () => void): () => void {
  const click = (event: MouseEvent) => {
    const link = event.composedPath().find(node => node instanceof HTMLAnchorElement)
    if (!link || !isOurs(event, link)) return
    event.preventDefault()
    navigate(link.href, { replace: link.dataset.replace !== undefined })
  }
  addEventListener('click', click)
  addEventListener('popstate', onChange)
  addEventListener(NAVIGATED, onChange)
  return () => {
    removeEventListener('click', click)
    removeEventListener('popstate', onChange)
    removeEventListener(NAVIGATED, onChange)
  }
}

function isOurs(event: MouseEvent, link: HTMLAnchorElement): boolean {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return false
  if (link.target || link.hasAttribute('download') || link.origin !== location.origin) return false
  if (link.pathname.startsWith('/api/')) return false
  return !(link.hash && link.pathname === location.pathname && link.search === location.search)
}
