import { language } from '../preferences.ts'
import { caseWords } from './cases.ts'
import { designerWords } from './designer.ts'
import { diagramWords } from './diagram.ts'
import { everywhereWords } from './everywhere.ts'
import { inboxWords } from './inbox.ts'
import { incidentsWords } from './incidents.ts'
import { instanceWords } from './instance.ts'
import { instancesWords } from './instances.ts'
import { keysWords } from './keys.ts'
import { type LateWordId, type LateWords, lateWords } from './late.ts'
import { limitActWords } from './limit-acts.ts'
import { limitWords } from './limits.ts'
import { notificationWords } from './notifications.ts'
import { registerWords } from './registers.ts'
import { requestWords } from './requests.ts'
import { ruleWords } from './rules.ts'
import { searchWords } from './search.ts'
import { fill, type Params, type Sentences } from './sentence.ts'
import { sheetWords } from './sheets.ts'
import { shellWords } from './shell.ts'
import { signInWords } from './sign-in.ts'
import { startWords } from './start.ts'
import { statuteWords } from './statutes.ts'
import { taskWords } from './task.ts'

/** Every sentence the screen can say before a page brings more. */
export const sentences = {
  ...everywhereWords,
  ...shellWords,
  ...signInWords,
  ...inboxWords,
  ...taskWords,
  ...sheetWords,
  ...startWords,
  ...instancesWords,
  ...instanceWords,
  ...incidentsWords,
  ...designerWords,
  ...diagramWords,
  ...registerWords,
  ...searchWords,
  ...keysWords,
  ...requestWords,
  ...ruleWords,
  ...limitWords,
  ...limitActWords,
  ...statuteWords,
  ...caseWords,
  ...notificationWords,
}

/** The id of a sentence. */
export type WordId = keyof typeof sentences | LateWordId

/** What the screen can say by now. */
const known: Sentences = { ...sentences }

/** Brings the words of a page that are not there from the beginning. */
export async function loadWords(name: LateWords): Promise<void> {
  Object.assign(known, await lateWords[name]())
}

/** A sentence in the language of the screen, filled with its parameters; one that has not come yet is its id. */
export function t(id: WordId, params?: Params): string {
  return fill(known[id]?.[language() === 'en' ? 1 : 0] ?? id, params)
}
