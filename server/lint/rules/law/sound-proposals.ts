import { namedLimits } from '../../../bpmn/index.ts'
import { type LimitParameter, ruleOf } from '../../../deadlines/parameters/limit-parameter.ts'
import { daysOfRule } from '../../law/days-of-rule.ts'
import type { ProcedureModel } from '../../model.ts'
import { isLength, PARAMETERS_FILE, type ProposedLimit } from '../../proposed-limits.ts'
import type { Finding, Rule } from '../../rule.ts'

/** What a draft proposes for limits is a limit of the office, a length, and no longer than the law allows. */
export const soundProposals: Rule = {
  id: 'sound-proposals',
  severity: 'error',
  title: { zh: '改期限改得成', en: 'Proposed limits can be set' },
  doc: {
    why: '草稿里的期限在发布时一并生效：键写错了不生效，单位写错了算不出日子，比法定的长就是授权超期。',
    mend: '键用“期限”页上的；数目写作 3WD（工作日）、30D（自然日）、24H；法定期限只能改短；写明理由。生效日不写的，从发布当日起。',
  },
  check: model => {
    const named = new Set(limitsOf(model))
    return model.proposals.flatMap(proposal => judge(model, proposal, named))
  },
}

function judge({ office, words }: ProcedureModel, proposal: ProposedLimit, named: ReadonlySet<string>): Finding[] {
  const { key, amount, reason } = proposal
  const limit = office.limits.find(each => each.key === key)
  const tell = (zh: string, en: string, more: Partial<Finding> = {}): Finding => ({
    ...{
      elementId: words.id,
      file: PARAMETERS_FILE,
      message: { zh: `期限“${limit?.name.zh ?? key}”${zh}`, en: `Limit “${limit?.name.en ?? key}” ${en}` },
    },
    ...more,
  })
  if (!limit) return [tell('不在期限参数里，改不了。', 'is no limit of the office.')]
  if (amount !== undefined && !isLength(amount))
    return [
      tell(
        `写的是 ${String(amount)}，要写数目和单位，如 5WD、30D、24H。`,
        `says ${String(amount)}; expected a number and a unit such as 5WD, 30D, 24H.`,
      ),
    ]
  return [
    ...(amount !== undefined && isLonger(limit, amount)
      ? [
          tell(
            `是法定的 ${limit.amount}，不能改成 ${amount}。`,
            `is ${limit.amount} by law and cannot become ${amount}.`,
            limit.basis[0] === undefined ? {} : { law: limit.basis[0] },
          ),
        ]
      : []),
    ...(reason ? [] : [tell('没有写理由。', 'names no reason.')]),
    ...(named.has(key)
      ? []
      : [
          tell('这个流程用不着，改了影响别的流程。', 'is not used by this procedure; others change with it.', {
            severity: 'warning',
          }),
        ]),
  ]
}

function isLonger(limit: LimitParameter, amount: string): boolean {
  if (!limit.marks.includes('law-text')) return false
  const [before, after] = [ruleOf(limit), ruleOf({ ...limit, amount })]
  return before !== undefined && after !== undefined && !before.isLead && daysOfRule(after) > daysOfRule(before)
}

const limitsOf = ({ words }: ProcedureModel): string[] =>
  [words.properties, ...words.userTasks].flatMap(headers => namedLimits(headers).map(({ key }) => key))
