import { extensionOf, textOf } from '../../../bpmn/index.ts'
import { isField, nameOf } from '../../../forms/names.ts'
import type { Component } from '../../../forms/schema.ts'
import type { ProcedureModel } from '../../model.ts'
import { namesIn, outputsOf } from '../../reading.ts'
import type { Finding, Rule } from '../../rule.ts'

const PLAIN = /^[a-z][A-Za-z0-9]*$/

/** Variables have plain names in camelCase, so that an expression means the same everywhere. */
export const plainNames: Rule = {
  id: 'plain-names',
  severity: 'error',
  title: { zh: '变量名是普通标识符', en: 'Variables have plain names' },
  doc: {
    why: '名字里有空格、短横线、汉字或点，表达式里就会被读成减法、路径或两个名字。',
    mend: '变量一律 camelCase（小写字母开头，只用字母和数字），如 firstOpinion、amountFen。',
  },
  check: findOdd,
}

interface Named {
  elementId: string
  name: string
  file?: string
}

function findOdd(model: ProcedureModel): Finding[] {
  return [...inDiagram(model), ...readByFlows(model), ...inForms(model)]
    .filter(({ name }) => !PLAIN.test(name))
    .map(({ elementId, name, file }) => ({
      elementId,
      ...(file !== undefined && { file }),
      message: { zh: `变量名“${name}”不是 camelCase。`, en: `The variable “${name}” is not in camelCase.` },
    }))
}

function inDiagram({ nodes, words }: ProcedureModel): Named[] {
  const results = nodes.flatMap(({ id, source }) =>
    ['zeebe:Script', 'zeebe:CalledDecision'].flatMap(kind => {
      const name = textOf(extensionOf(source, kind), 'resultVariable')
      return name === undefined ? [] : [{ elementId: id, name }]
    }),
  )
  const mapped = nodes.flatMap(node =>
    outputsOf(node).flatMap(({ target }) => target.split('.').map(name => ({ elementId: node.id, name }))),
  )
  const said = words.userTasks.flatMap(({ id, actions, doneBy }) =>
    [...actions.map(({ field }) => field), ...(doneBy ? [doneBy] : [])].map(name => ({ elementId: id, name })),
  )
  return [...results, ...mapped, ...said]
}

/** What conditions read, which may be written in backticks. */
const readByFlows = ({ nodes }: ProcedureModel): Named[] =>
  nodes
    .flatMap(({ outgoing }) => outgoing)
    .flatMap(({ id, condition = '' }) => namesIn(condition).map(name => ({ elementId: id, name })))

function inForms({ forms }: ProcedureModel): Named[] {
  return [...forms.values()].flatMap(({ file, form }) => namesOf(form.components).map(named => ({ ...named, file })))
}

function namesOf(components: readonly Component[]): Named[] {
  return components.flatMap(component => {
    const name = nameOf(component)
    const own = name === undefined ? [] : [{ elementId: component.id, name }]
    return isField(component) || !('components' in component) ? own : [...own, ...namesOf(component.components)]
  })
}
