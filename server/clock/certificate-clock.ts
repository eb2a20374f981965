import { countLimit } from '../deadlines/limit.ts'
import { readLimitRule } from '../deadlines/limit-rule.ts'
import { dayOf, endOf } from '../deadlines/office-day.ts'
import { type Command, CommandRejected, type ProcessEngine, type Variables } from '../engine/index.ts'
import type { Act, RegisterRecord } from '../journal/act.ts'
import type { Calendars } from '../registers/calendars.ts'
import { type EndedSuspension, reminderRecord } from '../registers/certificate-reminders.ts'
import type { LimitParameters } from '../registers/limit-parameters.ts'
import type { Registers } from '../registers/open-registers.ts'
import { noticeRecord } from '../registers/public-notices.ts'
import type { HolderInService } from '../registers/service-facts.ts'
import type { OfficeClock } from './office-clock.ts'

/** What the clock of certificates works with. */
export interface CertificateClockTools {
  engine: Pick<ProcessEngine<Act>, 'submit'>
  clock: Pick<OfficeClock, 'now' | 'wakeAt'>
  registers: Pick<Registers, 'service' | 'reminders' | 'matters'>
  calendars: Pick<Calendars, 'latest'>
  limitParameters: Pick<LimitParameters, 'inForce'>
  onError(error: unknown): void
}

/** A clock of certificates that runs. */
export interface CertificateClock {
  /** When everything that has come by now is begun. */
  settled(): Promise<void>
  close(): Promise<void>
}

/** How long it waits after an act failed, ms. */
const RETRY_AFTER_MS = 60_000
/** A procedure that is not published waits for nothing longer. */
const MESSAGE_MS = 60_000
const REMINDED = 'cert.renewRemind'

/**
 * Looks at every certificate at each midnight: of one that ends within `cert.renewRemind` it begins the renewal, so that
 * the unit finds the application in its inbox; of a suspension that is over it begins the restoration. Each once.
 */
export function openCertificateClock(tools: CertificateClockTools): CertificateClock {
  return new RunningCertificateClock(tools)
}

class RunningCertificateClock implements CertificateClock {
  private cancelAlarm = () => {}
  private work: Promise<void> = Promise.resolve()
  private isClosed = false
  private nextLook = 0

  constructor(private readonly tools: CertificateClockTools) {
    this.look()
  }

  async settled(): Promise<void> {
    // The alarm rings a moment after its time.
    if (this.tools.clock.now() >= this.nextLook) this.look()
    await this.work
  }

  async close(): Promise<void> {
    this.isClosed = true
    this.cancelAlarm()
    await this.work
  }

  private look(): void {
    this.nextLook = endOf(dayOf(this.tools.clock.now()))
    this.work = this.work
      .then(() => this.round())
      .catch((error: unknown) => {
        this.nextLook = this.tools.clock.now() + RETRY_AFTER_MS
        this.tools.onError(error)
      })
      .then(() => this.arm())
  }

  private arm(): void {
    this.cancelAlarm()
    if (!this.isClosed) this.cancelAlarm = this.tools.clock.wakeAt(this.nextLook, () => this.look())
  }

  private async round(): Promise<void> {
    const { registers, clock } = this.tools
    const [day, instant] = [dayOf(clock.now()), new Date(clock.now()).toISOString()]
    const until = this.reminderHorizon(day)
    for (const holder of registers.service.inService(day, instant)) {
      if (this.isClosed) return
      if (holder.validTo <= until && holder.entity !== null && !this.isRenewed(holder)) await this.remind(holder)
    }
    for (const ended of registers.reminders.endedSuspensions(day, instant)) {
      if (this.isClosed) return
      await this.restore(ended, day)
    }
  }

  /** Reminded of already, or applied for without. */
  private isRenewed({ certificateId, certNo, personId }: HolderInService): boolean {
    const { reminders, matters } = this.tools.registers
    if (reminders.isBegun(`renew/${certificateId}`)) return true
    return matters.list({ q: personId, outcome: 'open', limit: 50 }).some(({ oldCertNo }) => oldCertNo === certNo)
  }

  /** The last day of validity that is reminded of today. */
  private reminderHorizon(day: string): string {
    const { limitParameters, calendars, clock } = this.tools
    const amount = limitParameters.inForce(REMINDED, day)?.parameter.amount ?? '6M'
    return countLimit(readLimitRule(amount, 'STRICT'), clock.now(), calendars.latest()).lastDay
  }

  private async remind({ certificateId, certNo, certType, personId, name, entity, validTo }: HolderInService) {
    const told = noticeRecord({
      ...{ noticeId: `renew-${certificateId}`, kind: 'told-holder', org: entity, refId: certNo },
      title: `行政执法证件换发提醒（${certNo}）`,
      text: `${name}的行政执法证件（${certNo}）有效期至 ${validTo}，请在届满前换发；申报已经发给所在单位。`,
    })
    const known = { personId, holderName: name, bizType: 'renew', certType, oldCertNo: certNo, orgCode: entity }
    const about = { certificate: certNo, validTo }
    await this.begin(
      { kind: 'renew', reminderId: `renew/${certificateId}`, certificateId, personId },
      { verb: 'certificate.remind-renewal', payload: about, register: [told] },
      message('msg.cert.renewal-due', certNo, { ...known, applicationId: `renew/${certNo}`, renewalUntil: validTo }),
    )
  }

  private async restore({ matterId, certificateId, certNo, personId }: EndedSuspension, day: string) {
    const variables = { revokeId: `${matterId}/restore`, certNo, reasonCode: 'suspensionEnded', occurredAt: day }
    await this.begin(
      { kind: 'restore', reminderId: `restore/${matterId}`, certificateId, personId },
      { verb: 'certificate.suspension-over', payload: { certificate: certNo }, register: [] },
      message('msg.cert.action-requested', `${certNo}/suspensionEnded`, { ...variables, startedBy: null }),
    )
  }

  private async begin(
    { reminderId, kind, certificateId, personId }: Record<'reminderId' | 'kind' | 'certificateId' | 'personId', string>,
    deed: { verb: string; payload: NonNullable<Act['payload']>; register: RegisterRecord[] },
    command: Command,
  ): Promise<void> {
    const act: Act = {
      ...{ kind: 'register', verb: deed.verb, payload: deed.payload, subject: { personId, certificateId } },
      ...{ actor: { kind: 'clock', id: 'certificate-clock', via: 'engine' }, at: this.tools.clock.now() },
      register: [reminderRecord(reminderId, { kind, certificateId }), ...deed.register],
    }
    try {
      await this.tools.engine.submit({ act, commands: [command] })
    } catch (error) {
      if (!(error instanceof CommandRejected)) throw error
      this.tools.onError(error)
    }
  }
}

const message = (name: string, correlationKey: string, variables: Variables): Command => ({
  ...{ type: 'PUBLISH_MESSAGE', name, correlationKey, timeToLive: MESSAGE_MS, variables },
})
