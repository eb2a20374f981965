import { createHash, randomUUID } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  createWriteStream,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { acceptedTypes, namesType, sniffType } from './file-types.ts'

/** Why a file was not taken. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused'
  constructor(
    readonly why: 'too-large' | 'empty' | 'type' | 'name',
    readonly accepted: string[] = Object.keys(acceptedTypes),
  ) {
    super(`The file is refused: ${why}`)
  }
}

export interface StoredFile {
  /** SHA-256 of the content, hex. */
  fileId: string
  /** Bytes. */
  size: number
  type: string
}

/** Attachments by the SHA-256 of their content: the same file twice is one file, a changed one is another. */
export interface FileStore {
  /** Streams to disk, hashing and counting; durable when it resolves. @throws FileRefused */
  put(content: ReadableStream<Uint8Array>, name: string): Promise<StoredFile>
  /** Keeps what the house made itself; durable when it returns. Small content only: it holds up everything else. */
  keep(content: Uint8Array): Pick<StoredFile, 'fileId' | 'size'>
  /** The content, or undefined if there is none of that id. */
  open(fileId: string): Promise<{ size: number; content: ReadableStream<Uint8Array> } | undefined>
}

/** @param folder where the contents lie, as `<first two digits>/<sha256>`. @param maxBytes largest file taken. */
export function createFileStore(folder: string, maxBytes: number): FileStore {
  const pathOf = (fileId: string) => join(folder, fileId.slice(0, 2), fileId)
  const incoming = join(folder, 'incoming')
  // What a crash cut off was never anybody's file, and may be about somebody.
  rmSync(incoming, { recursive: true, force: true })
  return {
    async put(content, name) {
      await mkdir(incoming, { recursive: true })
      const draft = join(incoming, randomUUID())
      try {
        const { fileId, size } = await receive(content, draft, maxBytes)
        const type = await checkedType(draft, name, size)
        const home = dirname(pathOf(fileId))
        const isNew = (await mkdir(home, { recursive: true })) !== undefined
        await rename(draft, pathOf(fileId))
        await syncFolder(home)
        if (isNew) await syncFolder(folder)
        return { fileId, size, type }
      } finally {
        await rm(draft, { force: true })
      }
    },
    keep(content) {
      const fileId = createHash('sha256').update(content).digest('hex')
      const path = pathOf(fileId)
      mkdirSync(dirname(path), { recursive: true })
      const draft = `${path}.${randomUUID()}`
      writeFileSync(draft, content, { flush: true })
      renameSync(draft, path)
      for (const home of [dirname(path), folder]) syncFolderNow(home)
      return { fileId, size: content.length }
    },
    async open(fileId) {
      const path = pathOf(fileId)
      const found = await stat(path).catch(() => undefined)
      if (!found) return undefined
      return { size: found.size, content: Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array> }
    },
  }
}

async function receive(content: ReadableStream<Uint8Array>, path: string, maxBytes: number) {
  const digest = createHash('sha256')
  let size = 0
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      digest.update(chunk)
      if (size > maxBytes) done(new FileRefused('too-large'))
      else done(null, chunk)
    },
  })
  await pipeline(
    Readable.fromWeb(content as Parameters<typeof Readable.fromWeb>[0]),
    measure,
    createWriteStream(path, { flush: true }),
  )
  return { fileId: digest.digest('hex'), size }
}

async function checkedType(path: string, name: string, size: number): Promise<string> {
  if (size === 0) throw new FileRefused('empty')
  const type = await sniffType(path, name)
  if (!type) throw new FileRefused('type')
  if (!namesType(name, type)) throw new FileRefused('name')
  return type
}

/** A renamed file survives a power cut only when its folder is on the disk too. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path)
  await folder.sync().finally(() => folder.close())
}

function syncFolderNow(path: string): void {
  const folder = openSync(path, 'r')
  fsyncSync(folder)
  closeSync(folder)
}
