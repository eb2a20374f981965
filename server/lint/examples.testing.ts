import { choiceMattersExamples } from './rules/data/choice-matters.examples.ts'
import { conditionTypesExamples } from './rules/data/condition-types.examples.ts'
import { cronCycleExamples } from './rules/data/cron-cycle.examples.ts'
import { formConditionsExamples } from './rules/data/form-conditions.examples.ts'
import { misspeltNamesExamples } from './rules/data/misspelt-names.examples.ts'
import { moneyInFenExamples } from './rules/data/money-in-fen.examples.ts'
import { neverFilledExamples } from './rules/data/never-filled.examples.ts'
import { oneResultFieldExamples } from './rules/data/one-result-field.examples.ts'
import { plainNamesExamples } from './rules/data/plain-names.examples.ts'
import { userTaskOutputsExamples } from './rules/data/user-task-outputs.examples.ts'
import { writtenBeforeReadExamples } from './rules/data/written-before-read.examples.ts'
import { anotherPersonDecidesExamples } from './rules/law/another-person-decides.examples.ts'
import { article58ReviewedExamples } from './rules/law/article-58-reviewed.examples.ts'
import { basisInForceExamples } from './rules/law/basis-in-force.examples.ts'
import { bindingRestsOnLawExamples } from './rules/law/binding-rests-on-law.examples.ts'
import { fitsTheLimitExamples } from './rules/law/fits-the-limit.examples.ts'
import { knownLimitExamples } from './rules/law/known-limit.examples.ts'
import { lawfulVerbsExamples } from './rules/law/lawful-verbs.examples.ts'
import { limitWithArticleExamples } from './rules/law/limit-with-article.examples.ts'
import { noRawTimerExamples } from './rules/law/no-raw-timer.examples.ts'
import { nothingApprovedByTimeExamples } from './rules/law/nothing-approved-by-time.examples.ts'
import { overdueKeyExamples } from './rules/law/overdue-key.examples.ts'
import { soundProposalsExamples } from './rules/law/sound-proposals.examples.ts'
import { twoOfficersExamples } from './rules/law/two-officers.examples.ts'
import { clearOfLabelsExamples } from './rules/layout/clear-of-labels.examples.ts'
import { clearOfShapesExamples } from './rules/layout/clear-of-shapes.examples.ts'
import { defaultSizeExamples } from './rules/layout/default-size.examples.ts'
import { drawnExamples } from './rules/layout/drawn.examples.ts'
import { fewCrossingsExamples } from './rules/layout/few-crossings.examples.ts'
import { fewFlowsAtAGatewayExamples } from './rules/layout/few-flows-at-a-gateway.examples.ts'
import { inOneLaneExamples } from './rules/layout/in-one-lane.examples.ts'
import { labelsApartExamples } from './rules/layout/labels-apart.examples.ts'
import { labelsWideEnoughExamples } from './rules/layout/labels-wide-enough.examples.ts'
import { laneOfItsRoleExamples } from './rules/layout/lane-of-its-role.examples.ts'
import { onGridExamples } from './rules/layout/on-grid.examples.ts'
import { shapesApartExamples } from './rules/layout/shapes-apart.examples.ts'
import { shortNamesExamples } from './rules/layout/short-names.examples.ts'
import { squareFlowsExamples } from './rules/layout/square-flows.examples.ts'
import { dutiesApartExamples } from './rules/people/duties-apart.examples.ts'
import { opinionsOfReviewersExamples } from './rules/people/opinions-of-reviewers.examples.ts'
import { somebodyCanExamples } from './rules/people/somebody-can.examples.ts'
import { somebodyNamedExamples } from './rules/people/somebody-named.examples.ts'
import { workOfItsRoleExamples } from './rules/people/work-of-its-role.examples.ts'
import { flowNeverTakenExamples } from './rules/structure/flow-never-taken.examples.ts'
import { gatewayDefaultExamples } from './rules/structure/gateway-default.examples.ts'
import { gatewayOverlapExamples } from './rules/structure/gateway-overlap.examples.ts'
import { joinCompletesExamples } from './rules/structure/join-completes.examples.ts'
import { mergeOnceExamples } from './rules/structure/merge-once.examples.ts'
import { reachableExamples } from './rules/structure/reachable.examples.ts'
import { reachesEndExamples } from './rules/structure/reaches-end.examples.ts'
import { smallEnoughExamples } from './rules/structure/small-enough.examples.ts'
import { completeWordsExamples } from './rules/words/complete-words.examples.ts'
import { deployableExamples } from './rules/words/deployable.examples.ts'
import { formPresentExamples } from './rules/words/form-present.examples.ts'
import { knownJobsExamples } from './rules/words/known-jobs.examples.ts'
import { knownMessagesExamples } from './rules/words/known-messages.examples.ts'
import { knownRolesExamples } from './rules/words/known-roles.examples.ts'
import { knownWordsExamples } from './rules/words/known-words.examples.ts'
import { oneNameExamples } from './rules/words/one-name.examples.ts'
import { readableExamples } from './rules/words/readable.examples.ts'
import type { Examples } from './small-bundle.testing.ts'

/** The examples of every rule, by its id. */
export const examples: Readonly<Record<string, Examples>> = {
  'condition-types': conditionTypesExamples,
  'cron-cycle': cronCycleExamples,
  'form-conditions': formConditionsExamples,
  'misspelt-names': misspeltNamesExamples,
  'money-in-fen': moneyInFenExamples,
  'one-result-field': oneResultFieldExamples,
  'plain-names': plainNamesExamples,
  'user-task-outputs': userTaskOutputsExamples,
  'written-before-read': writtenBeforeReadExamples,
  'another-person-decides': anotherPersonDecidesExamples,
  'basis-in-force': basisInForceExamples,
  'known-limit': knownLimitExamples,
  'limit-with-article': limitWithArticleExamples,
  'no-raw-timer': noRawTimerExamples,
  'lawful-verbs': lawfulVerbsExamples,
  'nothing-approved-by-time': nothingApprovedByTimeExamples,
  'clear-of-labels': clearOfLabelsExamples,
  'clear-of-shapes': clearOfShapesExamples,
  'default-size': defaultSizeExamples,
  drawn: drawnExamples,
  'few-crossings': fewCrossingsExamples,
  'few-flows-at-a-gateway': fewFlowsAtAGatewayExamples,
  'in-one-lane': inOneLaneExamples,
  'labels-apart': labelsApartExamples,
  'labels-wide-enough': labelsWideEnoughExamples,
  'lane-of-its-role': laneOfItsRoleExamples,
  'overdue-key': overdueKeyExamples,
  'on-grid': onGridExamples,
  'shapes-apart': shapesApartExamples,
  'short-names': shortNamesExamples,
  'square-flows': squareFlowsExamples,
  'flow-never-taken': flowNeverTakenExamples,
  'gateway-default': gatewayDefaultExamples,
  'gateway-overlap': gatewayOverlapExamples,
  'join-completes': joinCompletesExamples,
  'merge-once': mergeOnceExamples,
  reachable: reachableExamples,
  'reaches-end': reachesEndExamples,
  'small-enough': smallEnoughExamples,
  'complete-words': completeWordsExamples,
  deployable: deployableExamples,
  'form-present': formPresentExamples,
  'known-jobs': knownJobsExamples,
  'known-messages': knownMessagesExamples,
  'known-roles': knownRolesExamples,
  'known-words': knownWordsExamples,
  'one-name': oneNameExamples,
  readable: readableExamples,
  'fits-the-limit': fitsTheLimitExamples,
  'binding-rests-on-law': bindingRestsOnLawExamples,
  'two-officers': twoOfficersExamples,
  'work-of-its-role': workOfItsRoleExamples,
  'somebody-can': somebodyCanExamples,
  'somebody-named': somebodyNamedExamples,
  'opinions-of-reviewers': opinionsOfReviewersExamples,
  'duties-apart': dutiesApartExamples,
  'article-58-reviewed': article58ReviewedExamples,
  'sound-proposals': soundProposalsExamples,
  'never-filled': neverFilledExamples,
  'choice-matters': choiceMattersExamples,
}
