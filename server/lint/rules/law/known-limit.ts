import { namedLimits } from '../../../bpmn/index.ts'
import { type LimitParameter, ruleOf } from '../../../deadlines/parameters/limit-parameter.ts'
import { startEvents } from '../../../deadlines/parameters/start-events.ts'
import type { ProcedureModel } from '../../model.ts'
import { isNear } from '../../near.ts'
import type { Finding, Rule } from '../../rule.ts'

/** Every limit named is a parameter of the office that has a length. */
export const knownLimit: Rule = {
  id: 'known-limit',
  severity: 'error',
  title: { zh: '期限在期限参数里', en: 'Limits are parameters of the office' },
  doc: {
    why: '期限的天数、起算、依据都在期限参数里，图上只写它的键；键写错了，这个任务就没有期限。',
    mend: '改用“期限”页上的键；没有的先在期限参数里加一行（名称、数、单位、起算事件、条文）。',
  },
  check: findUnknown,
}

function findUnknown({ words, known }: ProcedureModel): Finding[] {
  const headers = [{ id: words.id, ...words.properties }, ...words.userTasks]
  return headers.flatMap(({ id, ...header }) =>
    namedLimits(header).flatMap(({ key }): Finding[] => {
      if (key.startsWith('=')) return []
      const parameter = known.limits.find(limit => limit.key === key)
      if (!parameter)
        return [
          {
            elementId: id,
            message: { zh: `期限参数里没有“${key}”。`, en: `There is no limit “${key}”.` },
            ...(id !== words.id && mended(id, header.limit, key, known.limits)),
          },
        ]
      if (!startEvents[parameter.start])
        return [
          {
            elementId: id,
            message: {
              zh: `“${key}”（${parameter.name.zh}）没有起算事件，不知道从哪天数起。`,
              en: `“${key}” (${parameter.name.en}) has no start event: nobody knows from when to count.`,
            },
          },
        ]
      if (ruleOf(parameter)) return []
      const { amount } = parameter
      return [
        {
          elementId: id,
          message: {
            zh: `“${key}”（${parameter.name.zh}）不是一段时间（${amount}），不能作任务的期限。`,
            en: `“${key}” (${parameter.name.en}) is no length of time (${amount}), so no task can have it.`,
          },
        },
      ]
    }),
  )
}

/** The key that was meant, where one is near. */
function mended(elementId: string, limit: string | undefined, key: string, limits: readonly LimitParameter[]) {
  const meant = limits.find(known => isNear(key, known.key))?.key
  if (meant === undefined || limit === undefined) return {}
  return { fix: { kind: 'set-header' as const, elementId, key: 'limit', value: limit.replace(key, meant) } }
}
