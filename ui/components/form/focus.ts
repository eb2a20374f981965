import { domId } from './place.ts'

const controls = 'input:not([disabled]), select:not([disabled]), textarea, button:not([disabled])'

/** Moves the focus to the control that shows a path, else to what is around it. */
export function focusPath(root: ParentNode, path: string): void {
  const names = path.split('/')
  while (names.length > 1) {
    const shown = root.querySelector<HTMLElement>(`#${CSS.escape(domId(names.join('/')))}`)
    const control = shown?.matches(controls)
      ? shown
      : (shown?.querySelector<HTMLElement>('input:checked') ?? shown?.querySelector<HTMLElement>(controls))
    if (control) {
      control.focus()
      control.scrollIntoView?.({ block: 'nearest' })
      return
    }
    names.pop()
  }
}
