import { crc32, inflateRawSync } from 'node:zlib'

const END_RECORD = Buffer.from([0x50, 0x4b, 0x05, 0x06])
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_FILE = 0x04034b50
const STORED = 0
const DEFLATED = 8
const ENCRYPTED = 1

/**
 * The content of one file in an archive (APPNOTE 6.3.10, 4.3); undefined when there is no such file, or the archive is
 * none, torn, or packed in a way nobody uses.
 * @param most bytes it may have unpacked: a small file may hold a very large one
 */
export function readZipFile(archive: Buffer, name: string, most: number): Buffer | undefined {
  try {
    const entry = entriesOf(archive).find(each => each.name === name)
    return entry && unpacked(archive, entry, most)
  } catch {
    // Reading past the end, or what does not unpack.
    return undefined
  }
}

/** How much an archive may hold. */
export interface ZipLimits {
  files: number
  /** Bytes of all files together, unpacked. */
  bytes: number
  /** How many times larger than the archive they may be together. */
  ratio: number
}

/** The archive is not taken; the reason in both languages. */
export class ZipRefused extends Error {
  override readonly name = 'ZipRefused'
  constructor(readonly told: { zh: string; en: string }) {
    super(told.en)
  }
}

/**
 * Every file of an archive, in its order; folders are left out.
 * @throws ZipRefused when it is none, torn, encrypted, larger than the limits, or names a file outside itself
 */
export function readZipFiles(archive: Buffer, { files, bytes, ratio }: ZipLimits): { name: string; content: Buffer }[] {
  const entries = listed(archive).filter(({ name }) => !name.endsWith('/'))
  if (entries.length > files) throw new ZipRefused({ zh: `文件过多，上限 ${files} 个`, en: `more than ${files} files` })
  const stray = entries.find(({ name }) => !isInside(name))
  if (stray) throw new ZipRefused({ zh: `文件名 ${stray.name} 指向包外`, en: `the name ${stray.name} leads outside` })
  const most = Math.min(bytes, Math.max(archive.length, LEAST) * ratio)
  let sum = 0
  return entries.map(entry => {
    // What the directory says may be a lie; what is unpacked is counted.
    const content = unpackedOf(archive, entry, most - sum)
    sum += content.length
    return { name: entry.name, content }
  })
}

/** A small archive of plain text may well be a hundred times smaller. */
const LEAST = 16 * 1024

function listed(archive: Buffer): ZipEntry[] {
  try {
    const entries = entriesOf(archive)
    if (entries.length > 0) return entries
  } catch {
    // Told below.
  }
  throw new ZipRefused({ zh: '不是 ZIP 压缩包，或者已损坏', en: 'not a zip archive, or a torn one' })
}

/** Names are taken apart by whoever unpacks: no folder above, no drive, no root. */
const isInside = (name: string): boolean =>
  !/^[\\/]|^[A-Za-z]:|\\/.test(name) && !name.split('/').includes('..') && !/\p{Cc}/u.test(name)

function unpackedOf(archive: Buffer, entry: ZipEntry, most: number): Buffer {
  if (entry.isEncrypted) throw new ZipRefused({ zh: `${entry.name} 已加密`, en: `${entry.name} is encrypted` })
  if (entry.size > most) throw new ZipRefused(TOO_LARGE)
  let content: Buffer | undefined
  try {
    content = unpacked(archive, entry, most)
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw new ZipRefused(TOO_LARGE)
  }
  if (content === undefined || crc32(content) !== entry.checksum)
    throw new ZipRefused({ zh: `${entry.name} 已损坏`, en: `${entry.name} is torn` })
  return content
}

const TOO_LARGE = { zh: '解压后的内容过大', en: 'what it holds is too large' }

interface ZipEntry {
  name: string
  method: number
  isEncrypted: boolean
  checksum: number
  packed: number
  size: number
  /** Where its local header begins. */
  at: number
}

function entriesOf(archive: Buffer): ZipEntry[] {
  const end = archive.lastIndexOf(END_RECORD)
  if (end < 0) return []
  const entries: ZipEntry[] = []
  let at = archive.readUInt32LE(end + 16)
  while (at + 46 <= end && archive.readUInt32LE(at) === DIRECTORY_ENTRY) {
    const length = archive.readUInt16LE(at + 28)
    entries.push({
      name: archive.toString('utf8', at + 46, at + 46 + length),
      isEncrypted: (archive.readUInt16LE(at + 8) & ENCRYPTED) !== 0,
      method: archive.readUInt16LE(at + 10),
      checksum: archive.readUInt32LE(at + 16),
      packed: archive.readUInt32LE(at + 20),
      size: archive.readUInt32LE(at + 24),
      at: archive.readUInt32LE(at + 42),
    })
    at += 46 + length + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
  return entries
}

/** @throws RangeError past the end, Error where it does not unpack */
function unpacked(archive: Buffer, entry: ZipEntry, most: number): Buffer | undefined {
  if (entry.size > most || archive.readUInt32LE(entry.at) !== LOCAL_FILE) return undefined
  const start = entry.at + 30 + archive.readUInt16LE(entry.at + 26) + archive.readUInt16LE(entry.at + 28)
  const packed = archive.subarray(start, start + entry.packed)
  if (entry.method === STORED) return packed
  return entry.method === DEFLATED ? inflateRawSync(packed, { maxOutputLength: Math.max(1, most) }) : undefined
}
