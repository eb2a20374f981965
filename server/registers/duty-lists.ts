import type { Database } from 'better-sqlite3'
import type { DUTY_LISTS } from './items.ts'

/** What is asked of the duty lists (履职清单); on any connection. */
export interface DutyLists {
  /** Whether a matter stands on a street's list on an office day. */
  isOn(list: (typeof DUTY_LISTS)[number], street: string, itemCode: string, date: string): boolean
}

/** Prepares the question once. */
export function openDutyLists(db: Database): DutyLists {
  const found = db.prepare<object>(
    `SELECT 1 FROM duty_list WHERE street = @street AND list_type = @list AND item_code = @itemCode
       AND valid_from <= @date AND (valid_to IS NULL OR valid_to >= @date) LIMIT 1`,
  )
  return { isOn: (list, street, itemCode, date) => found.get({ list, street, itemCode, date }) !== undefined }
}
