import { InvalidDecisions, parseDecisions } from '../../../server/dmn/index.ts'
import type { Language } from '../../../server/forms/index.ts'

/** What the server will say of a file of decisions. */
export interface TableJudgement {
  problems: readonly string[]
}

/** Reads a file of decisions as publishing will. */
export async function judgeTable(xml: string, language: Language): Promise<TableJudgement> {
  try {
    await parseDecisions(xml)
    return { problems: [] }
  } catch (error) {
    const before = language === 'zh' ? '读不出来：' : 'Cannot be read: '
    if (error instanceof InvalidDecisions)
      return { problems: error.problems.map(({ elementId, message }) => `${elementId}: ${message}`) }
    return { problems: [`${before}${error instanceof Error ? error.message : String(error)}`] }
  }
}
