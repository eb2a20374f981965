import { crc32, deflateRawSync } from 'node:zlib'

/** A file in an archive. */
export interface ZipFile {
  /** Path with slashes. */
  name: string
  content: string
}

const LOCAL_FILE = 0x04034b50
const DIRECTORY_ENTRY = 0x02014b50
const END_RECORD = 0x06054b50
const VERSION = 20
const UTF8_NAMES = 0x0800
const DEFLATE = 8
/** 1980-01-01, the first day of the format: the same content gives the same bytes, whenever it is written. */
const FIRST_DAY = 0x21

/** An archive of texts (APPNOTE 6.3.10, 4.3): deflated, UTF-8 names, no extra fields. The same files give the same bytes. */
export function writeZip(files: readonly ZipFile[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content } of files) {
    const raw = Buffer.from(content)
    const packed = deflateRawSync(raw)
    const about = aboutFile(crc32(raw), packed.length, raw.length, Buffer.byteLength(name))
    const local = Buffer.concat([uint32(LOCAL_FILE), about, Buffer.from(name), packed])
    directory.push(
      Buffer.concat([
        uint32(DIRECTORY_ENTRY),
        uint16(VERSION),
        about,
        Buffer.alloc(10),
        uint32(offset),
        Buffer.from(name),
      ]),
    )
    parts.push(local)
    offset += local.length
  }
  const table = Buffer.concat(directory)
  return Buffer.concat([...parts, table, endRecord(files.length, table.length, offset)])
}

/** What stands about a file both beside its content and in the directory. */
function aboutFile(checksum: number, packed: number, raw: number, nameLength: number): Buffer {
  return Buffer.concat([
    ...[VERSION, UTF8_NAMES, DEFLATE, 0, FIRST_DAY].map(uint16),
    ...[checksum, packed, raw].map(uint32),
    uint16(nameLength),
    uint16(0),
  ])
}

function endRecord(count: number, size: number, offset: number): Buffer {
  return Buffer.concat([
    uint32(END_RECORD),
    ...[0, 0, count, count].map(uint16),
    uint32(size),
    uint32(offset),
    uint16(0),
  ])
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value >>> 0)
  return bytes
}
