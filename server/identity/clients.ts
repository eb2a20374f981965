import { createHash, randomBytes } from 'node:crypto'
import type { PolicyAppointment } from '../policies/index.ts'

/** A program that may call us: its name, and the roles its token carries. */
export interface Client {
  id: string
  appointments: readonly PolicyAppointment[]
}

/** How one client is written: `<id>=<role@org>+<role@org>:<SHA-256 of its token, hex>`. */
const CLIENT = /^([a-z0-9][a-z0-9-]{0,49})=([\w-]+@[\w-]+(?:\+[\w-]+@[\w-]+)*):([0-9a-f]{64})$/

/** Whether a text lists clients, separated by commas or spaces, each with a name and a token of its own. */
export function isClientList(text: string): boolean {
  const clients = wordsOf(text)
  const areAllDifferent = (parts: readonly unknown[]) => new Set(parts).size === clients.length
  return (
    clients.every(client => CLIENT.test(client)) &&
    areAllDifferent(clients.map(client => client.split('=')[0])) &&
    areAllDifferent(clients.map(client => client.split(':').at(-1)))
  )
}

/** The clients of the setting ZEEBE_CLIENTS, found by their tokens; only the SHA-256 of a token is known. */
export function createClients(list: string): { all: readonly Client[]; find(token: string): Client | undefined } {
  const byHash = new Map(
    wordsOf(list).map(text => {
      const [, id = '', roles = '', hash = ''] = CLIENT.exec(text) ?? []
      const appointments = roles.split('+').map(appointment => {
        const [role = '', org = ''] = appointment.split('@')
        return { role, org }
      })
      return [hash, { id, appointments }]
    }),
  )
  return { all: [...byHash.values()], find: token => byHash.get(hashOf(token)) }
}

/** A new token (256 random bits) and what is kept of it. */
export function newClientToken(): { token: string; hash: string } {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: hashOf(token) }
}

function wordsOf(list: string): string[] {
  return list.split(/[\s,]+/).filter(Boolean)
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
