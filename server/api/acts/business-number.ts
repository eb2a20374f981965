import { officeDate } from '../../clock/office-date.ts'
import type { Variables } from '../../engine/index.ts'
import type { Diagram } from '../diagrams.ts'
import type { House } from '../house.ts'

/** What a number begins with where the diagram says nothing (`bizPrefix`). */
const PREFIX = 'FS'

/**
 * The variable by which the diagram names its business (`bizKey`) with the number it gets, if nobody gave it one:
 * `<prefix>-<day>-<six digits>` from the number of the entry about to be written, which is known and unique only inside the
 * transaction.
 */
export function businessNumber(house: House, { words }: Diagram, given: Variables): Variables {
  const { bizKey = '', bizPrefix = PREFIX } = words.properties
  const name = /^=?\s*([A-Za-z_]\w*)$/.exec(bizKey)?.[1]
  if (name === undefined || given[name] !== undefined) return {}
  const day = officeDate(house.clock.now()).replaceAll('-', '')
  return { [name]: `${bizPrefix}-${day}-${String(house.journal.nextSeq()).padStart(6, '0')}` }
}
