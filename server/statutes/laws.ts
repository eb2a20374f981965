import { civilCode, civilProcedureLaw } from './laws/civil-laws.ts'
import { coercionLaw } from './laws/coercion-law.ts'
import { officeDocuments } from './laws/documents.ts'
import { enforcementLaws } from './laws/enforcement-laws.ts'
import { penaltyLaw } from './laws/penalty-law.ts'
import { businessEnvironment, constructionPenalties, policeProcedure, transferRegulation } from './laws/regulations.ts'
import { litigationInterpretation, litigationLaw, reconsiderationLaw } from './laws/remedies.ts'
import type { Law } from './statute.ts'

/** Every law that a limit, a rule or a diagram rests on, each version of it. */
export const laws: readonly Law[] = [
  penaltyLaw,
  coercionLaw,
  reconsiderationLaw,
  litigationLaw,
  litigationInterpretation,
  civilProcedureLaw,
  civilCode,
  transferRegulation,
  policeProcedure,
  businessEnvironment,
  constructionPenalties,
  ...officeDocuments,
  ...enforcementLaws,
]
