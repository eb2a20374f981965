/** What a procedure is handed of the case it is begun in: its facts. */
export const CASE_FACTS = ['caseRef', 'caseTitle', 'itemCode', 'partyName', 'handlerIds', 'materials'] as const
/** And what its item allows. */
export const ITEM_POWERS = ['itemName', 'penaltyRange', 'coercionBasis', 'benchmarkDmn'] as const

export type CaseFact = (typeof CASE_FACTS)[number]
export type ItemPower = (typeof ITEM_POWERS)[number]
