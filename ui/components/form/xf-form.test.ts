// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { FileReference, Form, JsonObject } from '../../../server/forms/index.ts'
import { parseForm } from '../../../server/forms/parse-form.ts'
import './xf-form.ts'
import type { FormChange, XfForm } from './xf-form.ts'

const formOf = (...components: object[]): Form => {
  const parsed = parseForm({ type: 'default', id: 'f', components })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.form
}

const field = (type: string, key: string, more: object = {}) => ({
  type,
  id: key,
  key,
  label: key.toUpperCase(),
  ...more,
})
const required = { validate: { required: true } }

async function open(form: Form, more: Partial<XfForm> = {}, variables: JsonObject = {}) {
  const element = document.createElement('xf-form')
  Object.assign(element, { form, context: { variables, now: Date.parse('2026-11-24T02:00:00Z') }, ...more })
  const changes: FormChange[] = []
  element.addEventListener('xf-change', event => changes.push((event as CustomEvent<FormChange>).detail))
  document.body.append(element)
  await element.updateComplete
  const root = element.shadowRoot as ShadowRoot
  const all = <E extends Element = HTMLInputElement>(selector: string): E[] => [...root.querySelectorAll<E>(selector)]
  const one = <E extends Element = HTMLInputElement>(selector: string): E => {
    const [found] = all<E>(selector)
    if (!found) throw new Error(`expected an element '${selector}' in ${root.innerHTML}`)
    return found
  }
  const type = async (selector: string, text: string): Promise<void> => {
    const input = one(selector)
    input.focus()
    input.value = text
    input.dispatchEvent(new Event('input', { bubbles: true }))
    await element.updateComplete
  }
  const leave = async (selector: string): Promise<void> => {
    one(selector).dispatchEvent(new Event('change', { bubbles: true }))
    one(selector).blur()
    await element.updateComplete
  }
  const choose = async (selector: string, index = 0): Promise<void> => {
    all(selector)[index]?.click()
    await element.updateComplete
  }
  return { element, root, changes, all, one, type, leave, choose, text: (selector: string) => words(one(selector)) }
}

const words = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim()

beforeEach(() => {
  document.documentElement.lang = 'zh-CN'
})
afterEach(() => document.body.replaceChildren())

describe('fields', () => {
  test('a label, the word for required, help and error belong to their control', async () => {
    const { element, one, text } = await open(
      formOf(field('textfield', 'a', { ...required, description: '与营业执照一致' })),
    )
    element.validate()
    await element.updateComplete
    const input = one('#f-a')
    expect(text('label[for="f-a"]')).toBe('A 必填')
    expect(input.required).toBe(true)
    expect(input.getAttribute('aria-invalid')).toBe('true')
    const described = (input.getAttribute('aria-describedby') ?? '').split(' ').map(id => text(`#${id}`))
    expect(described).toEqual(['与营业执照一致', '必填，还没有填写。'])
  })

  test('money is typed in yuan, stored in fen and set with two decimals once left', async () => {
    const { one, type, leave, changes, text } = await open(
      formOf(field('number', 'fine', { properties: { unit: 'fen' } })),
    )
    await type('#f-fine', '52,000.')
    expect(one('#f-fine').value).toBe('52,000.')
    expect(changes.at(-1)).toEqual({ data: { fine: 5_200_000 }, path: '/fine' })
    await leave('#f-fine')
    expect(one('#f-fine').value).toBe('52,000.00')
    expect(text('#f-fine-help')).toBe('大写 伍万贰仟元整')
  })

  test('what is no number is kept as typed and said to be wrong', async () => {
    const { one, type, leave, changes, text } = await open(formOf(field('number', 'n')))
    await type('#f-n', '约 3')
    await leave('#f-n')
    expect(changes.at(-1)?.data).toEqual({ n: '约 3' })
    expect(one('#f-n').value).toBe('约 3')
    expect(text('.err')).toContain('应为数字')
    await type('#f-n', '３')
    expect(changes.at(-1)?.data).toEqual({ n: 3 })
  })

  test('a code is checked when its last character is typed; a field passed through is left in peace', async () => {
    const form = formOf(field('textfield', 'code', { validate: { required: true, validationType: 'creditCode' } }))
    const { all, type, leave, text } = await open(form)
    await leave('#f-code')
    expect(all('.err')).toEqual([])
    await type('#f-code', '91350100M000100Y4')
    expect(all('.err')).toEqual([])
    await type('#f-code', '91350100M000100Y44')
    expect(text('.err')).toBe('第 18 位应为 3，请核对营业执照。')
  })

  test('pasted text keeps its words only', async () => {
    const { one, changes } = await open(formOf(field('textfield', 'a')))
    const paste = Object.assign(new Event('paste', { cancelable: true }), {
      clipboardData: { getData: () => '\ufeff和丰\u00a0商贸\r\n有限公司\u200b' },
    })
    one('#f-a').dispatchEvent(paste)
    expect(paste.defaultPrevented).toBe(true)
    expect(changes.at(-1)?.data).toEqual({ a: '和丰 商贸 有限公司' })
  })

  test('options keep their type, a blocked one cannot be chosen and says why', async () => {
    const values = [
      { label: '同意', value: true },
      { label: '不同意', value: false },
    ]
    const properties = { 'blocked.true': '=1 = 1', 'reason.true': '有问题，不能选' }
    const { all, choose, changes, text } = await open(formOf(field('radio', 'r', { values, properties })))
    expect(all('input').map(input => input.disabled)).toEqual([true, false])
    expect(text('small')).toBe('有问题，不能选')
    await choose('input', 1)
    expect(changes.at(-1)?.data).toEqual({ r: false })
  })

  test('a checklist keeps the order of its options; a select gives nothing back', async () => {
    const values = [
      { label: '一', value: 1 },
      { label: '二', value: 2 },
    ]
    const { one, choose, changes } = await open(
      formOf(field('checklist', 'c', { values }), field('select', 's', { values })),
      {},
      { s: 2 },
    )
    await choose('input', 1)
    await choose('input', 0)
    expect(changes.at(-1)?.data).toEqual({ c: [1, 2], s: 2 })
    const select = one<HTMLSelectElement>('select')
    select.value = '-1'
    select.dispatchEvent(new Event('change'))
    expect(changes.at(-1)?.data).toMatchObject({ s: null })
  })

  test('a condition shows and hides; what was hidden is still there when it comes back', async () => {
    const form = formOf(field('checkbox', 'b'), field('textfield', 'a', { conditional: { hide: '=b' } }))
    const { element, all, type, choose } = await open(form)
    await type('#f-a', 'x')
    await choose('#f-b')
    expect(all('#f-a')).toEqual([])
    expect(element.validate()).toEqual({ ok: true, data: { b: true } })
    await choose('#f-b')
    expect(all('#f-a')[0]?.value).toBe('x')
  })

  test('read-only: nothing can be entered and nothing is called wrong', async () => {
    const values = [{ label: '一', value: 1 }]
    const form = formOf(field('textfield', 'a', required), field('select', 's', { values }), field('filepicker', 'd'), {
      type: 'dynamiclist',
      id: 'l',
      path: 'l',
      components: [],
    })
    const { one, all } = await open(form, { readonly: true })
    expect(one('#f-a').readOnly).toBe(true)
    expect(one<HTMLSelectElement>('select').disabled).toBe(true)
    expect(all('button, input[type=file], .must')).toEqual([])
  })
})

describe('what is wrong', () => {
  const form = formOf(field('textfield', 'a', { ...required, label: '当事人' }), {
    type: 'dynamiclist',
    id: 'l',
    path: 'people',
    label: '在场人员',
    components: [field('textfield', 'name', { ...required, label: '姓名' })],
  })

  test('is summed up at the top with links, and the focus goes to the first', async () => {
    const { element, root, text, all } = await open(form)
    expect(text('.summary')).toBe('')
    expect(element.validate().ok).toBe(false)
    await element.updateComplete
    await element.updateComplete
    expect(text('.summary')).toBe('还有 2 处要改 · 当事人、在场人员 第 1 行 姓名')
    expect(root.activeElement?.id).toBe('f-a')
    all<HTMLAnchorElement>('.summary a')[1]?.click()
    await element.updateComplete
    await element.updateComplete
    expect(root.activeElement?.id).toBe('f-people-0-name')
  })

  test('is unsaid as soon as it is mended', async () => {
    const { element, type, text, all } = await open(form)
    element.validate()
    await type('#f-a', '和丰商贸有限公司')
    expect(text('.summary')).toBe('还有 1 处要改 · 在场人员 第 1 行 姓名')
    await type('#f-people-0-name', '王一')
    expect(all('.err, .summary a')).toEqual([])
  })

  test('the server says is shown until its field is changed', async () => {
    const errors = [{ path: '/a', id: 'optionBlocked' as const, params: { label: '同意', reason: '期限已过。' } }]
    const { type, text, all } = await open(form, { errors, data: { a: 'x', people: [{ name: 'y' }] } })
    expect(text('.err')).toBe('不能选“同意”。期限已过。')
    await type('#f-a', 'z')
    expect(all('.err')).toEqual([])
  })

  test('in English when the document is', async () => {
    document.documentElement.lang = 'en'
    const { element, text } = await open(form)
    element.validate()
    await element.updateComplete
    expect(text('.summary')).toContain('2 things to mend')
    expect(text('.err')).toBe('Required, nothing has been entered.')
  })
})

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
    expect(text('legend .dim')).toBe('逐项判断。一项通过，二项未判断')
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

describe('files', () => {
  const form = formOf(field('filepicker', 'materials', { multiple: true, accept: '.pdf' }))
  const reference = (file: File): FileReference => ({
    fileId: `id-${file.name}`,
    name: file.name,
    size: file.size,
    type: file.type,
  })
  const drop = (target: Element, files: File[]) =>
    target.dispatchEvent(Object.assign(new Event('drop', { cancelable: true }), { dataTransfer: { files } }))
  const pdf = (name: string) => new File(['x'], name, { type: 'application/pdf' })
  const settled = async (element: XfForm) => {
    for (const picker of element.shadowRoot?.querySelectorAll('xf-file-picker') ?? []) await picker.updateComplete
    await element.updateComplete
  }

  test('dropped together are all kept, in whatever order they arrive', async () => {
    const arrivals: (() => void)[] = []
    const upload = (file: File) => new Promise<FileReference>(resolve => arrivals.push(() => resolve(reference(file))))
    const { element, one, changes, all } = await open(form, { upload })
    drop(one('.drop'), [pdf('a.pdf'), pdf('b.pdf')])
    await settled(element)
    expect(all('[role=status]').map(words)).toContain('正在上传')
    for (const arrive of arrivals.reverse()) arrive()
    await expect
      .poll(() => (changes.at(-1)?.data.materials as FileReference[] | undefined)?.map(file => file.fileId))
      .toEqual(['id-b.pdf', 'id-a.pdf'])
  })

  test('of another type are refused before they travel; a failure says why and can be tried again', async () => {
    let attempts = 0
    const upload = async (file: File) => {
      attempts += 1
      if (attempts === 1) throw new Error('文件超过 25 MB')
      return reference(file)
    }
    const { element, one, all, changes, choose } = await open(form, { upload })
    drop(one('.drop'), [new File(['x'], 'a.exe')])
    await settled(element)
    expect(words(one('[role=alert]'))).toBe('没有传上：“a.exe”的类型不收')
    expect(attempts).toBe(0)
    await choose('.acts button', 1)
    await settled(element)
    drop(one('.drop'), [pdf('a.pdf')])
    await expect.poll(() => all('[role=alert]').map(words)).toEqual(['没有传上：文件超过 25 MB'])
    await choose('.acts button', 0)
    await expect.poll(() => changes.at(-1)?.data.materials).toHaveLength(1)
    await settled(element)
    one<HTMLButtonElement>('.files button').click()
    expect(changes.at(-1)?.data).toEqual({ materials: [] })
  })
})

describe('a draft', () => {
  const form = formOf(field('textfield', 'a'), field('textfield', 'b'))

  test('is gone on from; a newer one does not overwrite what is being typed until the form is reset', async () => {
    const { element, one, type } = await open(form, { data: { a: '草稿' } }, { a: '变量', b: '变量' })
    expect(element.value).toEqual({ a: '草稿', b: '变量' })
    await type('#f-a', '正在写')
    element.data = { a: '别处存的' }
    await element.updateComplete
    expect(one('#f-a').value).toBe('正在写')
    element.reset()
    await element.updateComplete
    expect(element.value).toEqual({ a: '别处存的', b: '变量' })
  })
})
