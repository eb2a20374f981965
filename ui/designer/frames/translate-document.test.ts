// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { type FrameWords, translateDocument, translated } from './translate-document.ts'

const words: FrameWords = {
  words: { Label: '名称', 'Text field': '单行文字' },
  patterns: [
    [/^Remove (.+)$/, '移除$1'],
    [/^List contains (\d+) items$/, '共 $1 项'],
  ],
}

test.each([
  ['Label', '名称'],
  ['  Label ', '  名称 '],
  ['Remove Text field', '移除单行文字'],
  ['Remove 承办意见', '移除承办意见'],
  ['List contains 3 items', '共 3 项'],
  ['constructor', 'constructor'],
  ['Labels', 'Labels'],
  ['名称', '名称'],
])('“%s” is said as “%s”', (text, said) => {
  expect(translated(text, words)).toBe(said)
})

test('what is drawn later is translated too; what people type is theirs', async () => {
  document.body.innerHTML = '<p title="Label">Label</p><div contenteditable>Label</div>'
  translateDocument(words)
  const later = document.createElement('label')
  later.innerHTML = '<b>Text field</b><textarea placeholder="Label">Label</textarea>'
  document.body.append(later)
  document.querySelector('p')!.firstChild!.nodeValue = 'Remove Label'
  await new Promise(resolve => setTimeout(resolve))
  expect(document.body.innerHTML).toBe(
    '<p title="名称">移除名称</p><div contenteditable="">Label</div>' +
      '<label><b>单行文字</b><textarea placeholder="名称">Label</textarea></label>',
  )
})
