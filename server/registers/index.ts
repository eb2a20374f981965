import type { Projection } from '../../db/projection.ts'
import { calendarYears } from './calendars.ts'
import { caseSuspensions } from './case-suspensions.ts'
import { cases } from './cases/cases.ts'
import { documents } from './documents.ts'
import { escalations } from './escalations.ts'
import { evidenceDefects } from './evidence-defects.ts'
import { files } from './files.ts'
import { limitParameterVersions } from './limit-parameters.ts'
import { limits } from './limits.ts'
import { powerRegisters } from './master-registers.ts'
import { notificationRegisters } from './notification-registers.ts'
import { officeParameterVersions } from './office-parameters.ts'
import { peopleRegisters } from './people-registers.ts'
import { recusals } from './recusals.ts'
import { registerEntries } from './register-entries.ts'
import { shippedResources } from './shipped-resources.ts'
import { statuteTexts } from './statute-texts.ts'
import { unmannedTasks } from './unmanned-tasks.ts'

/** What the inbox is ordered by: applied before the projections, so that a task is listed once, at its place. */
export const limitRegisters: readonly Projection[] = [calendarYears, limitParameterVersions, caseSuspensions, limits]

/** Every other business register; the journal applies each entry to them in this order. */
export const registers: readonly Projection[] = [
  ...peopleRegisters,
  ...powerRegisters,
  officeParameterVersions,
  unmannedTasks,
  registerEntries,
  files,
  shippedResources,
  statuteTexts,
  escalations,
  recusals,
  evidenceDefects,
  cases,
  documents,
  ...notificationRegisters,
]
