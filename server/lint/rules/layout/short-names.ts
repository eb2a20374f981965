import type { Rule } from '../../rule.ts'

/** Twelve characters fit two lines of a task. */
export const shortNames: Rule = {
  id: 'short-names',
  severity: 'error',
  title: { zh: '名称不超过十二个字', en: 'Names have at most twelve characters' },
  doc: {
    why: '任务框里写得下两行，每行六个字；再长就会被截断或挤出框外。',
    mend: '把名称缩短到十二个字以内；要说的话写进文档说明或表单的说明文字。',
  },
  check: ({ drawing }) =>
    [...drawing.shapes.values()]
      .filter(({ name }) => [...name].length > LONGEST)
      .map(({ id, name }) => ({
        elementId: id,
        message: {
          zh: `名称“${name}”有 ${[...name].length} 个字，超过了 ${LONGEST} 个。`,
          en: `The name “${name}” has ${[...name].length} characters, more than ${LONGEST}.`,
        },
      })),
}

const LONGEST = 12
