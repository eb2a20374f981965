import { FileRefused } from '../../documents/file-store.ts'
import { fileRecord, type RegisteredFile } from '../../registers/files.ts'
import type { Caller } from '../caller.ts'
import type { House } from '../house.ts'
import { Problem } from '../problem.ts'
import { refuseWithout, requirePermission, submit } from '../submit.ts'

/** Takes a file in: first its content to the disk, then who brought it into the register. */
export async function putFile(
  house: House,
  caller: Caller,
  name: string,
  content: ReadableStream<Uint8Array>,
): Promise<RegisteredFile> {
  const deed = { kind: 'register' as const, verb: 'file.put' }
  // Who keeps the catalogue brings the documents it rests on.
  const permission = caller.person.permissions.includes('catalogue') ? 'catalogue' : 'work'
  await refuseWithout(permission, house, caller, deed)
  const stored = await house.files.put(content, name).catch((error: unknown) => {
    throw error instanceof FileRefused ? problemOf(error, house.config.UPLOAD_MAX_MB) : error
  })
  const file = { ...stored, name }
  await submit(house, caller, {
    ...deed,
    subject: { fileId: file.fileId },
    register: [fileRecord(file)],
    permit: person => requirePermission(person, permission),
  })
  return file
}

function problemOf({ why, accepted }: FileRefused, megabytes: number): Problem {
  if (why === 'too-large') return new Problem('request.too-large', { limit: `${megabytes} MB` })
  return new Problem(`file.${why}`, { accepted })
}
