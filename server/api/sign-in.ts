import type { Context, MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { officeDate } from '../clock/office-date.ts'
import { type Person, personOf } from '../identity/person.ts'
import { isOutsider } from '../identity/supervision.ts'
import type { Environment } from './environment.ts'
import type { House } from './house.ts'
import { Problem } from './problem.ts'

const SESSION_COOKIE = 'xf_session'

/** Lets only signed-in persons through, as appointed today; replaces the cookie's token when its time has come. */
export const signedIn: MiddlewareHandler<Environment> = async (c, next) => {
  const { house } = c.var
  const token = getCookie(c, SESSION_COOKIE)
  const session = token ? house.sessions.find(token) : undefined
  const person = session && findPerson(house, session.accountId)
  if (!session || !person) throw new Problem('session.missing')
  if (session.newToken) keepToken(c, session.newToken)
  c.set('caller', { person, via: 'web' })
  c.set('sessionId', session.sessionId)
  await next()
}

/** What outsiders get: their tasks with their files, what they take part in, and their own session. */
const OUTSIDE = [
  '/api/user-tasks',
  '/api/files',
  '/api/process-instances',
  '/api/notifications',
  '/api/live',
  '/api/session',
]

/** Lets only those through who hold an office today; a former colleague can sign out, and nothing else. */
export const inOffice: MiddlewareHandler<Environment> = (c, next) =>
  signedIn(c, async () => {
    const { permissions, appointments } = c.var.caller.person
    if (permissions.length === 0) throw new Problem('session.no-office')
    if (isOutsider(appointments) && !OUTSIDE.some(path => c.req.path.startsWith(path)))
      throw new Problem('session.outsider')
    await next()
  })

/** The person of an account that is not locked, as appointed today. */
export function findPerson({ people, clock }: House, accountId: string): Person | undefined {
  const account = people.findAccount(accountId)
  if (!account || account.isLocked) return undefined
  const registered = people.findPerson(account.personId, officeDate(clock.now()))
  return registered && personOf(registered, accountId)
}

/** Gives the browser the token; it ends with the browser, and on the server by its own limits. */
export function keepToken(c: Context<Environment>, token: string): void {
  const address = c.var.house.config.PUBLIC_URL ?? c.req.url
  setCookie(c, SESSION_COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'Strict',
    secure: address.startsWith('https:'),
  })
}

/** Whether the browser brings a token, good or not; asks no table and replaces nothing. */
export const bringsToken = (c: Context<Environment>): boolean => getCookie(c, SESSION_COOKIE) !== undefined

/** Who signs in anew leaves no session behind in the same browser. */
export function endPresentSession(c: Context<Environment>): void {
  const token = getCookie(c, SESSION_COOKIE)
  const present = token ? c.var.house.sessions.find(token) : undefined
  if (present) c.var.house.sessions.close(present.sessionId)
}

export function dropToken(c: Context<Environment>): void {
  deleteCookie(c, SESSION_COOKIE, { path: '/' })
}
