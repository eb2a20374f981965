import type { Json, Key, Variables } from '../protocol/records.ts'
import { CallRefused } from './call-refused.ts'
import { documentProblem } from './document.ts'

/** The only tenant there is; in requests it may also be left empty. */
export const TENANT = '<default>'

/** A key as requests write it; 0 and negative ones mean that none was given. */
export function givenKey(key: string | number | undefined): Key | undefined {
  const text = String(key ?? '0')
  return text === '0' || text.startsWith('-') ? undefined : text
}

/** A hundred years: longer is as good as never, and any instant plus so much is an instant. */
const LONGEST_MS = 100 * 365 * 86_400_000

/** A duration in milliseconds; over gRPC it comes as text, because it is an int64. */
export function givenMillis(text: string | number | undefined): number {
  return Math.min(Math.max(Number(text ?? 0), -LONGEST_MS), LONGEST_MS)
}

/** The variables of a request: a JSON document whose root is an object; nothing counts as an empty one. */
export function readVariables(text: string | undefined, property = 'variables'): Variables {
  if (text === undefined || text === '') return {}
  return checkVariables(parse(text, property), property)
}

/** The same for a document that was parsed already. */
function checkVariables(document: unknown, property = 'variables'): Variables {
  if (document === undefined || document === null) return {}
  if (typeof document === 'object' && !Array.isArray(document)) return document as Variables
  const found = Array.isArray(document) ? 'ARRAY' : typeof document === 'string' ? 'STRING' : typeof document
  throw new CallRefused(
    'INVALID_ARGUMENT',
    `Property '${property}' is invalid: Expected document to be a root level object, but was '${found.toUpperCase()}'`,
  )
}

/** @throws CallRefused when another tenant is named. */
export function checkTenants(call: string, tenantIds: readonly (string | undefined)[]): void {
  const other = tenantIds.find(tenantId => tenantId && tenantId !== TENANT)
  if (other === undefined) return
  throw new CallRefused(
    'INVALID_ARGUMENT',
    `Expected to handle request ${call} with tenant identifier '${other}', but multi-tenancy is disabled`,
  )
}

function parse(text: string, property: string): Json {
  const invalid = (reason: string) =>
    new CallRefused('INVALID_ARGUMENT', `Property '${property}' is invalid: ${reason}`)
  let document: Json
  try {
    document = JSON.parse(text) as Json
  } catch (error) {
    throw invalid(`Expected document to be JSON, but ${(error as Error).message}`)
  }
  const problem = documentProblem(document)
  if (problem !== undefined) throw invalid(problem)
  return document
}
