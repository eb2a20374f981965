import type { Policy } from './policy.ts'

/** R-RECUSAL: who was recused from a case gets none of its tasks, whatever office he holds (行政处罚法 第43条). */
export const recusal: Policy = request => {
  // What is of no kind is no work on a case.
  if (request.task.kind === undefined || !request.case.recused.includes(request.person.id)) return undefined
  return { id: 'policy.recusal', rule: 'R-RECUSAL', basis: ['行政处罚法 第43条'] }
}
