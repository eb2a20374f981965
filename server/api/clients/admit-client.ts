import { isIP } from 'node:net'
import { CallRefused, type Credentials } from '../../engine/gateway/index.ts'
import { type Client, createClients } from '../../identity/clients.ts'
import { type Person, personOf } from '../../identity/person.ts'
import type { Caller } from '../caller.ts'
import type { House } from '../house.ts'
import { findPerson } from '../sign-in.ts'

/** How strictly clients are held: `office` as people are, `demo` as a Zeebe gateway without authentication does. */
export type ClientProfile = 'office' | 'demo'

/** A client that was let in. */
export interface AdmittedClient {
  profile: ClientProfile
  id: string
  /** The client in its own name; `person` is nobody but the bearer of its roles. */
  itself: Caller
  /** The person it acts for, when it brought the token of one. */
  onBehalf?: Caller
}

/** Who needs no token in the demo profile. */
const ANONYMOUS: Client = { id: 'anonymous', appointments: [] }

/**
 * Lets in who brings a client's token; in the demo profile also whoever calls from this machine. A person's token counts
 * beside it: it names the signed-in person for whom the call is made.
 */
export function clientAdmission(house: House, profile: ClientProfile): (credentials: Credentials) => AdmittedClient {
  const clients = createClients(house.config.ZEEBE_CLIENTS)
  return credentials => {
    const { token, personToken, via } = credentials
    const known = token === undefined ? undefined : clients.find(token)
    const client = known ?? (profile === 'demo' && isLocal(house, credentials) ? ANONYMOUS : undefined)
    if (!client) throw new CallRefused('UNAUTHENTICATED', 'Expected the bearer token of a client')
    const person = personToken === undefined ? undefined : signedInPerson(house, personToken)
    return {
      profile,
      id: client.id,
      itself: { person: bearer(client), via, client: client.id },
      ...(person && { onBehalf: { person, via: `${via}:${client.id}` } }),
    }
  }
}

/** Clients have no name in the registers, and never count as persons. */
function bearer({ id, appointments }: Client): Person {
  const held = appointments.map(appointment => ({ ...appointment, from: '', to: null, isActing: false }))
  return personOf({ personId: `client:${id}`, name: id, appointments: held }, `client:${id}`)
}

function signedInPerson(house: House, token: string): Person {
  const session = house.sessions.recognise(token)
  const person = session && findPerson(house, session.accountId)
  if (person && person.permissions.length > 0) return person
  throw new CallRefused('UNAUTHENTICATED', "Expected the token of a signed-in person's session")
}

/**
 * From this machine, and asked for by a name of this machine: a page of another site that leads here is neither. What a
 * proxy on this machine passes on comes from elsewhere.
 */
function isLocal({ config }: House, { address, hostname, isForwarded }: Credentials): boolean {
  if (config.PUBLIC_URL !== undefined || isForwarded) return false
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname) && (address === 'in-process' || isLoopback(address))
}

function isLoopback(address: string): boolean {
  const plain = address.startsWith('::ffff:') ? address.slice('::ffff:'.length) : address
  return isIP(plain) === 4 ? plain.startsWith('127.') : plain === '::1'
}
