import type { z } from '@hono/zod-openapi'
import { cellOf, LAW_VERB_IDS, LAW_VERBS, TASK_KINDS } from '../../policies/index.ts'
import type { Language } from '../language.ts'
import type { LawfulnessSchema } from './schemas.ts'

/** The whole table, in the reader's language. */
export function lawfulnessJson(language: Language): z.infer<typeof LawfulnessSchema> {
  return {
    verbs: LAW_VERB_IDS.map(verb => {
      const { by, what, [language]: name } = LAW_VERBS[verb]
      return { verb, name, by, what: what[language] }
    }),
    kinds: Object.entries(TASK_KINDS).map(([kind, { [language]: name }]) => ({
      ...{ kind, name },
      cells: LAW_VERB_IDS.map(verb => {
        const { verdict, basis, [language]: why } = cellOf(verb, kind)
        return { verb, verdict, why, basis: [...basis] }
      }),
    })),
  }
}
