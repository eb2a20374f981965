import { open } from 'node:fs/promises'

const END_RECORD = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
/** The end record with the longest comment. */
const TAIL_BYTES = 22 + 0xffff
/** An archive with a longer table of contents is not looked into. */
const DIRECTORY_MAX_BYTES = 1024 * 1024

/** Names of the files in a zip archive, from its central directory (APPNOTE 4.3.12, 4.3.16); empty when it has none that can be read. */
export async function namesInZip(path: string): Promise<string[]> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const tail = Buffer.alloc(Math.min(size, TAIL_BYTES))
    await file.read(tail, 0, tail.length, size - tail.length)
    const end = lastIndexOfSignature(tail)
    if (end < 0 || end + 22 > tail.length) return []
    const directory = Buffer.alloc(Math.min(tail.readUInt32LE(end + 12), DIRECTORY_MAX_BYTES))
    const { bytesRead } = await file.read(directory, 0, directory.length, tail.readUInt32LE(end + 16))
    return namesInDirectory(directory.subarray(0, bytesRead))
  } finally {
    await file.close()
  }
}

function lastIndexOfSignature(tail: Buffer): number {
  const signature = Buffer.alloc(4)
  signature.writeUInt32LE(END_RECORD)
  return tail.lastIndexOf(signature)
}

function namesInDirectory(directory: Buffer): string[] {
  const names: string[] = []
  let at = 0
  while (at + 46 <= directory.length && directory.readUInt32LE(at) === DIRECTORY_ENTRY) {
    const nameLength = directory.readUInt16LE(at + 28)
    names.push(directory.toString('utf8', at + 46, at + 46 + nameLength))
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return names
}
