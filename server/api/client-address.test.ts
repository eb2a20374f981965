import { Hono } from 'hono'
import { expect, test } from 'vitest'
import type { Config } from '../config.ts'
import { clientAddress } from './client-address.ts'
import type { Environment } from './environment.ts'
import type { House } from './house.ts'

const PROXY = 'https://xunfa.example.cn'

test.each<[string, string | undefined, string | undefined, string]>([
  ['nothing in front: whoever is at the end of the line', undefined, undefined, '10.0.0.9'],
  ['nothing in front: what the client says of itself is not believed', undefined, '1.2.3.4', '10.0.0.9'],
  ['a proxy: what it appended', PROXY, '203.0.113.7', '203.0.113.7'],
  ['a proxy: only what it appended, not what the client sent', PROXY, '1.2.3.4, 203.0.113.7', '203.0.113.7'],
  ['a proxy: IPv6', PROXY, '2001:db8::1', '2001:db8::1'],
  ['a proxy that appends nothing', PROXY, undefined, '10.0.0.9'],
  ['a proxy that appends no address', PROXY, 'unknown', '10.0.0.9'],
])('%s', async (_, PUBLIC_URL, forwarded, expected) => {
  const app = new Hono<Environment>()
    .use(async (c, next) => {
      c.set('house', { config: { PUBLIC_URL } as Config } as House)
      await next()
    })
    .get('/', c => c.text(clientAddress(c)))
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
  const answer = await app.request('/', { headers }, { incoming: { socket: { remoteAddress: '10.0.0.9' } } })
  expect(await answer.text()).toBe(expected)
})

test('who has hung up is somebody from outside, not of this process', async () => {
  const app = new Hono<Environment>()
    .use(async (c, next) => {
      c.set('house', { config: {} as Config } as House)
      await next()
    })
    .get('/', c => c.text(clientAddress(c)))
  expect(await (await app.request('/', {}, { incoming: { socket: {} } })).text()).toBe('unknown')
  expect(await (await app.request('/')).text()).toBe('in-process')
})
