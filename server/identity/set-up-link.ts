import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** The way in for the first administrator of a real office: a token printed once at start, good until it is used or the process ends. */
export interface SetUpLink {
  /** Absent when there is an administrator already. */
  readonly token: string | undefined
  accepts(token: string): boolean
  close(): void
}

export function createSetUpLink(isNeeded: boolean): SetUpLink {
  let token = isNeeded ? randomBytes(32).toString('base64url') : undefined
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return {
    get token() {
      return token
    },
    accepts: given => token !== undefined && timingSafeEqual(digest(given), digest(token)),
    close() {
      token = undefined
    },
  }
}
