import type { Permission, Person } from './api-types.ts'

/** Fired on `window` when somebody has signed in or out. */
export const SESSION_CHANGED = 'xf-session'

let person: Person | undefined

/** Who is signed in. */
export const me = (): Person | undefined => person

/** Whether the person signed in has one of these permissions. */
export const may = (permissions: readonly Permission[] | undefined): boolean =>
  !permissions || permissions.some(each => person?.permissions.includes(each))

/** Notes who is signed in from now on. */
export function setMe(next: Person | undefined): void {
  person = next
  window.dispatchEvent(new Event(SESSION_CHANGED))
}

/** The page to begin with. */
export function homePath(): string {
  if (may(['work'])) return '/inbox'
  if (may(['operate'])) return '/incidents'
  return may(['administrate']) ? '/designer' : '/instances'
}
