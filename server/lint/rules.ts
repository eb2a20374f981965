import type { Rule } from './rule.ts'
import { choiceMatters } from './rules/data/choice-matters.ts'
import { conditionTypes } from './rules/data/condition-types.ts'
import { cronCycle } from './rules/data/cron-cycle.ts'
import { formConditions } from './rules/data/form-conditions.ts'
import { misspeltNames } from './rules/data/misspelt-names.ts'
import { moneyInFen } from './rules/data/money-in-fen.ts'
import { neverFilled } from './rules/data/never-filled.ts'
import { oneResultField } from './rules/data/one-result-field.ts'
import { plainNames } from './rules/data/plain-names.ts'
import { userTaskOutputs } from './rules/data/user-task-outputs.ts'
import { writtenBeforeRead } from './rules/data/written-before-read.ts'
import { anotherPersonDecides } from './rules/law/another-person-decides.ts'
import { article58Reviewed } from './rules/law/article-58-reviewed.ts'
import { basisInForce } from './rules/law/basis-in-force.ts'
import { bindingRestsOnLaw } from './rules/law/binding-rests-on-law.ts'
import { fitsTheLimit } from './rules/law/fits-the-limit.ts'
import { knownLimit } from './rules/law/known-limit.ts'
import { lawfulVerbs } from './rules/law/lawful-verbs.ts'
import { limitWithArticle } from './rules/law/limit-with-article.ts'
import { noRawTimer } from './rules/law/no-raw-timer.ts'
import { nothingApprovedByTime } from './rules/law/nothing-approved-by-time.ts'
import { overdueKey } from './rules/law/overdue-key.ts'
import { soundProposals } from './rules/law/sound-proposals.ts'
import { twoOfficers } from './rules/law/two-officers.ts'
import { clearOfLabels } from './rules/layout/clear-of-labels.ts'
import { clearOfShapes } from './rules/layout/clear-of-shapes.ts'
import { defaultSize } from './rules/layout/default-size.ts'
import { drawn } from './rules/layout/drawn.ts'
import { fewCrossings } from './rules/layout/few-crossings.ts'
import { fewFlowsAtAGateway } from './rules/layout/few-flows-at-a-gateway.ts'
import { inOneLane } from './rules/layout/in-one-lane.ts'
import { labelsApart } from './rules/layout/labels-apart.ts'
import { labelsWideEnough } from './rules/layout/labels-wide-enough.ts'
import { laneOfItsRole } from './rules/layout/lane-of-its-role.ts'
import { onGrid } from './rules/layout/on-grid.ts'
import { shapesApart } from './rules/layout/shapes-apart.ts'
import { shortNames } from './rules/layout/short-names.ts'
import { squareFlows } from './rules/layout/square-flows.ts'
import { dutiesApart } from './rules/people/duties-apart.ts'
import { opinionsOfReviewers } from './rules/people/opinions-of-reviewers.ts'
import { somebodyCan } from './rules/people/somebody-can.ts'
import { somebodyNamed } from './rules/people/somebody-named.ts'
import { workOfItsRole } from './rules/people/work-of-its-role.ts'
import { flowNeverTaken } from './rules/structure/flow-never-taken.ts'
import { gatewayDefault } from './rules/structure/gateway-default.ts'
import { gatewayOverlap } from './rules/structure/gateway-overlap.ts'
import { joinCompletes } from './rules/structure/join-completes.ts'
import { mergeOnce } from './rules/structure/merge-once.ts'
import { reachable } from './rules/structure/reachable.ts'
import { reachesEnd } from './rules/structure/reaches-end.ts'
import { smallEnough } from './rules/structure/small-enough.ts'
import { completeWords } from './rules/words/complete-words.ts'
import { deployable } from './rules/words/deployable.ts'
import { formPresent } from './rules/words/form-present.ts'
import { knownJobs } from './rules/words/known-jobs.ts'
import { knownMessages } from './rules/words/known-messages.ts'
import { knownRoles } from './rules/words/known-roles.ts'
import { knownWords } from './rules/words/known-words.ts'
import { oneName } from './rules/words/one-name.ts'
import { readable } from './rules/words/readable.ts'

/** Every rule, in the order in which their problems are told: what is written, the law, structure, data, layout. */
export const rules: readonly Rule[] = [
  readable,
  deployable,
  oneName,
  knownWords,
  completeWords,
  knownRoles,
  knownMessages,
  knownJobs,
  formPresent,
  knownLimit,
  soundProposals,
  limitWithArticle,
  basisInForce,
  noRawTimer,
  nothingApprovedByTime,
  lawfulVerbs,
  overdueKey,
  anotherPersonDecides,
  workOfItsRole,
  dutiesApart,
  opinionsOfReviewers,
  somebodyNamed,
  somebodyCan,
  twoOfficers,
  article58Reviewed,
  bindingRestsOnLaw,
  fitsTheLimit,
  reachesEnd,
  reachable,
  joinCompletes,
  mergeOnce,
  smallEnough,
  gatewayDefault,
  gatewayOverlap,
  flowNeverTaken,
  writtenBeforeRead,
  conditionTypes,
  formConditions,
  plainNames,
  misspeltNames,
  choiceMatters,
  neverFilled,
  oneResultField,
  userTaskOutputs,
  moneyInFen,
  cronCycle,
  drawn,
  shapesApart,
  onGrid,
  defaultSize,
  shortNames,
  squareFlows,
  inOneLane,
  laneOfItsRole,
  clearOfShapes,
  clearOfLabels,
  labelsApart,
  labelsWideEnough,
  fewFlowsAtAGateway,
  fewCrossings,
]
