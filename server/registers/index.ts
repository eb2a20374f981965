import type { Projection } from '../../db/projection.ts'
import { absences } from './absences.ts'
import { calendarYears } from './calendars.ts'
import { caseSuspensions } from './case-suspensions.ts'
import { cases } from './cases/cases.ts'
import { certificateMatters } from './certificate-matters.ts'
import { certificateReminders } from './certificate-reminders.ts'
import { cleanupBatches } from './cleanup-batches.ts'
import { disputes } from './disputes.ts'
import { documents } from './documents.ts'
import { draftReplays } from './draft-replays.ts'
import { escalations } from './escalations.ts'
import { evidenceDefects } from './evidence-defects.ts'
import { files } from './files.ts'
import { guardedActs } from './guarded-acts.ts'
import { instanceMigrations } from './instance-migrations.ts'
import { intakeClients } from './intake-clients.ts'
import { intakeMatters } from './intake-matters.ts'
import { limitParameterRegister } from './limit-parameters.ts'
import { limits } from './limits.ts'
import { powerRegisters } from './master-registers.ts'
import { notificationRegisters } from './notification-registers.ts'
import { officeParameterRegister } from './office-parameters.ts'
import { peopleRegisters } from './people-registers.ts'
import { personnelWords } from './personnel-words.ts'
import { preservedGoods } from './preserved-goods.ts'
import { procedureRetirements } from './procedure-retirements.ts'
import { procedureStarts } from './procedure-starts.ts'
import { processDraftReviews } from './process-draft-reviews.ts'
import { provinceReports } from './province-reports.ts'
import { publicNotices } from './public-notices.ts'
import { recusals } from './recusals.ts'
import { registerEntries } from './register-entries.ts'
import { registerVersions } from './register-versions.ts'
import { shippedResources } from './shipped-resources.ts'
import { statuteTexts } from './statute-texts.ts'
import { transfers } from './transfers.ts'
import { unmannedTasks } from './unmanned-tasks.ts'
import { whistles } from './whistles/whistles.ts'

/** What the inbox is ordered by: applied before the projections, so that a task is listed once, at its place. */
export const limitRegisters: readonly Projection[] = [
  calendarYears,
  limitParameterRegister.projection,
  caseSuspensions,
  limits,
]

/** Every other business register; the journal applies each entry to them in this order. */
export const registers: readonly Projection[] = [
  personnelWords,
  ...peopleRegisters,
  ...powerRegisters,
  officeParameterRegister.projection,
  unmannedTasks,
  registerEntries,
  registerVersions,
  files,
  shippedResources,
  processDraftReviews,
  draftReplays,
  procedureRetirements,
  ...instanceMigrations,
  statuteTexts,
  escalations,
  recusals,
  procedureStarts,
  intakeClients,
  intakeMatters,
  evidenceDefects,
  guardedActs,
  absences,
  cases,
  disputes,
  transfers,
  documents,
  whistles,
  ...[certificateMatters, cleanupBatches, publicNotices, certificateReminders, provinceReports, preservedGoods],
  ...notificationRegisters,
]
