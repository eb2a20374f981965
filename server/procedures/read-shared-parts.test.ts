import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseForm } from '../forms/parse-form.ts'
import { resolveSharedParts } from '../forms/shared-parts.ts'
import { readBundles } from './read-bundles.ts'
import { readSharedParts } from './read-shared-parts.ts'

const parts = readSharedParts('workflows')
const names = readdirSync('workflows/shared/forms').map(name => name.replace(/\.form$/, ''))
const form = (...components: unknown[]) => ({ type: 'default', id: 'p.t', components })

test.each(names)('%s stands in a form as it is, and twice under names of its own', name => {
  expect(parseForm(resolveSharedParts(form({ type: 'shared', id: 'a', part: name }), parts))).toMatchObject({
    ok: true,
  })
  const [first] = Object.entries(parts(name)!.defaults)
  const twice = form(
    { type: 'shared', id: 'a', part: name },
    {
      type: 'shared',
      id: 'b',
      part: name,
      with: Object.fromEntries(namesOf(name).map(each => [each, `other${each}`])),
    },
  )
  expect(first).toBeDefined()
  expect(parseForm(resolveSharedParts(twice, parts))).toMatchObject({ ok: true })
})

/** What a part calls the variables it fills: the defaults that are plain identifiers, other than its words. */
function namesOf(name: string): string[] {
  return Object.entries(parts(name)!.defaults)
    .filter(([, value]) => /^[a-z][A-Za-z]*$/.test(value) && value !== 'false')
    .map(([key]) => key)
}

test('what is published holds no place of a shared part any more', async () => {
  const bundles = readBundles('workflows')
  const forms = bundles.flatMap(({ resources }) => resources).filter(({ name }) => name.endsWith('.form'))
  expect(forms.length).toBeGreaterThan(10)
  expect(forms.filter(({ content }) => content.includes('"type": "shared"')).map(({ name }) => name)).toEqual([])
  expect(bundles.map(({ folder }) => folder)).not.toContain('shared')
})
