import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { useOffice } from './office-in-browser.ts'

const office = useOffice()

const field = (type: string, more: object = {}) => ({ type, id: type, key: type, label: `名称${type.length}`, ...more })
const values = [
  { label: '同意', value: 'a' },
  { label: '不同意', value: 'b' },
]
/** A form with every kind of component that is offered. */
const everyKind = `${JSON.stringify(
  {
    type: 'default',
    id: 'every.kind',
    components: [
      field('textfield', {
        validate: { required: true, validationType: 'custom', pattern: '1' },
        properties: { personal: 'true' },
      }),
      field('textarea'),
      field('number', { properties: { unit: 'fen' } }),
      field('datetime', { subtype: 'datetime', dateLabel: '日期', timeLabel: '时间', label: undefined }),
      field('filepicker', { multiple: true }),
      field('checkbox'),
      field('checklist', { values }),
      field('radio', { valuesKey: 'list' }),
      field('select', { valuesExpression: '=[1]' }),
      { type: 'text', id: 'text', text: '说明' },
      { type: 'group', id: 'group', label: '分组', components: [] },
      { type: 'dynamiclist', id: 'list', path: 'list', label: '列表', components: [] },
    ],
  },
  null,
  2,
)}\n`

/** Names and codes: of what people wrote, of FEEL, of formats and of the mark. */
const CODES = /^(?:every\.kind|fx|bpmn\.io|FEEL|Markdown|UTC|[a-z][A-Za-z0-9-]*)$/

/** Every text and name that can be seen or read out, but for what is being typed. */
const wordsOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found = new Set<string>()
    const look = (node: Node): void => {
      if (node instanceof Text && node.parentElement?.checkVisibility({ visibilityProperty: true }))
        found.add(node.data)
      if (!(node instanceof Element) || node.matches('script, style, .cm-content, [contenteditable], .fjs-powered-by'))
        return
      for (const name of ['title', 'placeholder', 'aria-label', 'alt'])
        if (node.checkVisibility({ visibilityProperty: true })) found.add(node.getAttribute(name) ?? '')
      for (const child of node.childNodes) look(child)
    }
    look(document.body)
    return [...found].map(text => text.trim()).filter(text => /[A-Za-z]{2,}/.test(text))
  })

/** English is a capitalised word, or several words; a small one by itself is a name that somebody gave. */
const english = (texts: Iterable<string>): string[] =>
  [...texts].filter(text => {
    const words = text.split(/[\s，。、：；“”（）《》,;:(){}/]+/).filter(word => /[A-Za-z]{2,}/.test(word))
    return words.some(word => !CODES.test(word)) || /[a-z]{2,} [a-z]{2,}/.test(text)
  })

async function open(page: Page, path: string, name: string, content: string): Promise<void> {
  await page.goto(path)
  await page.evaluate(() => {
    const heard: unknown[] = []
    Object.assign(globalThis, { heard })
    addEventListener('message', ({ data }) => heard.push(data))
  })
  const asked = { kind: 'open', name, content, isReadOnly: false }
  await page.evaluate(message => postMessage(message, location.origin), asked)
  await page.locator(`body[data-opened="${name}"]`).waitFor()
}

/** What the frame told last of the file. */
const toldContent = (page: Page): Promise<string | undefined> =>
  page.evaluate(
    () =>
      (globalThis as unknown as { heard: { kind: string; content: string }[] }).heard.findLast(
        ({ kind }) => kind === 'changed',
      )?.content,
  )

const changedLines = (before: string, after: string): string[] => {
  const known = new Set(before.split('\n'))
  return after.split('\n').filter(line => !known.has(line))
}

let page: Page
beforeAll(async () => {
  ;({ page } = await office.sameSeat('fang-yuangui'))
})

test('the form editor speaks Chinese whatever is opened in it, and offers only what staff can be shown', async () => {
  await open(page, '/designer/forms/form-frame.html', 'every.form', everyKind)
  const seen = new Set(await wordsOn(page))
  expect(await page.locator('.fjs-palette-field').count()).toBe(12)
  const fields = page.locator('.fjs-form-container [data-id]')
  const count = await fields.count()
  expect(count).toBeGreaterThan(11)
  for (let index = 0; index < count; index += 1) {
    await fields.nth(index).evaluate(element => (element as HTMLElement).click())
    await page.evaluate(() => {
      const closed =
        '.bio-properties-panel-group-header:not(.open), .bio-properties-panel-collapsible-entry-header:not(.open)'
      for (let round = 0; round < 2; round += 1)
        for (const header of document.querySelectorAll<HTMLElement>(closed)) header.click()
    })
    await page.evaluate(() => new Promise(requestAnimationFrame))
    for (const word of await wordsOn(page)) seen.add(word)
  }
  expect(english(seen)).toEqual([])
})

test('one label changed is one changed line of the file', async () => {
  await open(page, '/designer/forms/form-frame.html', 'every.form', everyKind)
  await page.locator('.fjs-form-container [data-id=textarea]').evaluate(element => (element as HTMLElement).click())
  await page.locator('#bio-properties-panel-label').fill('理由')
  await page.waitForFunction(() =>
    (globalThis as unknown as { heard: { kind: string }[] }).heard.some(({ kind }) => kind === 'changed'),
  )
  expect(changedLines(everyKind, (await toldContent(page)) ?? '')).toEqual(['      "label": "理由"'])
})

test('the table editor speaks Chinese, its menus too, and a changed cell is a changed line', async () => {
  const file = readFileSync('workflows/legal-review/is58.dmn', 'utf8')
  await open(page, '/designer/tables/table-frame.html', 'is58.dmn', file)
  const seen = new Set(await wordsOn(page))
  const look = async () => {
    for (const word of await wordsOn(page)) seen.add(word)
  }
  for (const header of ['th.input-cell', 'th.output-cell']) {
    await page.locator(header).first().dblclick()
    await look()
    await page.keyboard.press('Escape')
    await page.locator(header).first().click({ button: 'right' })
    await look()
    await page.keyboard.press('Escape')
  }
  await page.locator('td.rule-index').first().click({ button: 'right' })
  await look()
  await page.keyboard.press('Escape')
  await page.locator('td.input-cell').nth(1).click()
  await look()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('false')
  await page.waitForFunction(() =>
    (globalThis as unknown as { heard: { kind: string }[] }).heard.some(({ kind }) => kind === 'changed'),
  )
  expect(changedLines(file, (await toldContent(page)) ?? '')).toEqual([
    '        <inputEntry id="clause-1-major-rights"><text>false</text></inputEntry>',
  ])
  await page.locator('.view-drd-button, .view-drd button').first().click()
  await page.locator('.djs-palette').waitFor()
  await look()
  expect(english(seen)).toEqual([])
})

test('an editor of its own style is in a frame of ours alone, and every other page stays strict', async () => {
  const policyOf = async (path: string) => (await page.request.get(path)).headers()['content-security-policy'] ?? ''
  for (const path of ['/designer/forms/form-frame.html', '/designer/tables/table-frame.html']) {
    const policy = await policyOf(path)
    expect(policy).toContain("style-src 'self' 'unsafe-inline'")
    expect(policy).toContain("frame-ancestors 'self'")
    expect(policy).toContain("script-src 'self';")
  }
  expect(await policyOf('/designer')).not.toContain('unsafe-inline')
})
