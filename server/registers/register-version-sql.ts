import { columnName, type RegisterDefinition } from './register.ts'

/**
 * SQL: the number of the version that holds on @day, of the row whose columns are `register` and `id` of `outer`. The
 * plus keeps SQLite from looking through a day of all rows instead of the few versions of one.
 */
export const versionOn = (outer: string): string => `coalesce(
  (SELECT max(seq) FROM register_version AS latest
   WHERE latest.register = ${outer}.register AND latest.id = ${outer}.id AND +latest.recorded_on <= @day),
  (SELECT min(seq) FROM register_version AS earliest
   WHERE earliest.register = ${outer}.register AND earliest.id = ${outer}.id))`

/**
 * SQL that stands for the table of a register as it was on @day: rows recorded by then, and rows recorded later that say
 * themselves that they held then.
 * @param from column with the first day of a row, if it has one
 */
export function tableOn({ name, key, columns }: RegisterDefinition, from: string | undefined): string {
  const cells = columns.map(column => `json_extract(value, '$.${column}') AS ${columnName(column)}`)
  const late = from === undefined ? '' : ` OR json_extract(value, '$.${from}') <= @day`
  return `(SELECT id AS ${key}, ${cells} FROM register_version AS version
    WHERE register = '${name}' AND value IS NOT NULL AND seq = ${versionOn('version')}
      AND (recorded_on <= @day${late}))`
}
