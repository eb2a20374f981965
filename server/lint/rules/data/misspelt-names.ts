import { namesIn as namesOfComponents } from '../../../forms/names.ts'
import type { ProcedureModel } from '../../model.ts'
import { isNear } from '../../near.ts'
import { inputsOf, namesIn } from '../../reading.ts'
import type { Finding, Rule } from '../../rule.ts'
import { expressionsIn, namesReadBy, textsIn } from '../../values/names-read.ts'
import { possibleValues } from '../../values/possible-values.ts'

/** Shorter names are near to too many others. */
const SHORTEST = 5

/** What an expression reads and nobody writes is not a slip of the hand for what somebody writes. */
export const misspeltNames: Rule = {
  id: 'misspelt-names',
  severity: 'warning',
  title: { zh: '变量名没有写错字', en: 'Names are not misspelt' },
  doc: {
    why: '表达式里的变量名错一个字母，读到的就是空值：该隐藏的字段显示出来，该填的说明是空白，却不报错。',
    mend: '按提示改成真有的变量名；确是另一个变量的，在第一步（init）给它一个初值。',
  },
  check: model => {
    const written = new Set([
      ...possibleValues(model).keys(),
      ...model.nodes.flatMap(inputsOf).map(({ target }) => target),
    ])
    return [...inDiagram(model, written), ...inForms(model, written)]
  },
}

function inDiagram({ nodes }: ProcedureModel, written: ReadonlySet<string>): Finding[] {
  return nodes.flatMap(node => misspelt(namesReadBy(node), written).map(slip => tell(node.id, slip)))
}

function inForms({ forms }: ProcedureModel, written: ReadonlySet<string>): Finding[] {
  return [...forms.values()].flatMap(({ file, form }) => {
    const known = new Set([...written, ...namesOfComponents(form.components)])
    return form.components.flatMap(component =>
      misspelt(textsIn(component).flatMap(expressionsIn).flatMap(namesIn), known).map(slip => ({
        ...tell(component.id, slip),
        file,
      })),
    )
  })
}

interface Slip {
  found: string
  meant: string
}

function misspelt(names: readonly string[], known: ReadonlySet<string>): Slip[] {
  return [...new Set(names)]
    .filter(name => name.length >= SHORTEST && !known.has(name))
    .flatMap(found => {
      const meant = [...known].find(name => name.length >= SHORTEST && isNear(found, name))
      return meant === undefined ? [] : [{ found, meant }]
    })
}

const tell = (elementId: string, { found, meant }: Slip): Finding => ({
  elementId,
  message: {
    zh: `没有人写变量 ${found}，是不是 ${meant}？`,
    en: `Nobody writes the variable ${found}; is ${meant} meant?`,
  },
})
