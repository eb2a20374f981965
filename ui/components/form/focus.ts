import { domId } from './place.ts'

const fields = 'input:not([disabled]), select:not([disabled]), textarea'
const controls = `${fields}, button:not([disabled])`

/** Moves the focus to the control that shows a path, else to what is around it. */
export function focusPath(root: DocumentFragment, path: string): void {
  const names = path.split('/')
  while (names.length > 1) {
    const control = controlIn(root.getElementById(domId(names.join('/'))))
    if (control) {
      control.focus()
      return
    }
    names.pop()
  }
}

// Inside a group or row: what is chosen already, else the first field, else anything that can be operated.
function controlIn(shown: HTMLElement | null): HTMLElement | null {
  if (!shown || shown.matches(controls)) return shown
  const find = (selector: string) => shown.querySelector<HTMLElement>(selector)
  return find('input:checked:not([disabled])') ?? find(fields) ?? find(controls)
}
