import { type Form, isObject, type Language } from '../../../server/forms/index.ts'
import { parseForm } from '../../../server/forms/parse-form.ts'
import { describeProblem } from '../../../server/forms/problem-words.ts'

/** What the server will say of a form: the form that staff get, or what is wrong with it. */
export interface FormJudgement {
  form: Form | undefined
  problems: readonly string[]
  /** Shared parts that are put in their places when it is published. */
  sharedParts: readonly string[]
  components: number
}

/** Judges the text of a form as publishing will; shared parts are named, the rest is judged without them. */
export function judgeForm(content: string, language: Language): FormJudgement {
  let json: unknown
  try {
    json = JSON.parse(content)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const problem = language === 'zh' ? `不是 JSON：${message}` : `Not JSON: ${message}`
    return { form: undefined, problems: [problem], sharedParts: [], components: 0 }
  }
  const sharedParts: string[] = []
  const own = withoutShared(json, sharedParts)
  const parsed = parseForm(own)
  return {
    form: parsed.ok ? parsed.form : undefined,
    problems: parsed.ok ? [] : parsed.problems.map(problem => describeProblem(problem, language)),
    sharedParts,
    components: countIn(json),
  }
}

function withoutShared(json: unknown, found: string[]): unknown {
  if (!isObject(json) || !Array.isArray(json.components)) return json
  const components = json.components.flatMap(component => {
    if (!isObject(component) || component.type !== 'shared') return [withoutShared(component, found)]
    found.push(String(component.part))
    return []
  })
  return { ...json, components }
}

function countIn(json: unknown): number {
  if (!isObject(json) || !Array.isArray(json.components)) return 0
  return json.components.reduce<number>((sum, component) => sum + 1 + countIn(component), 0)
}
