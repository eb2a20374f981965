import { inflateRawSync } from 'node:zlib'

const END_RECORD = Buffer.from([0x50, 0x4b, 0x05, 0x06])
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_FILE = 0x04034b50
const STORED = 0
const DEFLATED = 8

/**
 * The content of one file in an archive (APPNOTE 6.3.10, 4.3); undefined when there is no such file, or the archive is
 * none, torn, or packed in a way nobody uses.
 * @param most bytes it may have unpacked: a small file may hold a very large one
 */
export function readZipFile(archive: Buffer, name: string, most: number): Buffer | undefined {
  try {
    const entry = entryOf(archive, name)
    if (!entry || entry.size > most || archive.readUInt32LE(entry.at) !== LOCAL_FILE) return undefined
    const start = entry.at + 30 + archive.readUInt16LE(entry.at + 26) + archive.readUInt16LE(entry.at + 28)
    const packed = archive.subarray(start, start + entry.packed)
    if (entry.method === STORED) return packed
    return entry.method === DEFLATED ? inflateRawSync(packed, { maxOutputLength: most }) : undefined
  } catch {
    // Reading past the end, or what does not unpack.
    return undefined
  }
}

interface ZipEntry {
  method: number
  packed: number
  size: number
  /** Where its local header begins. */
  at: number
}

function entryOf(archive: Buffer, name: string): ZipEntry | undefined {
  const end = archive.lastIndexOf(END_RECORD)
  if (end < 0) return undefined
  let at = archive.readUInt32LE(end + 16)
  while (at + 46 <= end && archive.readUInt32LE(at) === DIRECTORY_ENTRY) {
    const length = archive.readUInt16LE(at + 28)
    if (archive.toString('utf8', at + 46, at + 46 + length) === name)
      return {
        method: archive.readUInt16LE(at + 10),
        packed: archive.readUInt32LE(at + 20),
        size: archive.readUInt32LE(at + 24),
        at: archive.readUInt32LE(at + 42),
      }
    at += 46 + length + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
  return undefined
}
