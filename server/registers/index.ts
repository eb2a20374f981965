import type { Projection } from '../../db/projection.ts'
import { files } from './files.ts'
import { peopleRegisters } from './people.ts'
import { shippedResources } from './shipped-resources.ts'

/** Every business register; the journal applies each entry to them in this order. */
export const registers: readonly Projection[] = [...peopleRegisters, files, shippedResources]
