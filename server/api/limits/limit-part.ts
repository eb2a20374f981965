import type { Objection } from '../../policies/index.ts'
import type { UserTask } from '../../projections/index.ts'
import { withCitations } from '../citations.ts'
import type { House } from '../house.ts'
import { limitReasonJson } from '../limit-json.ts'
import { describeObjection } from '../problem.ts'
import type { UserTaskDetailJson } from '../schemas/user-task.ts'
import type { Reader } from '../user-task-json.ts'
import { objectionToExtending } from './extend-limit.ts'

type LimitPart = Pick<UserTaskDetailJson, 'limitReason' | 'limitReasons' | 'canExtend' | 'canExclude'>

/**
 * What the page of a task shows of its limits, and what may be done to them.
 * @param objectionToWork why the reader may not work on the task, if he may not
 */
export function limitPart(
  house: House,
  reader: Reader,
  task: UserTask,
  objectionToWork: () => Objection | undefined,
): LimitPart {
  const limits = house.limits.ofOwner(task.userTaskKey)
  const first = house.limits.find(task.userTaskKey)
  const reasons = limits.map(limit => limitReasonJson(house, limit, reader.language))
  const isOpen = task.state === 'CREATED'
  const extensible = isOpen ? limits.find(({ parameter }) => parameter.extension) : undefined
  const may = (objection: Objection | undefined) =>
    objection
      ? {
          permitted: false,
          refusal: withCitations(
            house,
            describeObjection(objection, reader.language, reader.requestId),
            reader.language,
          ),
        }
      : { permitted: true }
  return {
    limitReason: reasons.find(({ key }) => key === first?.parameter.key) ?? null,
    limitReasons: reasons,
    canExtend: extensible
      ? may(objectionToExtending(house, reader.person, { task, limit: extensible }))
      : { permitted: false },
    canExclude:
      isOpen && reasons.some(({ excludable }) => excludable.length > 0) ? may(objectionToWork()) : { permitted: false },
  }
}
