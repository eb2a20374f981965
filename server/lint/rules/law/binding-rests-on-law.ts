import type { UserTaskWords } from '../../../bpmn/index.ts'
import { called } from '../../reading.ts'
import type { Finding, Rule } from '../../rule.ts'

/** Sorts of work that bind a party or stand before it, with the article that people usually mean. */
const BINDING: Readonly<Record<string, string>> = {
  'on-site-act': '行政处罚法 第42条',
  inspection: '行政处罚法 第55条',
  coercion: '行政强制法 第18条',
  'coercion-execution': '行政强制法 第35条',
  'case-filing': '行政处罚法 第54条',
  'case-decision': '行政处罚法 第57条',
  'hearing-host': '行政处罚法 第64条',
  'fine-entry': '行政处罚法 第67条',
  'legal-review-first': '行政处罚法 第58条',
  'legal-review-second': '行政处罚法 第58条',
  'legal-review-reconcile': '行政处罚法 第58条',
  'legal-review-re': '行政处罚法 第58条',
  'jurisdiction-designation': '行政处罚法 第25条',
}

/** A task that binds somebody outside says on what. */
export const bindingRestsOnLaw: Rule = {
  id: 'binding-rests-on-law',
  severity: 'error',
  title: { zh: '约束当事人的任务写明依据', en: 'What binds a party rests on an article' },
  doc: {
    why: '对当事人作出的行为，要能说出依据哪一条：办理人在任务页上看到条文，文书照着引，复议和诉讼也看它。',
    mend: '在任务的 basis 里写上现行条文，如 行政处罚法 第58条；建议的一条只是常用的，按实际依据改。',
  },
  check: ({ words, known }) =>
    words.userTasks.flatMap((task): Finding[] => {
      const usual = usualFor(task)
      if (usual === undefined || task.basis.length > 0) return []
      return [
        {
          elementId: task.id,
          message: {
            zh: `“${called(task)}”约束当事人，没有写法律依据。`,
            en: `“${called(task)}” binds a party and names no article.`,
          },
          law: usual,
          ...(!known.citationFault(usual) && {
            fix: { kind: 'set-header', elementId: task.id, key: 'basis', value: usual },
          }),
        },
      ]
    }),
}

const usualFor = ({ kind = '', enforcementAct }: UserTaskWords): string | undefined =>
  BINDING[kind] ?? (enforcementAct ? '行政处罚法 第42条' : undefined)
