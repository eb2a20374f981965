// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { field, formOf, open, required } from './opened-form.ts'

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
    expect(described).toEqual(['与营业执照一致', '必填，不能空着。'])
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

  test('an equal form in a new object, as every answer of the server brings, leaves what was entered alone', async () => {
    const form = formOf(field('textfield', 'a'))
    const { element, one, type } = await open(form)
    await type('#f-a', '正在写')
    element.form = structuredClone(form)
    await element.updateComplete
    expect(one('#f-a').value).toBe('正在写')
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
    expect(text('.err')).toBe('Required, cannot be left empty.')
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
