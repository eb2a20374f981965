import type { PolicyParameters } from './policy.ts'

/** What the office may set for the rules, and what holds until it does. */
export const policyParameters: PolicyParameters = {
  // The amended law that asks for the qualification came into force on this day; 【待核】 as the dividing line.
  qualificationSince: '2018-01-01',
  // 〔示例·可配置〕, borrowed from the law on noise, article 88: the law on coercion does not say what night is.
  nightFrom: 22,
  nightTo: 6,
}
