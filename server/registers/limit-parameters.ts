import type { LimitParameter } from '../deadlines/parameters/limit-parameter.ts'
import { defineParameterRegister, type ParameterVersion, type ParameterVersions } from './parameter-register.ts'

/** Every version of every limit of the office. */
export const limitParameterRegister = defineParameterRegister<LimitParameter>('limit-parameters', 'limit_parameter')

/** What a limit says, from which day, who set it and why. */
export type LimitParameterVersion = ParameterVersion<LimitParameter>

/** What is asked of the limits of the office. */
export type LimitParameters = ParameterVersions<LimitParameter>
