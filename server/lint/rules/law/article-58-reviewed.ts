import { extensionOf, type FlowNode, textOf } from '../../../bpmn/index.ts'
import { REVIEWS } from '../../../policies/kinds.ts'
import { decidedFor, type Situation, situations } from '../../law/article-58.ts'
import { grantsAt } from '../../law/grants.ts'
import { waysFor } from '../../law/ways-for.ts'
import type { ProcedureModel } from '../../model.ts'
import { called, messageOf, wordsOf } from '../../reading.ts'
import type { Finding, Rule } from '../../rule.ts'
import { beginningsOf, shortestWay } from '../../ways/steps.ts'

const LAW = '行政处罚法 第58条'
/** What the decision itself is called; before it stands the review. */
const DECISION: ReadonlySet<string> = new Set(['case-decision'])

/** Each of the four situations of article 58, alone or with others, is recognised and comes before a reviewer. */
export const article58Reviewed: Rule = {
  id: 'article-58-reviewed',
  severity: 'error',
  title: { zh: '第58条四种情形都要审核', en: 'All situations of article 58 are reviewed' },
  doc: {
    why: '行政处罚法第58条第1款：涉及重大公共利益的，直接关系重大权益、经过听证程序的，疑难复杂、涉及多个法律关系的，法律、法规规定应当审核的，未经法制审核或者审核未通过，不得作出决定。',
    mend: '判定表里四种情形各留一行；从开始到“通过”或者处罚决定的每一条路都经过 legal-review-… 的任务。四种情形的全部组合都试过，反例里写着是哪一种。',
  },
  check: model => [...findForgotten(model), ...findUnreviewed(model)],
}

/** Situations that a decision made for them does not see, or sees where there is none. */
function findForgotten(model: ProcedureModel): Finding[] {
  return decidedFor(model).flatMap(({ node, answers }): Finding[] => {
    const forgotten = answers.filter(({ situation, isSeen }) => situation.facts.length > 0 && !isSeen)
    const worst = forgotten[0]
    if (!worst) return []
    return [
      {
        elementId: node.id,
        message: {
          zh: `${worst.situation.words.zh}的，“${called(node)}”判不出来（${answers.length - 1} 种组合里有 ${forgotten.length} 种）。`,
          en: `“${called(node)}” does not see a case of ${worst.situation.words.en} (${forgotten.length} of ${answers.length - 1} combinations).`,
        },
        law: LAW,
      },
    ]
  })
}

/** A way to an approval or to the decision on which nobody reviews. */
function findUnreviewed(model: ProcedureModel): Finding[] {
  if (!model.words.userTasks.some(({ kind = '' }) => REVIEWS.has(kind) || DECISION.has(kind))) return []
  const found = new Map<string, Finding>()
  for (const situation of situations.filter(({ facts }) => facts.length > 0)) {
    const next = waysFor(model, situation)
    const way = shortestWay(
      beginningsOf(model.graph),
      node => isGoal(model, node),
      node => (isReviewed(model, node) ? [] : next(node)),
    )
    const goal = way?.at(-1)
    if (goal && !found.has(goal.id)) found.set(goal.id, tell(goal, situation, way ?? []))
  }
  return [...found.values()]
}

const kindAt = (model: ProcedureModel, node: FlowNode) => wordsOf(model, node)?.kind ?? ''

const isGoal = (model: ProcedureModel, node: FlowNode): boolean =>
  DECISION.has(kindAt(model, node)) || (node.type === 'bpmn:EndEvent' && grantsAt(node) !== undefined)

/** A reviewer's task, the procedure of review that is called, or its result that is waited for. */
const isReviewed = (model: ProcedureModel, node: FlowNode): boolean =>
  REVIEWS.has(kindAt(model, node)) ||
  textOf(extensionOf(node.source, 'zeebe:CalledElement'), 'processId') === 'legal-review' ||
  messageOf(node) === 'msg.legal-review.result'

const tell = (goal: FlowNode, { words }: Situation, way: readonly FlowNode[]): Finding => ({
  elementId: goal.id,
  message: {
    zh: `${words.zh}的案件，可以不经过法制审核走到“${called(goal)}”。走法见反例。`,
    en: `A case of ${words.en} reaches “${called(goal)}” without a legal review. See the way.`,
  },
  law: LAW,
  way: way.map(({ id }) => id),
})
