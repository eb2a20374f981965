import type { FrameWords } from '../frames/translate-document.ts'

/** Sentences of the form editor with places in them; what stands in a place is translated as well. */
export const formEditorPatterns: FrameWords['patterns'] = [
  [/^Create an? (.+) element$/, '新增“$1”'],
  [/^Remove (.+)$/, '移除$1'],
  [/^List contains (\d+) items?$/, '共 $1 项'],
  [/^Edit (.+) in a pop-up$/, '在大窗口里编辑$1'],
  [/^Option (\d+)$/, '选项 $1'],
]
