import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** A new secret to sign requests with: 256 random bits. */
export function newSigningSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What a request is signed with: HMAC-SHA256 over `<timestamp>.<body>`, hex. @param timestamp seconds since 1970, as sent */
export function signatureOf(secret: string, timestamp: string, body: Uint8Array): string {
  return createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex')
}

/** Whether a signature (hex) is that of the request; takes as long for a wrong one as for the right one. */
export function isSignedWith(secret: string, timestamp: string, body: Uint8Array, signature: string): boolean {
  const [given, right] = [signature, signatureOf(secret, timestamp, body)].map(hex => Buffer.from(hex, 'hex'))
  return given!.length === right!.length && timingSafeEqual(given!, right!)
}
