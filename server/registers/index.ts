import type { Projection } from '../../db/projection.ts'
import { calendarYears } from './calendars.ts'
import { files } from './files.ts'
import { limitParameterVersions } from './limit-parameters.ts'
import { limits } from './limits.ts'
import { notificationRegisters } from './notification-registers.ts'
import { peopleRegisters } from './people-registers.ts'
import { registerEntries } from './register-entries.ts'
import { shippedResources } from './shipped-resources.ts'

/** Every business register; the journal applies each entry to them in this order. */
export const registers: readonly Projection[] = [
  ...peopleRegisters,
  registerEntries,
  files,
  shippedResources,
  calendarYears,
  limitParameterVersions,
  limits,
  ...notificationRegisters,
]
