import type { PatchedTable } from './patched-rows.ts'

/** Whistles (吹哨单), what each body that was called does about them, and how it was evaluated. */
export const whistleTables = {
  whistles: {
    ...{ table: 'whistle', key: 'whistle_id', order: 'whistle_seq' },
    columns: [
      ...[
        'processInstanceKey',
        'caseNo',
        'orgCode',
        'direction',
        'level',
        'title',
        'ground',
        'major',
        'place',
        'problem',
      ],
      ...['itemCodes', 'neededDepts', 'dutyBasis', 'dutyFinding', 'planAt', 'planPlace', 'linkedCase', 'draftedBy'],
      ...['approvedBy', 'improper', 'leadOrg', 'dispatchedAt', 'docNo', 'feedbackDocNo', 'feedbackAt', 'resolved'],
      ...['feedbackText', 'remainder', 'reworkCount', 'state', 'outcome', 'reason', 'createdAt', 'closedAt'],
    ],
    json: ['itemCodes', 'neededDepts'],
  },
  'whistle-branches': {
    ...{ table: 'whistle_branch', key: 'branch_id', order: 'branch_seq' },
    columns: [
      ...['whistleId', 'org', 'role', 'task', 'signAt', 'signLate', 'rejectReason', 'rejectNote', 'contactAt'],
      ...['contactPlan', 'agreedArriveAt', 'arriveAt', 'arriveLate', 'arrivePlace', 'isEnforcement', 'people'],
      ...['certNos', 'measures', 'result', 'caseRef', 'assistWaived', 'workedAt', 'outcome'],
    ],
    json: ['people', 'certNos', 'measures'],
  },
  'whistle-evaluations': {
    ...{ table: 'whistle_evaluation', key: 'evaluation_id', order: 'evaluation_seq' },
    columns: [
      ...['whistleId', 'org', 'orgCode', 'title', 'signTimely', 'arriveTimely', 'effect', 'cooperate', 'comment'],
      ...['byDefault', 'evaluatedBy', 'evaluatedAt', 'isLow', 'isAssessed', 'explanation', 'improvement'],
      ...['respondedBy', 'respondedAt'],
    ],
  },
} as const satisfies Record<string, PatchedTable>

export type WhistleRegister = keyof typeof whistleTables
