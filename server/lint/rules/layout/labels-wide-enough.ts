import type { Edge, Shape } from '../../drawing/read-drawing.ts'
import type { Rule } from '../../rule.ts'

/** A label narrower than its words breaks into two lines. */
export const labelsWideEnough: Rule = {
  id: 'labels-wide-enough',
  severity: 'error',
  title: { zh: '文字框够宽', en: 'Labels are wide enough' },
  doc: {
    why: '文字框比字窄，字就折成两行，压到别的东西上。',
    mend: '把文字框加宽到每字 12 点再加 16 点。',
  },
  check: ({ drawing }) =>
    [...drawing.shapes.values(), ...drawing.edges].filter(isTight).map(({ id, name }) => ({
      elementId: id,
      message: {
        zh: `文字“${name}”的框应至少宽 ${widthOf(name)}。`,
        en: `The label “${name}” must be at least ${widthOf(name)} wide.`,
      },
    })),
}

const CHARACTER = 12
const MARGIN = 16

const widthOf = (name: string) => [...name].length * CHARACTER + MARGIN
const isTight = ({ name, label }: Shape | Edge) => label !== undefined && label.width < widthOf(name)
