import { isFileName, namesType } from '../../documents/file-types.ts'
import type { Variables } from '../../engine/index.ts'
import { type Form, fileReferences } from '../../forms/index.ts'
import type { Person } from '../../identity/person.ts'
import { findFile } from '../../registers/files.ts'
import { isOfSeenCase } from '../cases/case-visibility.ts'
import type { House } from '../house.ts'
import { wrongFields } from '../problem.ts'
import { maySeeInstance } from '../visibility.ts'

/** Refuses files that are not there, are not what the form says, or are not the person's to show. @throws Problem 422 */
export function checkFiles(house: House, person: Person, form: Form | undefined, values: Variables): void {
  if (!form) return
  const wrong = fileReferences(form, values).flatMap(({ path, file }) => {
    const found = visibleFile(house, person, file.fileId)
    const isSame = found?.size === file.size && found.type === file.type
    // Files may have several names, so any that fits the content is taken.
    const isNamed = isFileName(file.name) && namesType(file.name, file.type)
    return isSame && isNamed ? [] : [{ path, id: 'field.no-such-file', params: { name: file.name } }]
  })
  if (wrong.length > 0) throw wrongFields(wrong)
}

/** The file if the person brought it or sees an instance that speaks of it. */
export function visibleFile(house: House, person: Person, fileId: string) {
  const file = findFile(house.db.writer, fileId, person.personId)
  if (!file) return undefined
  const isVisible =
    file.putBy === person.personId ||
    file.usedIn.some(instance => maySeeInstance(house, person, instance)) ||
    isOfSeenCase(house, person, fileId) ||
    house.registers.isOfCatalogue(fileId)
  return isVisible || person.permissions.includes('audit') ? file : undefined
}
