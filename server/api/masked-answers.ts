import type { MiddlewareHandler } from 'hono'
import type { Json } from '../engine/index.ts'
import { readsMasked } from '../identity/supervision.ts'
import { openPersonalNames } from '../registers/personal-names.ts'
import type { Environment } from './environment.ts'
import { Problem } from './problem.ts'

/** Members of answers that name or number a party, whatever the answer. */
const PARTY_MEMBERS: ReadonlySet<string> = new Set([
  ...['party', 'partyName', 'idNumber', 'repIdNumber', 'legalRep', 'creditCode', 'partyPhone', 'partyAddress'],
])
const READABLE = ['application/json', 'application/problem+json', 'text/event-stream']
/** Shorter than this a word stands for too much to be taken out of every sentence. */
const LEAST_NAME = 2

/**
 * Keeps names and numbers of parties from who only reads masked (特邀监督员): every answer goes through here, so a new route
 * cannot forget it. What is no JSON (files, exports) he does not get at all.
 */
export const maskedAnswers: MiddlewareHandler<Environment> = async (c, next) => {
  await next()
  const { caller, house } = c.var
  if (!caller || !readsMasked(caller.person.appointments)) return
  const type = c.res.headers.get('content-type') ?? ''
  if (c.res.body === null || type.startsWith('text/event-stream')) return
  if (!READABLE.some(each => type.startsWith(each)))
    throw new Problem('permission.missing', { permission: 'permission.audit' })
  const personal = new Set([...PARTY_MEMBERS, ...openPersonalNames(house.db.reader).all()])
  const { status, headers } = c.res
  const body = JSON.stringify(maskedJson((await c.res.json()) as Json, personal))
  c.res = new Response(body, { status, headers })
}

/** The answer without what is personal: its members, variables told as `{ name, value }`, and these words anywhere else. */
function maskedJson(answer: Json, personal: ReadonlySet<string>): Json {
  const words = new Set<string>()
  const masked = mask(answer, false)
  return words.size === 0
    ? masked
    : withoutWords(
        masked,
        [...words].sort((a, b) => b.length - a.length),
      )

  function mask(value: Json, isPersonal: boolean): Json {
    if (Array.isArray(value)) return value.map(each => mask(each, isPersonal))
    if (value !== null && typeof value === 'object') return maskObject(value, isPersonal)
    if (!isPersonal || value === null) return value
    if (typeof value === 'string' && value.length >= LEAST_NAME) words.add(value)
    return maskedText(String(value))
  }

  function maskObject(value: { [name: string]: Json }, isPersonal: boolean): Json {
    const isPersonalVariable = typeof value.name === 'string' && 'value' in value && personal.has(value.name)
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [
        name,
        mask(member, isPersonal || personal.has(name) || (isPersonalVariable && name === 'value')),
      ]),
    )
  }
}

/** `沿＊＊＊`: as long as it was, with its first character. */
const maskedText = (text: string): string => [...text].map((each, at) => (at === 0 ? each : '＊')).join('')

function withoutWords(value: Json, words: readonly string[]): Json {
  if (typeof value === 'string') return words.reduce((text, word) => text.replaceAll(word, maskedText(word)), value)
  if (Array.isArray(value)) return value.map(each => withoutWords(each, words))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withoutWords(member, words)]))
}
