import type { Sentences } from './sentence.ts'

/** The rules by name; their codes stay beside them for whoever looks them up. */
export const rules = {
  'R-SOD': ['承办与审核分离', 'Separation of duty'],
  'R-AUX': ['辅助人员不得执法', 'Auxiliary staff do not enforce'],
  'R-ROLE': ['岗位范围', 'Scope of appointments'],
  'R-TWO': ['两人执法', 'Two officers'],
  'R-CERT': ['证件有效', 'Valid certificate'],
  'R-QUAL58': ['初次审核人员资格', 'Qualification of reviewers'],
  'R-REVIEW-GATE': ['先审后定', 'Review before decision'],
} as const satisfies Sentences

type RuleWords = { [Rule in keyof typeof rules as `rule.${Rule}`]: (typeof rules)[Rule] }

/** The same, as sentences of the screen. */
export const ruleWords = Object.fromEntries(
  Object.entries(rules).map(([rule, name]) => [`rule.${rule}`, name]),
) as RuleWords
