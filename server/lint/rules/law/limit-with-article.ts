import { type LimitHeaders, namedLimits } from '../../../bpmn/index.ts'
import type { LimitMark } from '../../../deadlines/parameters/limit-parameter.ts'
import type { ProcedureModel } from '../../model.ts'
import { called } from '../../reading.ts'
import type { Finding, Rule } from '../../rule.ts'

/** A number that no law says may only be one the office sets itself, or that is still to be verified. */
const OWN: readonly LimitMark[] = ['configurable', 'office', 'to-verify']

/** A limit rests on an article, or says that the office sets it itself. */
export const limitWithArticle: Rule = {
  id: 'limit-with-article',
  severity: 'error',
  title: { zh: '期限写明条文', en: 'A limit names its article' },
  doc: {
    why: '到期会产生后果，当事人和法院都会问凭什么是这么多天。法律没有规定的，要写明是本单位自定或者待核。',
    mend: '在期限参数里补 basis（如“行政处罚法 第60条”），或标〔示例·可配置〕、【待核】；任务的 basis 写上所依据的条文。',
  },
  check: model => [
    ...model.words.userTasks.flatMap(task => findBare(model, task)),
    ...findBare(model, { ...model.words, ...model.words.properties, basis: [] }),
  ],
}

type Limited = LimitHeaders & { id: string; name?: string; basis: readonly string[] }

function findBare({ known }: ProcedureModel, task: Limited): Finding[] {
  return namedLimits(task).flatMap(({ key }): Finding[] => {
    const parameter = known.limits.find(limit => limit.key === key)
    if (!parameter) return []
    const { basis, marks, name } = parameter
    if (basis.length === 0 && task.basis.length === 0 && !marks.some(mark => OWN.includes(mark)))
      return [
        {
          elementId: task.id,
          message: {
            zh: `“${called(task)}”的期限“${name.zh}”没有条文，也没有标明是自定或待核。`,
            en: `The limit “${name.en}” of “${called(task)}” names no article and is not marked as the office's own.`,
          },
        },
      ]
    return []
  })
}
