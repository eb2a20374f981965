import { open } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import { namesInZip } from './zip-names.ts'

/** File types the office takes, by ending: the media type they are kept under. Pages and programs are not among them. */
export const acceptedTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  ofd: 'application/ofd',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  heic: 'image/heic',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  zip: 'application/zip',
  txt: 'text/plain',
  csv: 'text/csv',
}

/** What the content of a file on disk really is, as a media type of the list; undefined for anything else. */
export async function sniffType(path: string, name: string): Promise<string | undefined> {
  const ending = endingOf(name)
  const found = await fileTypeFromFile(path)
  if (!found)
    return (ending === 'txt' || ending === 'csv') && (await isPlainText(path)) ? acceptedTypes[ending] : undefined
  // An OFD is a zip to everybody who does not open it.
  if (found.ext === 'zip' && (await namesInZip(path)).includes('OFD.xml')) return acceptedTypes.ofd
  return acceptedTypes[found.ext]
}

/** Whether a text can be the name of a file: no path, no control characters, and an end. */
export function isFileName(name: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a name must not hold
  return /^[^\u0000-\u001f\u007f/\\]{1,200}$/u.test(name) && name.trim() !== ''
}

/** Whether the ending of the name is one of those of the type. */
export function namesType(name: string, type: string): boolean {
  return acceptedTypes[endingOf(name)] === type
}

function endingOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase()
}

/** UTF-8 without control characters, and no markup at its beginning. */
async function isPlainText(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(64 * 1024) })
    const text = new TextDecoder('utf-8', { fatal: true }).decode(buffer.subarray(0, bytesRead), { stream: true })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what text must not hold
    return !/[\u0000-\u0008\u000e-\u001f]/.test(text) && !/^\uFEFF?\s*</.test(text)
  } catch {
    return false
  } finally {
    await file.close()
  }
}
