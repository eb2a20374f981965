// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { field, formOf, open, required, words } from './opened-form.ts'

beforeEach(() => {
  document.documentElement.lang = 'zh-CN'
})
afterEach(() => document.body.replaceChildren())

describe('rows', () => {
  const form = formOf({
    type: 'dynamiclist',
    id: 'l',
    path: 'people',
    label: '在场人员',
    components: [field('textfield', 'name')],
  })

  test('are added and removed, and the focus follows', async () => {
    const { element, root, changes, choose, type } = await open(form, {}, { people: [{ name: '甲' }] })
    await choose('#f-people-add')
    await element.updateComplete
    expect(changes.at(-1)).toEqual({ path: '/people', data: { people: [{ name: '甲' }, { name: '' }] } })
    expect(root.activeElement?.id).toBe('f-people-1-name')
    await type('#f-people-1-name', '乙')
    await choose('[data-remove]', 0)
    await element.updateComplete
    expect(changes.at(-1)?.data).toEqual({ people: [{ name: '乙' }] })
    expect(root.activeElement?.closest('.item')?.id).toBe('f-people-0')
    await choose('[data-remove]', 0)
    await element.updateComplete
    expect(changes.at(-1)?.data).toEqual({ people: [] })
    expect(root.activeElement?.id).toBe('f-people-add')
  })
})

describe('a review', () => {
  const form = formOf({
    type: 'dynamiclist',
    id: 'checklist',
    path: 'checklist',
    label: '八项审核',
    description: '逐项判断',
    properties: { display: 'review', rows: 'subject:主体与权限|law:法律适用|crime:是否涉罪' },
    components: [
      { type: 'text', id: 'finding', text: '=get value(findings, this.item)' },
      field('radio', 'result', {
        values: [
          { label: '通过', value: 'pass' },
          { label: '有问题', value: 'problem' },
        ],
        ...required,
      }),
      field('textarea', 'note', { label: '说明', conditional: { hide: '=this.result != "problem"' }, ...required }),
    ],
  })
  const variables = { findings: { subject: '在目录内，见 [文件](/files/1)。', law: '', crime: '没有线索。' } }

  const press = (root: ShadowRoot, key: string) =>
    root.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
    )

  test('shows name, finding and verdict of each point, and counts', async () => {
    const { all, text, choose } = await open(form, {}, variables)
    expect(all('.check b').map(words)).toEqual(['主体与权限', '法律适用', '是否涉罪'])
    expect(all('.check p').map(words)).toEqual(['在目录内，见 文件。', '', '没有线索。'])
    expect(all('.check p a').map(link => link.getAttribute('href'))).toEqual(['/files/1'])
    expect(text('legend .dim')).toBe('逐项判断。三项未判断')
    await choose('input[type=radio]', 0)
    expect(text('legend .dim')).toBe('逐项判断。一项通过，两项未判断')
  })

  test('is worked by keys: a number goes to a point, y and n decide it; a problem asks for words', async () => {
    const { element, root, one, changes, text } = await open(form, {}, variables)
    one('input[type=radio]').focus()
    press(root, 'y')
    await element.updateComplete
    await element.updateComplete
    expect((root.activeElement as HTMLInputElement).name).toBe('f-checklist-1-result')
    press(root, '3')
    await element.updateComplete
    press(root, 'n')
    await element.updateComplete
    expect(changes.at(-1)?.data).toMatchObject({
      checklist: [
        { item: 'subject', result: 'pass' },
        { item: 'law', result: null },
        { item: 'crime', result: 'problem' },
      ],
    })
    expect(text('label[for="f-checklist-2-note"]')).toBe('是否涉罪的说明')
    expect(element.validate().ok).toBe(false)
    await element.updateComplete
    expect(text('.summary')).toContain('法律适用')
  })

  test('groups as points: one group each', async () => {
    const point = (path: string, label: string) => ({
      type: 'group',
      id: path,
      path,
      label,
      components: [{ type: 'radio', id: `${path}-result`, key: 'result', values: [{ label: '通过', value: 'pass' }] }],
    })
    const { choose, changes, all } = await open(
      formOf({
        type: 'group',
        id: 'g',
        path: 'review',
        label: '审核',
        properties: { display: 'review' },
        components: [point('subject', '主体'), point('law', '法律')],
      }),
    )
    expect(all('.check b').map(words)).toEqual(['主体', '法律'])
    await choose('input', 1)
    expect(changes.at(-1)?.data).toEqual({ review: { subject: { result: null }, law: { result: 'pass' } } })
  })
})
