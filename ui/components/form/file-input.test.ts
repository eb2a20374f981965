// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { FileReference } from '../../../server/forms/index.ts'
import { field, formOf, open, words } from './opened-form.ts'
import type { XfForm } from './xf-form.ts'

beforeEach(() => {
  document.documentElement.lang = 'zh-CN'
})
afterEach(() => document.body.replaceChildren())

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

  test('on their way are waited for before the form is sent; one that does not arrive holds it back', async () => {
    const arrivals: ((isThere: boolean) => void)[] = []
    const upload = (file: File) =>
      new Promise<FileReference>((resolve, reject) =>
        arrivals.push(isThere => (isThere ? resolve(reference(file)) : reject(new Error('断网')))),
      )
    const { element, one } = await open(form, { upload })
    expect(await element.allUploaded()).toBe(true)
    drop(one('.drop'), [pdf('a.pdf')])
    const first = element.allUploaded()
    arrivals[0]!(true)
    expect(await first).toBe(true)
    expect(element.validate()).toMatchObject({ ok: true, data: { materials: [{ fileId: 'id-a.pdf' }] } })
    drop(one('.drop'), [pdf('b.pdf')])
    const second = element.allUploaded()
    arrivals[1]!(false)
    expect(await second).toBe(false)
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
