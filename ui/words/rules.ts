import type { Sentences } from './sentence.ts'

/** The rules by name; their codes stay beside them for whoever looks them up. */
export const rules = {
  'R-SOD': ['承办与审核分离', 'Separation of duty'],
  'R-AUX': ['辅助人员不得执法', 'Auxiliary staff do not enforce'],
  'R-LAWFUL': ['办理方式合法', 'Lawful ways of handling'],
  'R-ABSENCE': ['缺勤和代理', 'Absence and substitution'],
  'R-ROLE': ['岗位范围', 'Scope of appointments'],
  'R-TWO': ['两人执法', 'Two officers'],
  'R-CERT': ['证件有效', 'Valid certificate'],
  'R-QUAL58': ['初次审核人员资格', 'Qualification of reviewers'],
  'R-REVIEW-GATE': ['先审后定', 'Review before decision'],
  'R-CLOSE': ['结案条件', 'Conditions of closing a case'],
  'R-POOL': ['缺人才能借调审核人', 'Reviewers are lent only where they lack'],
  'R-SUBJECT': ['主体资格', 'Empowered body'],
  'R-FIRST-FILED': ['最先立案者管辖', 'First to file has the case'],
  'R-PRESERVE': ['登记保存逐物处理', 'What becomes of preserved goods'],
  'R-TRANSFER': ['移送三动作和涉案物品', 'Acts and goods of a transfer'],
  'R-DESIGNATE': ['指定管辖只由政府作出', 'Only a government designates'],
  'R-WHISTLE': ['吹哨规范', 'Whistles'],
  'R-NIGHT': ['夜间和节假日不得强制执行', 'No execution at night or on holidays'],
  'R-NO-PENALTY-LINK': ['罚没与考核不挂钩', 'Fines are no indicator'],
  'R-SUSPENDED': ['中止期间不办理', 'Nothing is done while suspended'],
  'R-EXTENSION': ['期限延长', 'Extension of limits'],
  'R-EXCLUSION': ['期间扣除', 'Exclusion of periods'],
  'R-SUSPENSION': ['案件中止', 'Suspension of a case'],
  'R-RECUSAL': ['回避', 'Recusal'],
  'R-PUBLISH': ['发布双人审核', 'Two administrators publish'],
  'R-MIGRATE': ['迁移双人批准', 'Two administrators migrate'],
  'R-REQUEST': ['申请', 'Requests'],
  'R-SUPERVISION': ['监督不办案', 'Supervisors work no case'],
} as const satisfies Sentences

type RuleWords = { [Rule in keyof typeof rules as `rule.${Rule}`]: (typeof rules)[Rule] }

/** The same, as sentences of the screen. */
export const ruleWords = Object.fromEntries(
  Object.entries(rules).map(([rule, name]) => [`rule.${rule}`, name]),
) as RuleWords
