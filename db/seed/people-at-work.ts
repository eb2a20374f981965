import type { App } from '../../server/app.ts'
import { DEMO_PASSWORD } from '../../server/identity/passwords.ts'
import { type Desk, openDesk } from './desk.ts'
import { type CaseFiles, filledForms } from './filled-forms.ts'
import { publishMessage } from './publish-message.ts'
import type { OfficeAct, Review, Step } from './review.ts'
import { samplePdf } from './sample-pdf.ts'

const PROCEDURE = 'legal-review'

/** One thing that happens in the demonstration. */
export interface Happening {
  /** UTC ms. */
  instant: number
  /** Happenings of one case come one after the other. */
  caseNo?: string
  /** Sits down and brings what the act needs. */
  prepare(): Promise<unknown>
  happen(): Promise<void>
}

interface StartedReview {
  key: string
  files: CaseFiles
  caseNo: string
}

/** The people of the demonstration at their desks. */
export class PeopleAtWork {
  private readonly desks = new Map<string, { desk: Promise<Desk>; opened: number }>()

  constructor(
    private readonly app: App,
    private readonly instantOf: (at: Step['at']) => number,
  ) {}

  happeningsOf(review: Review): Happening[] {
    const { caseNo, start } = review
    let files: CaseFiles | undefined
    let key = ''
    const first: Happening = {
      ...{ caseNo, instant: this.instantOf(start.at) },
      prepare: async () => {
        files = await uploadFiles(await this.desk(start.by), review)
      },
      happen: async () => {
        key = await this.start(review)
      },
    }
    const rest = review.steps.map(step => ({
      ...{ caseNo, instant: this.instantOf(step.at) },
      prepare: () => this.desk(step.by),
      happen: async () => await this.take(step, { key, files: files!, caseNo }),
    }))
    return [first, ...rest]
  }

  happeningOf({ at, by, method, path, body }: OfficeAct): Happening {
    return {
      instant: this.instantOf(at),
      prepare: () => this.desk(by),
      happen: async () => await (await this.desk(by)).send(method, path, body(this.instantOf)),
    }
  }

  private async start(review: Review): Promise<string> {
    const { start, caseNo, caseTitle, partyName, reviewType, stage, handlerIds } = review
    const values = { caseNo, caseTitle, partyName, reviewType, stage, handlerIds: [...handlerIds] }
    return await (await this.desk(start.by)).start(PROCEDURE, values)
  }

  private async take(step: Step, { key, files, caseNo }: StartedReview): Promise<void> {
    const { by, task, claim, message, action, values } = step
    if (message !== undefined) {
      const correlationKey = this.reviewIdOf(key)
      return await publishMessage(this.app.house, by, { name: message, correlationKey, caseNo })
    }
    const desk = await this.desk(by)
    const elementId = task ?? claim ?? ''
    const found = this.app.house.tasks.openOf(key).find(one => one.elementId === elementId)
    if (!found) throw new Error(`Expected '${elementId}' to be open in ${caseNo}`)
    if (claim !== undefined) return await desk.claim(found.userTaskKey)
    const variables = { ...filledForms[elementId]?.(files), ...values }
    await desk.complete(found.userTaskKey, { ...(action !== undefined && { action }), variables })
    await this.countersign(key, found.userTaskKey)
  }

  /** What two reconcile the second reviewer signs first, and the first reviewer at once after him. */
  private async countersign(key: string, userTaskKey: string): Promise<void> {
    const { sheets, tasks } = this.app.house
    if (!sheets.find(userTaskKey)) return
    const first = tasks.allOf(key).findLast(({ elementId }) => elementId === 'first-review')
    await (await this.desk(first?.completedBy ?? '')).cosign(userTaskKey)
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
    if (known?.opened === now) return known.desk
    const desk = openDesk(this.app, personId, DEMO_PASSWORD)
    this.desks.set(personId, { desk, opened: now })
    return desk
  }
}

async function uploadFiles(desk: Desk, { caseNo, caseTitle, partyName, evidence }: Review): Promise<CaseFiles> {
  const upload = (name: string, lines: readonly string[]) =>
    desk.upload(
      `${name}.pdf`,
      samplePdf([name, `案号：${caseNo}`, `案由：${caseTitle}`, `当事人：${partyName}`, ...lines]),
    )
  const [report, proof, draft] = await Promise.all([
    upload('案件调查终结报告', [
      ...(evidence === undefined ? [] : [`查明：${evidence}。`]),
      '经现场检查、询问和取证，违法事实清楚，建议依法作出决定。',
    ]),
    upload('证据材料', ['一、现场检查笔录', '二、现场照片', '三、询问笔录', '四、营业执照复印件']),
    upload('行政决定书（文稿）', ['本文稿送法制审核，审核通过以前不对外发生效力。']),
  ])
  return { report, evidence: proof, draft }
}
