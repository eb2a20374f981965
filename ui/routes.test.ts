import { expect, test } from 'vitest'
import { matchRoute, type Route, routes } from './routes.ts'

const table: Route[] = ['/inbox', '/tasks/:key', '/start', '/start/:key'].map(path => ({
  path,
  element: `x${path}`,
  load: async () => undefined,
}))

test.each([
  ['/inbox', '/inbox', {}],
  ['/inbox/', '/inbox', {}],
  ['/tasks/2251799813704412', '/tasks/:key', { key: '2251799813704412' }],
  ['/start/a%2Fb', '/start/:key', { key: 'a/b' }],
])('%s is the page %s', (asked, path, params) => {
  expect(matchRoute(asked, table)).toMatchObject({ route: { path }, params })
})

test.each(['/', '/nowhere', '/tasks', '/tasks/1/2'])('%s is no page', asked => {
  expect(matchRoute(asked, table)).toBeUndefined()
})

test('every page has an element of its own and a path of its own', () => {
  expect(new Set(routes.map(route => route.element)).size).toBe(routes.length)
  expect(new Set(routes.map(route => route.path)).size).toBe(routes.length)
})
