import { html, nothing, type TemplateResult } from 'lit'

/** One tab: its id, its word, and how many things are behind it. */
export interface Tab<Id extends string = string> {
  id: Id
  word: string
  count?: number | undefined
}

/** Words on a line, one of them chosen; arrow keys move. The panel has the id `panel`. */
export function tabList<Id extends string>(
  label: string,
  tabs: readonly Tab<Id>[],
  current: Id,
  pick: (id: Id) => void,
): TemplateResult {
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    const at = tabs.findIndex(tab => tab.id === current)
    const next = tabs[(at + step + tabs.length) % tabs.length]
    if (!next) return
    pick(next.id)
    const list = event.currentTarget as HTMLElement
    requestAnimationFrame(() => list.querySelector<HTMLElement>('[aria-selected="true"]')?.focus())
  }
  return html`<div class="tabs" role="tablist" aria-label=${label} @keydown=${onKey}>
    ${tabs.map(
      ({ id, word, count }) => html`<button
        role="tab"
        id="tab-${id}"
        type="button"
        aria-selected=${id === current}
        aria-controls="panel"
        tabindex=${id === current ? 0 : -1}
        @click=${() => pick(id)}
      >${word}${count ? html` <span class="count">${count}</span>` : nothing}</button>`,
    )}
  </div>`
}
