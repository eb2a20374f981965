import { language } from '../preferences.ts'
import { caseWords } from './cases.ts'
import { catalogueWords } from './catalogue.ts'
import { certificateMatterWords } from './certificate-matters.ts'
import { designerWords } from './designer.ts'
import { diagramWords } from './diagram.ts'
import { everywhereWords } from './everywhere.ts'
import { inboxWords } from './inbox.ts'
import { incidentsWords } from './incidents.ts'
import { instanceWords } from './instance.ts'
import { instancesWords } from './instances.ts'
import { intakeWords } from './intake.ts'
import { keysWords } from './keys.ts'
import { limitActWords } from './limit-acts.ts'
import { limitWords } from './limits.ts'
import { notificationWords } from './notifications.ts'
import { registerWords } from './registers.ts'
import { requestWords } from './requests.ts'
import { ruleWords } from './rules.ts'
import { searchWords } from './search.ts'
import { fill, type Params } from './sentence.ts'
import { sheetWords } from './sheets.ts'
import { shellWords } from './shell.ts'
import { signInWords } from './sign-in.ts'
import { startWords } from './start.ts'
import { statuteWords } from './statutes.ts'
import { taskWords } from './task.ts'
import { whistleWords } from './whistles.ts'

/** Every sentence the screen can say. */
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
  ...intakeWords,
  ...requestWords,
  ...ruleWords,
  ...limitWords,
  ...limitActWords,
  ...statuteWords,
  ...catalogueWords,
  ...certificateMatterWords,
  ...caseWords,
  ...whistleWords,
  ...notificationWords,
}

/** The id of a sentence. */
export type WordId = keyof typeof sentences

/** A sentence in the language of the screen, filled with its parameters. */
export function t(id: WordId, params?: Params): string {
  return fill(sentences[id][language() === 'en' ? 1 : 0], params)
}
