import { type DecisionModel, InvalidDecisions, parseDecisions } from '../../../server/dmn/index.ts'
import type { Language } from '../../../server/forms/index.ts'

/** What the server will say of a file of decisions. */
export interface TableJudgement {
  problems: readonly string[]
  /** What can be tried; nothing while something is wrong. */
  model?: DecisionModel
}

/** Reads a file of decisions as publishing will. */
export async function judgeTable(xml: string, language: Language): Promise<TableJudgement> {
  try {
    return { problems: [], model: await parseDecisions(xml) }
  } catch (error) {
    const before = language === 'zh' ? '读不出来：' : 'Cannot be read: '
    if (error instanceof InvalidDecisions)
      return { problems: error.problems.map(({ elementId, message }) => `${elementId}: ${message}`) }
    return { problems: [`${before}${error instanceof Error ? error.message : String(error)}`] }
  }
}
