import type { Policy } from './policy.ts'

/** R-SOD: a file is reviewed by somebody who had no hand in its case whatever (案卷评查回避). */
export const fileReview: Policy = ({ person, task, history }) => {
  if (task.kind !== 'file-review') return undefined
  const earlier = history.find(({ personId, kind }) => personId === person.id && kind !== 'file-review')
  if (!earlier) return undefined
  return {
    id: 'policy.file-review',
    params: { earlier: `kind.${earlier.kind ?? 'internal'}` },
    rule: 'R-SOD',
    basis: ['国办发〔2018〕118号【待核】'],
  }
}
