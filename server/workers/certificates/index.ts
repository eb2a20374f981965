import type { Worker } from '../worker.ts'
import { activateCert } from './activate-cert.ts'
import { applyCertEffect } from './apply-cert-effect.ts'
import { checkRestore } from './check-restore.ts'
import { checkTraining } from './check-training.ts'
import { designateReviewer } from './designate-reviewer.ts'
import { findAffectedCases } from './find-affected-cases.ts'
import { findCertificate } from './find-certificate.ts'
import { hrCompare } from './hr-compare.ts'
import { markLost } from './mark-lost.ts'
import { markMissing } from './mark-missing.ts'
import { notifyCircular } from './notify-circular.ts'
import { notifyHolder } from './notify-holder.ts'
import { openCleanupBatch } from './open-cleanup-batch.ts'
import { publishInvalid } from './publish-invalid.ts'
import { publishResult } from './publish-result.ts'
import { registerApplication } from './register-application.ts'
import { startBatchRevocations } from './start-batch-revocations.ts'
import { syncProvince } from './sync-province.ts'
import { updateReport } from './update-report.ts'

/** Jobs of the procedures about certificates: issue, revocation, monthly clean-up. */
export const certificateWorkers: readonly Worker[] = [
  ...[findCertificate, notifyHolder, checkRestore, applyCertEffect, findAffectedCases, publishInvalid, syncProvince],
  ...[registerApplication, markLost, checkTraining, designateReviewer, activateCert],
  ...[openCleanupBatch, notifyCircular, markMissing, hrCompare, startBatchRevocations, publishResult, updateReport],
]
