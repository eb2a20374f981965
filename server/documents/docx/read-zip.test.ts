import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readZipFile, readZipFiles, type ZipRefused } from './read-zip.ts'
import { writeZip } from './write-zip.ts'

const LIMITS = { files: 10, bytes: 1024 * 1024, ratio: 100 }
const files = [
  { name: '法制审核.bpmn', content: '<a/>' },
  { name: 'empty.form', content: '' },
]

test('what was written is read, byte for byte', () => {
  const read = readZipFiles(writeZip(files), LIMITS)
  expect(read.map(({ name, content }) => ({ name, content: content.toString() }))).toEqual(files)
  expect(readZipFile(writeZip(files), '法制审核.bpmn', 100)?.toString()).toBe('<a/>')
})

const refusal = (archive: Buffer, limits = LIMITS): string => {
  try {
    readZipFiles(archive, limits)
  } catch (error) {
    return (error as ZipRefused).told.en
  }
  throw new Error('Expected a refusal, found none')
}

test.each(['../x.bpmn', 'a/../../x.bpmn', '/etc/x.bpmn', 'C:x.bpmn', 'a\\x.bpmn'])('the name %s is refused', name => {
  expect(refusal(writeZip([{ name, content: 'x' }]))).toContain('leads outside')
})

test('a small archive that holds a large file is refused, whatever its directory says', () => {
  const bomb = writeZip([{ name: 'x.bpmn', content: '0'.repeat(1_900_000) }])
  expect(bomb.length).toBeLessThan(3000)
  expect(refusal(bomb, { ...LIMITS, bytes: 1e9 })).toBe('what it holds is too large')
  const lying = Buffer.from(bomb)
  // The size in the directory.
  lying.writeUInt32LE(10, lying.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])) + 24)
  expect(refusal(lying, { ...LIMITS, bytes: 1e9 })).toBe('what it holds is too large')
})

test('many small ones count together', () => {
  const many = Array.from({ length: 9 }, (_, index) => ({ name: `${index}.form`, content: String(index).repeat(1000) }))
  expect(refusal(writeZip(many), { ...LIMITS, bytes: 8500 })).toBe('what it holds is too large')
  expect(refusal(writeZip(many), { ...LIMITS, files: 8 })).toBe('more than 8 files')
})

test('what is torn, encrypted or no archive is refused', () => {
  expect(refusal(Buffer.from('PK no archive'))).toContain('not a zip archive')
  const torn = writeZip(files)
  const at = torn.indexOf(deflateRawSync('<a/>'))
  torn[at] = torn[at]! ^ 0xff
  expect(refusal(torn)).toContain('is torn')
  const encrypted = writeZip(files)
  encrypted[encrypted.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])) + 8]! |= 1
  expect(refusal(encrypted)).toContain('is encrypted')
})
