import { valueWord } from '../register-words.ts'
import type { WrittenTable } from './table.ts'

/** Organisations, one row each; names stand for what lies above and in whose name it acts. */
export const organisationsTable: WrittenTable = {
  register: 'organisations',
  columns: ['orgId', 'name', 'kind', 'parent', 'entity', 'state'],
  write: ({ people }, { day }) => {
    const found = people.listOrganisations(day)
    const names = new Map(found.map(({ orgId, name }) => [orgId, name]))
    return found.map(({ orgId, name, kind, parent, entity, state = null }) => [
      ...[orgId, name, kind && valueWord('organisations', 'kind', kind, 'zh')],
      ...[parent && (names.get(parent) ?? parent), names.get(entity) ?? entity],
      state && valueWord('organisations', 'state', state, 'zh'),
    ])
  },
}
