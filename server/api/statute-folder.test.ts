import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verify } from '../../db/verify.ts'
import { openOffice } from '../../tests/support/office.ts'
import { signIn } from '../../tests/support/visitor.ts'
import { readings } from '../app.ts'
import { laws } from '../statutes/laws.ts'

/** Folder of official texts, one law a file; they are not part of the product. */
const folder = process.env.STATUTE_TEXTS ?? ''

interface Reading {
  title: string
  name: string
  promulgatedOn: string | null
  inForceFrom: string | null
  inForceTo: string | null
  articles: number
  faults: object[]
}

test.runIf(existsSync(folder))(
  '(only where STATUTE_TEXTS names a folder of official texts) every text comes in, twice without a change, and holds what we say of it',
  async () => {
    const office = await openOffice()
    const { house } = office.app
    const admin = await signIn(office, 'fang-yuangui')
    const figures: { file: string; name: string; articles: number; faults: number }[] = []
    for (const fileName of readdirSync(folder).filter(file => /\.(md|txt)$/.test(file) && file !== 'README.md')) {
      const text = readFileSync(join(folder, fileName), 'utf8')
      const reading = await admin.json<Reading>('POST', '/statute-readings', { text })
      const { title, name, promulgatedOn, inForceFrom, inForceTo, articles, faults } = reading
      const days = { promulgatedOn, inForceFrom, inForceTo }
      const wanted = { fileName, text, title, name, ...days }
      expect(await admin.json('POST', '/statutes', wanted)).toMatchObject({ isNew: true, articles })
      expect(await admin.json('POST', '/statutes', wanted)).toMatchObject({ isNew: false, articles })
      figures.push({ file: fileName, name, articles, faults: faults.length })
    }
    console.table(figures)
    expect(figures.filter(({ faults }) => faults > 0)).toEqual([])
    // Whatever we sum up of a law whose text is here stands in it.
    const absent = laws.flatMap(({ name, from, articles }) => {
      const version = house.statutes.inForce(name, from)
      const isThere = (number: number) => version && house.statutes.article(version.textId, String(number))
      return version ? articles.filter(({ number }) => !isThere(number)).map(({ number }) => `${name} ${number}`) : []
    })
    expect(absent).toEqual([])
    expect(verify(house.db.reader, { readings }).differences).toEqual([])
    await office.close()
  },
  60_000,
)
