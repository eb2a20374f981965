/** What is said for a moment after something was done; `link` leads to it. */
export interface Toast {
  text: string
  link?: { href: string; text: string }
}

/** Fired on `window` with a toast to show. */
export const TOAST = 'xf-toast'

/** Says for a moment that something was done. */
export function say(toast: Toast): void {
  window.dispatchEvent(new CustomEvent<Toast>(TOAST, { detail: toast }))
}
