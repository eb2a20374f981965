import type { CatalogueRegister } from '../../registers/catalogue-list.ts'
import { changeOf } from '../acts/change-registers.ts'
import type { Table } from '../register-files/table.ts'
import { cellOf, valueOfCell } from './cells.ts'
import { checkRow } from './check-row.ts'
import { catalogue, fieldsOf } from './fields.ts'
import { contentOf, idOfRow } from './rows.ts'

/** A register of the catalogue as a file: one row each, lists in one cell. */
export function catalogueTable(register: CatalogueRegister): Table {
  const fields = fieldsOf(register)
  const { idField } = catalogue[register]
  return {
    register,
    columns: fields.map(({ name }) => name),
    optional: fields.filter(({ isOptional }) => isOptional).map(({ name }) => name),
    write: (house, { past }) =>
      house.registers.catalogue(register, { ...past, limit: -1 }).map(({ id, row }) => {
        const content = idField === undefined ? row : { ...row, [idField]: id }
        return fields.map(field => cellOf(house, register, field, content[field.name] ?? null))
      }),
    keyOf: cells => idOfRow(register, cells),
    read(house, cells, complaints) {
      const given = fields.map(field => [field.name, valueOfCell(house, register, field, cells[field.name] ?? '')])
      const row = checkRow(house, register, Object.fromEntries(given), complaints)
      return [changeOf(house, register, idOfRow(register, row), contentOf(register, row))]
    },
  }
}
