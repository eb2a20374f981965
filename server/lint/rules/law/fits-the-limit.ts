import { type FlowNode, type LimitHeaders, type NamedLimit, namedLimits } from '../../../bpmn/index.ts'
import { type LimitParameter, ruleOf } from '../../../deadlines/parameters/limit-parameter.ts'
import { daysOfRule } from '../../law/days-of-rule.ts'
import type { ProcedureModel } from '../../model.ts'
import { wordsOf } from '../../reading.ts'
import type { Finding, Rule, Severity } from '../../rule.ts'
import { longestWay, type WeighedWay } from '../../ways/longest-way.ts'

/** The steps of the longest way together are not longer than the procedure may take. */
export const fitsTheLimit: Rule = {
  id: 'fits-the-limit',
  severity: 'error',
  title: { zh: '各步期限合起来不超过总期限', en: 'The steps fit into the limit of the whole' },
  doc: {
    why: '每一步都卡着期限办，走最长的一路，整个程序就超期了：每个人都没有超期，案件却超了法定期限。',
    mend: '缩短路上几步的期限，把先后办的改成并行，或者去掉一次回头；总期限是本单位自定的，也可以改总期限。',
  },
  check: model => namedLimits(model.words.properties).flatMap(named => judge(model, named)),
}

function judge(model: ProcedureModel, { key, start = '' }: NamedLimit): Finding[] {
  const whole = limitOf(model, key)
  const most = whole && daysOf(whole)
  if (!whole || most === undefined) return []
  const longest = longestWay(model.graph, node => daysOfTask(model, node))
  if (longest.weight <= most) return []
  const severity = severityOf(whole, start)
  return [
    {
      elementId: model.words.id,
      message: {
        zh: `走最长的一路，各步期限合起来约 ${round(longest.weight)} 天（${stepsOf(model, longest)}），超过“${whole.name.zh}”的 ${whole.amount}（约 ${round(most)} 天）。`,
        en: `The limits of the longest way make about ${round(longest.weight)} days; “${whole.name.en}” allows ${whole.amount}, about ${round(most)}.`,
      },
      way: longest.nodes.map(({ id }) => id),
      ...(whole.basis[0] !== undefined && { law: whole.basis[0] }),
      ...(severity && { severity }),
    },
  ]
}

/**
 * Milder than an error where the office set the whole itself. A hint where it holds in some cases only and its end merely
 * sends up: such a limit hurries what the steps' own limits leave time for, and is shorter on purpose.
 */
function severityOf({ marks, consequence }: LimitParameter, start: string): Severity | undefined {
  if (marks.includes('law-text')) return undefined
  const hurries = /\bfalse\b/.test(start) && (consequence === 'warn' || consequence === 'escalate')
  return hurries ? 'hint' : 'warning'
}

const limitOf = ({ known }: ProcedureModel, key: string): LimitParameter | undefined =>
  known.limits.find(limit => limit.key === key)

function daysOf(limit: LimitParameter): number | undefined {
  const rule = ruleOf(limit)
  return rule && !rule.isLead ? daysOfRule(rule) : undefined
}

/** Of several limits the longest binds last; one that follows another adds to it. */
function daysOfTask(model: ProcedureModel, node: FlowNode): number {
  const words = wordsOf(model, node)
  return words ? lengthOf(model, words) : 0
}

function lengthOf(model: ProcedureModel, words: LimitHeaders): number {
  const chains: number[] = []
  for (const { key, isNext } of namedLimits(words)) {
    const limit = limitOf(model, key)
    const days = (limit && daysOf(limit)) ?? 0
    chains.push(isNext ? (chains.pop() ?? 0) + days : days)
  }
  return Math.max(0, ...chains)
}

function stepsOf(model: ProcedureModel, { nodes }: WeighedWay): string {
  return nodes
    .map(node => ({ node, days: daysOfTask(model, node) }))
    .filter(({ days }) => days > 0)
    .map(({ node, days }) => `${node.name ?? node.id} ${round(days)}`)
    .join('、')
}

const round = (days: number): number => Math.round(days * 10) / 10
