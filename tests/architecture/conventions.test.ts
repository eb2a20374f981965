import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { settings } from '../../server/config.ts'

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter(Boolean)
const code = files.filter(file => /\.(ts|mjs|cjs)$/.test(file) && !file.startsWith('db/migrations/'))
const text = (file: string) => readFileSync(file, 'utf8')

describe('conventions', () => {
  test('the top level holds what it may hold', () => {
    const top = new Set(files.map(file => file.split('/')[0]!))
    const allowed =
      /^(package\.json|package-lock\.json|tsconfig\.json|workflows|server|ui|db|tests|README\.md|LICENSE|\..*)$/
    expect([...top].filter(name => !allowed.test(name))).toEqual([])
  })

  test('no file is longer than 300 lines', () => {
    expect(
      code.map(file => ({ file, lines: text(file).split('\n').length })).filter(({ lines }) => lines > 301),
    ).toEqual([])
  })

  test('files are named kebab-case after the thing inside, never after a drawer', () => {
    const names = code.map(file => file.split('/').at(-1)!)
    expect(names.filter(name => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*\.(ts|mjs|cjs)$/.test(name))).toEqual([])
    expect(code.filter(file => /(^|\/)(utils?|helpers?|common|managers?|services?)(\/|\.|$)/.test(file))).toEqual([])
  })

  test('only server/config.ts reads the environment', () => {
    const readers = code.filter(
      file => /process\.env/.test(text(file)) && /^(server|db|ui)\//.test(file) && !file.endsWith('.test.ts'),
    )
    expect(readers.filter(file => file !== 'server/config.ts')).toEqual([])
  })

  test('every room has a README of at most a page', () => {
    const rooms = [
      ...new Set(code.filter(file => file.startsWith('server/')).map(file => file.split('/').slice(0, 2).join('/'))),
    ]
      .filter(room => !room.endsWith('.ts'))
      .concat('db', 'ui', 'tests', 'workflows')
    expect(rooms.filter(room => !files.includes(`${room}/README.md`))).toEqual([])
    expect(
      rooms.filter(room => files.includes(`${room}/README.md`) && text(`${room}/README.md`).split('\n').length > 120),
    ).toEqual([])
  })

  test('the README names every setting', () => {
    const readme = text('README.md')
    expect(Object.keys(settings.shape).filter(name => !readme.includes(`| \`${name}\` |`))).toEqual([])
  })

  test('no test is skipped and none is alone', () => {
    const found = code.filter(
      file => /\b(test|it|describe)\.(skip|only|todo)\b/.test(text(file)) && !file.endsWith('conventions.test.ts'),
    )
    expect(found).toEqual([])
  })
})
