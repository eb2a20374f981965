import type { ProcedureModel } from '../../model.ts'
import { called } from '../../reading.ts'
import type { Finding, Rule } from '../../rule.ts'

/** Each task has result fields of its own, so that no task overwrites what another said. */
export const oneResultField: Rule = {
  id: 'one-result-field',
  severity: 'error',
  title: { zh: '结果字段各用各的名字', en: 'Result fields are not shared' },
  doc: {
    why: '两个任务的按钮写同一个字段，后办的盖掉先办的；并行时谁先谁后都说不准，网关就走错。',
    mend: '每个任务的结果字段用自己的名字，如 firstOpinion、secondOpinion；要合成一个结论，用脚本任务。',
  },
  check: findShared,
}

function findShared({ words }: ProcedureModel): Finding[] {
  const owners = new Map<string, { id: string; name?: string }>()
  return words.userTasks.flatMap(task =>
    [...new Set(task.actions.map(({ field }) => field))].flatMap((field): Finding[] => {
      const owner = owners.get(field)
      if (!owner) owners.set(field, task)
      if (!owner) return []
      return [
        {
          elementId: task.id,
          message: {
            zh: `“${called(task)}”与“${called(owner)}”的按钮写同一个字段 ${field}。`,
            en: `The buttons of “${called(task)}” and of “${called(owner)}” set the same field ${field}.`,
          },
        },
      ]
    }),
  )
}
