import { DECIDING, REVIEWS } from '../../../policies/kinds.ts'
import type { ProcedureModel } from '../../model.ts'
import { called, isUserTask, namesIn, wordsOf } from '../../reading.ts'
import type { Finding, Rule } from '../../rule.ts'
import { triedGateways } from '../../values/conditions.ts'
import { writersOfNode } from '../../values/writers.ts'

/** What a reviewer says and a gateway asks is written by nobody who neither reviews nor decides. */
export const opinionsOfReviewers: Rule = {
  id: 'opinions-of-reviewers',
  severity: 'error',
  title: { zh: '审核意见只由审核人写', en: 'A reviewer’s opinion is written by reviewers' },
  doc: {
    why: '网关按审核意见走；别的任务的按钮或者表单也写这个字段，承办人就能替审核人把意见写成“同意”，职责分离就绕过去了。',
    mend: '从别的任务的按钮、表单里去掉这个字段，或者换一个名字；确是审核或者负责人决定的任务，kind 照写。',
  },
  check: model => {
    const asked = new Set(
      triedGateways(model).flatMap(({ conditioned }) => conditioned.flatMap(flow => namesIn(flow.condition ?? ''))),
    )
    const opinions = new Map(
      writtenByPeople(model)
        .filter(({ kind, name }) => REVIEWS.has(kind) && asked.has(name))
        .map(({ name, task }) => [name, task]),
    )
    return writtenByPeople(model)
      .filter(({ kind, name }) => !DECIDING.has(kind) && opinions.has(name))
      .map(({ id, task, name }): Finding => tell(id, task, name, opinions.get(name) ?? ''))
  },
}

function writtenByPeople(model: ProcedureModel) {
  return model.nodes.filter(isUserTask).flatMap(node => {
    const words = wordsOf(model, node)
    const fields = new Set([
      ...(words?.actions ?? []).map(({ field }) => field),
      ...writersOfNode(model, node)
        .filter(({ values }) => values.length > 0)
        .map(({ variable }) => variable),
    ])
    return [...fields].map(name => ({ id: node.id, task: called(node), kind: words?.kind ?? '', name }))
  })
}

const tell = (elementId: string, task: string, name: string, opinion: string): Finding => ({
  elementId,
  message: {
    zh: `“${opinion}”的意见 ${name}，“${task}”也能写，可以替审核人写成同意。`,
    en: `“${task}” writes ${name}, which is what “${opinion}” says: it could agree in the reviewer's place.`,
  },
})
