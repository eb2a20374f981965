import { newClientToken } from '../identity/clients.ts'

/** What `npm start -- client-token` prints: the token is the client's, the hash goes into ZEEBE_CLIENTS; neither is kept. */
export function tellClientToken(): string {
  const { token, hash } = newClientToken()
  return `token  ${token}\nhash   ${hash}\n`
}
