import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createFileStore, FileRefused, type FileStore } from './file-store.ts'

let folder: string
let store: FileStore

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'))
  store = createFileStore(folder, 4096)
})
afterAll(() => rm(folder, { recursive: true }))

const streamOf = (bytes: Uint8Array) => new Blob([Uint8Array.from(bytes)]).stream()
const text = (content: string) => Buffer.from(content)
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** A zip archive of empty, stored files. */
function zip(...names: string[]): Buffer {
  const locals: Buffer[] = []
  const entries: Buffer[] = []
  for (const name of names) {
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50)
    local.writeUInt16LE(Buffer.byteLength(name), 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50)
    entry.writeUInt16LE(Buffer.byteLength(name), 28)
    entry.writeUInt32LE(Buffer.concat(locals).length, 42)
    locals.push(local, text(name))
    entries.push(entry, text(name))
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(names.length, 10)
  end.writeUInt32LE(Buffer.concat(entries).length, 12)
  end.writeUInt32LE(Buffer.concat(locals).length, 16)
  return Buffer.concat([...locals, ...entries, end])
}

test.each([
  ['现场照片.png', png, 'image/png'],
  ['询问笔录.txt', text('被询问人:某餐饮店经营者'), 'text/plain'],
  ['决定书.pdf', text('%PDF-1.7\n%âãÏÓ\n'), 'application/pdf'],
  ['案卷.zip', zip('目录.txt', '照片/1.jpg'), 'application/zip'],
  ['意见书.ofd', zip('OFD.xml', 'Doc_0/Document.xml'), 'application/ofd'],
])('%s is kept under its hash and comes back as it was', async (name, content, type) => {
  const stored = await store.put(streamOf(content), name)
  expect(stored).toEqual({ fileId: createHash('sha256').update(content).digest('hex'), size: content.length, type })
  const opened = await store.open(stored.fileId)
  expect(Buffer.from(await new Response(opened!.content).arrayBuffer())).toEqual(content)
})

test.each([
  ['a program', 'tool.exe', Buffer.concat([text('MZ'), Buffer.alloc(200)]), 'type'],
  ['a page', 'page.txt', text('<!doctype html><script>alert(1)</script>'), 'type'],
  ['a drawing with scripts', 'logo.svg', text('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'type'],
  ['bytes that are no text', 'notes.txt', Buffer.from([0xff, 0xfe, 0x00, 0x41]), 'type'],
  ['a picture that calls itself a document', 'report.pdf', png, 'name'],
  ['an archive that calls itself an OFD', 'opinion.ofd', zip('readme.txt'), 'name'],
  ['nothing', 'empty.txt', Buffer.alloc(0), 'empty'],
  ['too much', 'long.txt', text('长'.repeat(2000)), 'too-large'],
])('%s is refused, and leaves nothing behind', async (_, name, content, why) => {
  const put = store.put(streamOf(content), name)
  await expect(put).rejects.toThrow(FileRefused)
  await expect(put).rejects.toMatchObject({ why })
  expect(await readdir(join(folder, 'incoming'))).toEqual([])
})

test('what was never put is not there', async () => {
  expect(await store.open('0'.repeat(64))).toBeUndefined()
})

test('what a crash left half received is gone at the next start', async () => {
  const crashed = await mkdtemp(join(tmpdir(), 'files-'))
  await mkdir(join(crashed, 'incoming'))
  await writeFile(join(crashed, 'incoming', 'half'), '被询问人')
  createFileStore(crashed, 4096)
  expect(await readdir(crashed)).toEqual([])
  await rm(crashed, { recursive: true })
})
