import type { App } from '../../server/app.ts'
import { DEMO_PASSWORD } from '../../server/identity/passwords.ts'
import { type Desk, openDesk } from './desk.ts'
import { endedReviews } from './ended-reviews.ts'
import { type CaseFiles, filledForms } from './filled-forms.ts'
import { jobsDone } from './jobs-done.ts'
import { daysBack, momentOf } from './office-days.ts'
import { openReviews } from './open-reviews.ts'
import { demoRegister } from './people.ts'
import { publishMessage } from './publish-message.ts'
import type { Review, Step } from './review.ts'
import { samplePdf } from './sample-pdf.ts'

/** Office days the acts of the demonstration are spread over. */
const OFFICE_DAYS = 9
const PROCEDURE = 'legal-review'

/** One thing that happens in the demonstration. */
interface Happening {
  instant: number
  happen(): Promise<void>
}

/** The first moment of the demonstration; a clock that stands there lets its acts be spread over the days before `now`. */
export const demoBegins = (now: number): number => momentOf(daysBack(now, OFFICE_DAYS), '08:30')

/**
 * Fills a new database with an invented street: people, then reviews in different states, made by acting as those
 * people through the routes. The same every time. The clock is set forward from act to act, up to `now` (UTC ms).
 * @param app has its procedures shipped and is started.
 */
export async function seedDemo(app: App, now: number = app.clock.now()): Promise<void> {
  await app.enter(demoRegister, DEMO_PASSWORD)
  const street = new Street(app, now)
  const happenings = [...endedReviews, ...openReviews].flatMap(review => street.happeningsOf(review))
  for (const { instant, happen } of happenings.sort((a, b) => a.instant - b.instant)) {
    app.clock.set(Math.min(instant, now))
    await app.limitsSettled()
    await happen()
    await jobsDone(app.house)
  }
  app.clock.set(now)
  await app.limitsSettled()
}

/** The people of the street at work. */
class Street {
  private readonly desks = new Map<string, { desk: Promise<Desk>; opened: number }>()

  constructor(
    private readonly app: App,
    private readonly now: number,
  ) {}

  happeningsOf(review: Review): Happening[] {
    let started: StartedReview | undefined
    const start = {
      instant: this.instantOf(review.start),
      happen: async () => {
        started = await this.start(review)
      },
    }
    const rest = review.steps.map(step => ({
      instant: this.instantOf(step),
      happen: async () => await this.take(step, started!),
    }))
    return [start, ...rest]
  }

  private instantOf({ at }: Step): number {
    const [days = '', time = ''] = at.split(' ')
    return momentOf(daysBack(this.now, Number(days)), time)
  }

  private async start(review: Review): Promise<StartedReview> {
    const { start, steps: _, ...values } = review
    const desk = await this.desk(start.by)
    const files = await uploadFiles(desk, review)
    const key = await desk.start(PROCEDURE, { ...values, handlerIds: [...review.handlerIds] })
    return { key, files, caseNo: review.caseNo }
  }

  private async take(step: Step, { key, files, caseNo }: StartedReview): Promise<void> {
    const { by, task, claim, message, action, values } = step
    if (message !== undefined) {
      const correlationKey = this.reviewIdOf(key)
      return await publishMessage(this.app.house, by, { name: message, correlationKey, caseNo })
    }
    const desk = await this.desk(by)
    const elementId = task ?? claim ?? ''
    const found = (await desk.tasks()).find(one => one.processInstanceKey === key && one.elementId === elementId)
    if (!found) throw new Error(`Expected '${elementId}' of ${caseNo} in the inbox of ${by}`)
    if (found.assignee === null) await desk.claim(found.userTaskKey)
    if (claim !== undefined) return
    const variables = { ...filledForms[elementId]?.(files), ...values }
    await desk.complete(found.userTaskKey, { ...(action !== undefined && { action }), variables })
  }

  private reviewIdOf(key: string): string {
    const { journal } = this.app.house
    const written = journal.entriesOf(key).flatMap(({ segments = [] }) => segments.flatMap(({ records }) => records))
    const found = written.find(record => record.valueType === 'VARIABLE' && record.value.name === 'reviewId')
    if (found?.valueType !== 'VARIABLE') throw new Error(`Expected a reviewId in instance ${key}`)
    return String(found.value.value)
  }

  /** Sessions end when nothing is asked for a while, and days pass here between two acts. */
  private desk(personId: string): Promise<Desk> {
    const known = this.desks.get(personId)
    const now = this.app.clock.now()
    if (known && known.opened === now) return known.desk
    const desk = openDesk(this.app, personId, DEMO_PASSWORD)
    this.desks.set(personId, { desk, opened: now })
    return desk
  }
}

interface StartedReview {
  key: string
  files: CaseFiles
  caseNo: string
}

async function uploadFiles(desk: Desk, { caseNo, caseTitle, partyName }: Review): Promise<CaseFiles> {
  const upload = (name: string, lines: string[]) =>
    desk.upload(
      `${name}.pdf`,
      samplePdf([name, `案号：${caseNo}`, `案由：${caseTitle}`, `当事人：${partyName}`, ...lines]),
    )
  return {
    report: await upload('案件调查终结报告', ['经现场检查、询问和取证，违法事实清楚，建议依法作出决定。']),
    evidence: await upload('证据材料', ['一、现场检查笔录', '二、现场照片', '三、询问笔录', '四、营业执照复印件']),
    draft: await upload('行政决定书（文稿）', ['本文稿送法制审核，审核通过以前不对外发生效力。']),
  }
}
