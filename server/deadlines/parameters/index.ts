import { cooperationLimits } from './cooperation.ts'
import { crimeLimits } from './crime.ts'
import { enforcementLimits } from './enforcement.ts'
import type { LimitParameter } from './limit-parameter.ts'
import { officeLimits } from './office.ts'
import { penaltyLimits } from './penalty.ts'
import { reviewLimits } from './review.ts'

/** Every limit as the product brings it; an office's own numbers lie in the register `limit-parameters`. */
export const limitParameters: readonly LimitParameter[] = [
  ...reviewLimits,
  ...penaltyLimits,
  ...enforcementLimits,
  ...crimeLimits,
  ...cooperationLimits,
  ...officeLimits,
]
