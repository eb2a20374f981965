import type { Sentences } from './sentence.ts'

/** What is written on a diagram. */
export const diagramWords = {
  'diagram.label': ['流程图，走过的路为深色', 'Diagram; the path taken is dark'],
  'diagram.plainLabel': ['流程图', 'Diagram'],
  'diagram.fit': ['适合窗口', 'Fit'],
  'diagram.whole': ['看全图', 'Show all'],
  'diagram.partText': [
    '图很宽，现在只显示一段；拖动可以看其余部分',
    'The diagram is wide, this is a part of it; drag to see the rest',
  ],
  'diagram.in': ['放大', 'Zoom in'],
  'diagram.out': ['缩小', 'Zoom out'],
  'diagram.fault': ['故障', 'incident'],
  'diagram.visits': ['{n} 次 {dwell}', '{n}× {dwell}'],
  'diagram.waits': ['已等 {dwell}', 'waiting {dwell}'],
  'diagram.day': ['{d} 日 {h} 时', '{d} d {h} h'],
  'diagram.hour': ['{h} 时 {m} 分', '{h} h {m} min'],
  'diagram.minute': ['{m} 分', '{m} min'],
  'diagram.instant': ['不足一分', 'under a minute'],
  'diagram.broken': ['流程图画不出来', 'The diagram cannot be drawn'],
  'diagram.twin': ['流程图的文字', 'The diagram in words'],
} as const satisfies Sentences
