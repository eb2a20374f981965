import { expect, test } from 'vitest'
import { ConfigError, describeSettings, readConfig, settings } from './config.ts'

test('without an environment every setting has its default', () => {
  expect(readConfig({})).toMatchObject({ PORT: 3000, HOST: '127.0.0.1', DATA_DIR: '.data', LOG_LEVEL: 'info' })
})

test.each([
  ['PORT', '70000', 'port to listen on'],
  ['PORT', 'http', 'port to listen on'],
  ['DEMO', 'true', 'yes fills a new database'],
  ['CLOCK', 'tomorrow', 'instant at which the office clock stands still'],
  ['PUBLIC_URL', 'ftp://office', 'address people type'],
  ['BODY_MAX_KB', '0', 'largest JSON body'],
  ['LOG_LEVEL', 'loud', "detail of the operator's log"],
])('%s=%s stops the start, naming the setting and what it expects', (name, value, expectation) => {
  const read = () => readConfig({ [name]: value })
  expect(read).toThrow(ConfigError)
  expect(read).toThrow(`${name}: found '${value}', expected: ${expectation}`)
})

test('all wrong settings are named at once', () => {
  expect(() => readConfig({ PORT: 'x', SESSION_HOURS: '-1' })).toThrow(/^PORT: .*\nSESSION_HOURS: /)
})

test('a standing clock is refused outside a demonstration', () => {
  expect(() => readConfig({ CLOCK: '2026-11-24T02:00:00Z' })).toThrow('CLOCK: expected only together with DEMO=yes')
  expect(readConfig({ CLOCK: '2026-11-24T02:00:00Z', DEMO: 'yes' }).CLOCK).toBe('2026-11-24T02:00:00Z')
})

test('the help lists each setting with its description', () => {
  const help = describeSettings()
  for (const [name, { description }] of Object.entries(settings.shape)) {
    expect(description).toBeTruthy()
    expect(help).toContain(`${name.padEnd(22)}${description}`)
  }
})
