import { expect, test } from 'vitest'
import { openDatabase } from '../../db/open.ts'
import { openDocuments } from './documents.ts'

test('however many documents there are, each question about them goes by an index', () => {
  const { writer, close } = openDatabase(':memory:')
  const asked: string[] = []
  openDocuments(
    new Proxy(writer, {
      get(target, name) {
        if (name !== 'prepare') return Reflect.get(target, name)
        return (sql: string) => {
          asked.push(sql)
          return target.prepare(sql)
        }
      },
    }),
  )
  const plans = asked.map(sql => {
    const given = [...sql.matchAll(/\?/g)].map(() => null)
    const steps = writer.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...given) as { detail: string }[]
    return { sql, scans: steps.filter(({ detail }) => detail.startsWith('SCAN')) }
  })
  expect(plans.length).toBeGreaterThan(5)
  expect(plans.filter(({ scans }) => scans.length > 0)).toEqual([])
  close()
})
