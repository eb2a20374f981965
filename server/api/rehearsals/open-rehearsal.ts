import { CommandRejected } from '../../engine/index.ts'
import { TooManyRehearsals } from '../../rehearsal/open-rehearsals.ts'
import { NotPlayable } from '../../rehearsal/publish-files.ts'
import type { BundleFile } from '../../rehearsal/scenario.ts'
import type { Trial } from '../../rehearsal/trial.ts'
import type { Caller } from '../caller.ts'
import type { House } from '../house.ts'
import type { Language } from '../language.ts'
import { Problem } from '../problem.ts'
import { requirePermission, submit } from '../submit.ts'

/** Notes in the journal of the office that somebody tries a draft; nothing that is done in a trial is an act of the office. */
export async function noteRehearsal(house: House, caller: Caller, verb: RehearsalVerb, files: readonly BundleFile[]) {
  await submit(house, caller, {
    ...{ kind: 'design', verb, payload: { files: files.map(({ name }) => name) } },
    permit: person => requirePermission(person, 'administrate'),
  })
}

/** What of rehearsals stands in the journal of the office. */
export type RehearsalVerb = 'rehearsal.open' | 'rehearsal.scenarios' | 'rehearsal.replay'

/** Opens an office that is thrown away and publishes the files there. @throws Problem 422, 429 */
export async function openRehearsal(
  house: House,
  caller: Caller,
  files: readonly BundleFile[],
  language: Language,
): Promise<Trial> {
  await noteRehearsal(house, caller, 'rehearsal.open', files)
  return await told(requireRehearsals(house).open(files, caller.person.personId), language)
}

/** The room of rehearsals. A rehearsal office has none. */
export function requireRehearsals({ rehearsals }: House) {
  if (!rehearsals) throw new CommandRejected('NOT_FOUND', 'Expected a real office: a rehearsal has no rehearsals')
  return rehearsals
}

/** A rehearsal that is open, and the caller's own. @throws Problem 404 */
export function foundRehearsal(house: House, caller: Caller, id: string): Trial {
  requirePermission(caller.person, 'administrate')
  const trial = requireRehearsals(house).find(id)
  if (!trial || trial.openedBy !== caller.person.personId) throw new Problem('resource.not-found')
  return trial
}

/** Says in the language of the reader why something cannot be rehearsed. */
export function told<T>(doing: Promise<T>, language: Language): Promise<T> {
  return doing.catch((error: unknown) => {
    if (error instanceof TooManyRehearsals) throw new Problem('rehearsal.too-many', { most: error.message })
    if (error instanceof NotPlayable) throw new Problem('rehearsal.not-playable', { reason: error.told[language] })
    throw error
  })
}
