import type { Projection } from '../../db/projection.ts'
import { files } from './files.ts'
import { peopleRegisters } from './people.ts'
import { shippedProcedures } from './shipped-procedures.ts'

/** Every business register; the journal applies each entry to them in this order. */
export const registers: readonly Projection[] = [...peopleRegisters, files, shippedProcedures]
