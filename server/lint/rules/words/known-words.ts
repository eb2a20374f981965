import type { VocabularyProblem } from '../../../bpmn/index.ts'
import type { Finding, Rule } from '../../rule.ts'

/** Headers and properties are those of the house's vocabulary, and their values can be read. */
export const knownWords: Rule = {
  id: 'known-words',
  severity: 'error',
  title: { zh: '属性名与写法都认得', en: 'Headers and properties are known' },
  doc: {
    why: '写错一个字母的属性没有人读，却也不报错：期限不开、按钮不出、依据不显示。',
    mend: '改正属性名。任务可写 kind、actions、basis、limit、limitStart、limitId、escalateTo、enforcementAct、cosign、closes、doneBy、caseFacts；actions 写作“结果字段=值:按钮|…”，流程的 requests 写作“键=值; …|…”。',
  },
  check: ({ wordProblems }) => wordProblems.map(tell),
}

function tell({ elementId, key, kind, found }: VocabularyProblem): Finding {
  if (kind === 'unknown-key')
    return {
      elementId,
      message: { zh: `不认识属性“${key}”。`, en: `Unknown header or property “${key}”.` },
      fix: { kind: 'remove-header', elementId, key },
    }
  return {
    elementId,
    message: { zh: `属性“${key}”的写法不对：${found}`, en: `The value of “${key}” cannot be read: ${found}` },
  }
}
