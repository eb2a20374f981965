import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DataFolderInUse, holdDataFolder } from './hold-data-folder.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xunfa-hold-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const PROGRAM = `
  import { holdDataFolder } from '${new URL('./hold-data-folder.ts', import.meta.url)}'
  holdDataFolder(process.argv[1])
  console.log('held')
  setInterval(() => {}, 1000)`

/** Another process that holds the folder. */
async function holder() {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', PROGRAM, folder])
  await once(child.stdout, 'data')
  return child
}

test('a folder that another process holds is refused, by name', async () => {
  const other = await holder()
  expect(() => holdDataFolder(folder)).toThrow(DataFolderInUse)
  expect(() => holdDataFolder(folder)).toThrow(`is in use by process ${other.pid}`)
  other.kill('SIGKILL')
  await once(other, 'exit')
  holdDataFolder(folder)()
})

test('the number of a crashed process says nothing: after a restart another program may have it', () => {
  writeFileSync(join(folder, 'in-use-by'), String(process.ppid))
  const release = holdDataFolder(folder)
  release()
})

test('one process holds a folder once, and lets it go without a trace', () => {
  const release = holdDataFolder(folder)
  expect(() => holdDataFolder(folder)).toThrow(DataFolderInUse)
  release()
  holdDataFolder(folder)()
  expect(readdirSync(folder).filter(name => name === 'in-use-by')).toEqual([])
})
