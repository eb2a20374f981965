import { disqualification } from '../../approvals/officers/disqualify.ts'
import { type ActivatedJob, BpmnError, type Command, type Json, type Variables } from '../../engine/index.ts'
import { matterRecord } from '../../registers/certificate-matters.ts'
import { certificateTurn } from '../../registers/certificate-turn.ts'
import { textInput } from '../job-inputs.ts'
import { documentOf } from '../make-document.ts'
import type { Worker, WorkerTools } from '../worker.ts'
import { findByNumber, optionalText } from './certificate-inputs.ts'

/** What becomes of the certificate by a disposal. */
const STATES = { cancel: 'cancelled', suspend: 'suspended', withdraw: 'withdrawn', restore: 'valid' } as const

/**
 * Carries out what was decided about a certificate (inputs `revokeId`, `certNo`, `disposal`, `reasonText`, `occurredAt`,
 * `docNo`), at once and as one act: its state, the offices that end with it, the tasks its holder can no longer do, and the
 * signal `officer-disqualified`. A cancellation holds from the day of its reason, everything else from now. It does not wait
 * for the card. Asked again it answers what was done. Of a suspension or a withdrawal the decision is made (D47b).
 */
export const applyCertEffect: Worker = {
  type: 'apply-cert-effect',
  timeout: 60_000,
  async handle(job, tools) {
    const effect = await takeEffect(job, tools)
    const disposal = textInput(job, 'disposal')
    // What was cancelled stands in the summary of its month (D47).
    if (disposal === 'suspend' || disposal === 'withdraw')
      await documentOf(tools, job, { template: 'D47b-decision', bizKey: textInput(job, 'revokeId') })
    return effect
  },
}

async function takeEffect(job: ActivatedJob, tools: WorkerTools): Promise<Variables> {
  const matterId = textInput(job, 'revokeId')
  const known = tools.registers.matters.find(matterId)
  if (known?.effectiveAt != null) return { effectiveAt: known.effectiveAt }
  const disposal = textInput(job, 'disposal') as keyof typeof STATES
  const certificate = findByNumber(tools, textInput(job, 'certNo'))
  const state = STATES[disposal]
  if (!certificate || state === undefined) throw new BpmnError('certificate-unknown', `Nothing to do '${disposal}' to`)
  const { personId, certificateId } = certificate
  const effectiveAt = instantOf(job, tools, disposal)
  const fallen =
    disposal === 'restore'
      ? { register: [], commands: [], handedBack: [], endedOffices: [] }
      : await disqualification(tools.officers, {
          personId,
          certificateId,
          state,
          endsOffices: disposal !== 'suspend',
        })
  const reason = textInput(job, 'reasonText')
  await tools.act(job, {
    verb: `certificate.${state}`,
    payload: {
      ...{
        certificate: certificate.number,
        reason,
        handedBack: fallen.handedBack,
        endedOffices: fallen.endedOffices,
      },
      ...{ effectiveAt, tasks: fallen.handedBack.length },
    },
    subject: { bizKey: matterId, personId, certificateId },
    register: [
      ...turns(tools, { certificateId, personId, state, effectiveAt, reason }),
      ...fallen.register,
      matterRecord(matterId, effectOf(job, { disposal, effectiveAt })),
    ],
    commands: [...fallen.commands, ...(disposal === 'restore' ? [] : [signal({ personId, effectiveAt, state })])],
  })
  return { effectiveAt, handedBack: fallen.handedBack.length }
}

/** A turn that begins before an earlier recorded one holds from now on too: the latest instant decides. */
function turns({ registers, clock }: WorkerTools, turn: Omit<Parameters<typeof certificateTurn>[0], 'recordedAt'>) {
  const recordedAt = clock.now()
  const now = new Date(recordedAt).toISOString()
  const isCovered = registers.certificates
    .changesOf(turn.certificateId)
    .some(each => each.effectiveAt > turn.effectiveAt)
  const instants = isCovered ? [turn.effectiveAt, now] : [turn.effectiveAt]
  return instants.map(effectiveAt => certificateTurn({ ...turn, effectiveAt, recordedAt }))
}

/** A cancellation holds from the day its reason arose, which may be long ago but never lies ahead. */
function instantOf(job: ActivatedJob, { clock }: WorkerTools, disposal: string): string {
  const now = clock.now()
  const given = disposal === 'cancel' ? optionalText(job, 'occurredAt') : null
  const arose = given === null ? now : Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(given) ? `${given}T00:00:00+08:00` : given)
  return new Date(Number.isNaN(arose) ? now : Math.min(arose, now)).toISOString()
}

function effectOf(job: ActivatedJob, { disposal, effectiveAt }: { disposal: string; effectiveAt: string }) {
  const values: Record<string, Json> = {
    kind: disposal,
    effectiveAt,
    docNo: optionalText(job, 'docNo'),
    reasonCode: optionalText(job, 'reasonCode'),
  }
  if (disposal !== 'suspend') return values
  return { ...values, suspendUntil: optionalText(job, 'suspendUntil'), retrain: job.variables.retrain === true }
}

const signal = (variables: Record<string, Json>): Command => ({
  ...{ type: 'BROADCAST_SIGNAL', signalName: 'officer-disqualified' },
  variables,
})
