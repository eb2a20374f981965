import type { UserTaskWords } from '../../../bpmn/index.ts'
import { called } from '../../reading.ts'
import type { Finding, Rule } from '../../rule.ts'

/** Done before a party, so at least two officers do it. */
const BEFORE_A_PARTY: ReadonlySet<string> = new Set(['on-site-act', 'inspection', 'coercion', 'coercion-execution'])
/** Coercion has its own article about the two. */
const COERCIVE: ReadonlySet<string> = new Set(['coercion', 'coercion-execution'])

/** What is done before a party is an enforcement act, and two officers sign it; reviewers who reconcile are two as well. */
export const twoOfficers: Rule = {
  id: 'two-officers',
  severity: 'error',
  title: { zh: '现场执法两人签名', en: 'Two officers sign what is done before a party' },
  doc: {
    why: '行政处罚法第42条、第55条和行政强制法第18条：执法人员不得少于两人，并应出示执法证。图上不写副署，一个人就能办完，行为可被撤销。',
    mend: '任务写 enforcementAct=true（要查证件）和 cosign=true（另一名候选人副署）；合议由一级审核人副署，物品交接由接收的一方副署。',
  },
  check: ({ words }) => words.userTasks.flatMap(judge),
}

function judge(task: UserTaskWords): Finding[] {
  const { id, kind = '', cosign, enforcementAct } = task
  const isBefore = BEFORE_A_PARTY.has(kind) || enforcementAct
  const law = COERCIVE.has(kind) ? '行政强制法 第18条' : '行政处罚法 第42条'
  const tell = (key: string, zh: string, en: string): Finding => ({
    ...{ elementId: id, message: { zh: `“${called(task)}”${zh}`, en: `“${called(task)}” ${en}` }, law },
    fix: { kind: 'set-header', elementId: id, key, value: 'true' },
  })
  return [
    ...(isBefore && !cosign
      ? [tell('cosign', '一个人就能办完，要两人签名。', 'can be done by one person alone.')]
      : []),
    ...(BEFORE_A_PARTY.has(kind) && !enforcementAct
      ? [
          tell(
            'enforcementAct',
            '是现场执法，没有写 enforcementAct，不查证件是否遗失。',
            'is done before a party but is not marked as an enforcement act.',
          ),
        ]
      : []),
    ...(kind === 'transfer-handover' && !cosign
      ? [
          {
            ...tell('cosign', '移交物品，接收的一方不签字。', 'hands goods over, and the receiver does not sign.'),
            law: '行政处罚法 第56条',
          },
        ]
      : []),
    ...(kind === 'legal-review-reconcile' && !cosign
      ? [
          {
            ...tell('cosign', '是合议，却一个人就能定。', 'reconciles two reviewers, yet one decides alone.'),
            law: '行政处罚法 第58条',
          },
        ]
      : []),
  ]
}
