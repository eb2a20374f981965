import type { App } from '../../server/app.ts'
import { officeDate } from '../../server/clock/office-date.ts'
import type { Variables } from '../../server/engine/index.ts'
import { DEMO_PASSWORD } from '../../server/identity/passwords.ts'
import { sampleFile } from '../../server/rehearsal/sample-file.ts'
import { type Desk, openDesk } from './desk.ts'
import { type CaseFiles, filledForms } from './filled-forms.ts'
import { minuteOf } from './office-days.ts'
import type { Filing, OfficeAct, Review, Step } from './review.ts'
import { samplePdf } from './sample-pdf.ts'

const PROCEDURE = 'legal-review'

/** One thing that happens in the demonstration. */
export interface Happening {
  /** UTC ms. */
  instant: number
  /** What belongs to one review comes one after the other. */
  of?: Review
  /** Sits down and brings what the act needs. */
  prepare(): Promise<unknown>
  happen(): Promise<void>
}

/** How far a case has come. */
interface Progress {
  caseNo: string
  key: string
  files?: CaseFiles
}

/** The people of the demonstration at their desks. */
export class PeopleAtWork {
  private readonly desks = new Map<string, { desk: Promise<Desk>; opened: number }>()

  constructor(
    private readonly app: App,
    private readonly instantOf: (at: Step['at']) => number,
  ) {}

  happeningsOf(review: Review): Happening[] {
    const { start, filing, steps } = review
    const progress: Progress = { caseNo: '', key: '' }
    const filed = filing ? [this.filing(review, filing, progress)] : []
    const first: Happening = {
      ...{ of: review, instant: this.instantOf(start.at) },
      prepare: async () => {
        const desk = await this.desk(start.by)
        progress.files = await uploadFiles(desk, review, progress.caseNo)
        if (review.procedure?.id !== 'cert-issue') return
        const { name, content } = sampleFile('照片.png')
        progress.files.photo = await desk.upload(name, content)
      },
      happen: async () => {
        progress.key = await this.start(review, progress.caseNo)
      },
    }
    const rest = steps.map(step => ({
      ...{ of: review, instant: this.instantOf(step.at) },
      prepare: () => this.desk(step.by),
      happen: async () => await this.take(step, progress),
    }))
    return filing?.isAll ? [...filed, ...rest] : [...filed, first, ...rest]
  }

  private filing(review: Review, { at, values }: Filing, progress: Progress): Happening {
    const instant = this.instantOf(at)
    const prepare = () => this.desk(review.start.by)
    return {
      ...{ of: review, instant, prepare },
      happen: async () => {
        const variables = { ...values(officeDate(instant)), handlerIds: [review.start.by, ...review.handlerIds] }
        const filed = await (await prepare()).send<{ caseNo: string }>('POST', '/cases', { variables })
        progress.caseNo = filed?.caseNo ?? ''
      },
    }
  }

  happeningOf({ at, by, method, path, body }: OfficeAct): Happening {
    return {
      instant: this.instantOf(at),
      prepare: () => this.desk(by),
      happen: async () => await (await this.desk(by)).send(method, path, body(this.instantOf)),
    }
  }

  private async start({ start, procedure, executedAt, ...review }: Review, caseNo: string): Promise<string> {
    const { reviewType, stage, caseTitle, partyName, handlerIds } = review
    const desk = await this.desk(start.by)
    if (procedure) {
      const ofCase = caseNo === '' ? {} : { caseNo, caseTitle }
      return await desk.start(procedure.id, { ...ofCase, ...this.valuesOf(procedure) })
    }
    if (executedAt !== undefined) {
      const taken = minuteOf(this.instantOf(executedAt))
      const about = { caseNo, caseTitle, partyName, reviewType, stage, executedFirst: true, executedAt: taken }
      return await desk.start(PROCEDURE, { ...about, handlerIds: [start.by, ...handlerIds] })
    }
    const path = `/cases/${caseNo}/reviews`
    const started = await desk.send<{ processInstanceKey: string }>('POST', path, { variables: { reviewType, stage } })
    return started?.processInstanceKey ?? ''
  }

  private async take(step: Step, { key, files, caseNo }: Progress): Promise<void> {
    const { by, task, claim, request, caseAct, action, second } = step
    const values = this.valuesOf(step)
    if (request !== undefined) return await this.ask(by, `/process-instances/${key}/requests`, { request, ...values })
    if (caseAct !== undefined) return await this.ask(by, `/cases/${caseNo}/${caseAct}`, values)
    const desk = await this.desk(by)
    const elementId = task ?? claim ?? ''
    const found = this.openTask(key, caseNo, { elementId, by })
    if (claim !== undefined) return await desk.claim(found.userTaskKey)
    const variables = { ...(files && filledForms[elementId]?.(files)), ...values }
    await desk.complete(found.userTaskKey, { ...(action !== undefined && { action }), variables })
    await this.countersign(key, found.userTaskKey, second)
  }

  /** In the review, or in what else runs for its case. */
  private openTask(key: string, caseNo: string, { elementId, by }: { elementId: string; by: string }) {
    const { tasks, instances, people, clock } = this.app.house
    const keys = caseNo === '' ? [key] : [key, ...instances.keysOfCase(caseNo)]
    const open = keys.flatMap(each => tasks.openOf(each)).filter(one => one.elementId === elementId)
    const offices = people.findPerson(by, officeDate(clock.now()))?.appointments ?? []
    // Of a step that several bodies do at the same time each does its own.
    const isOwn = ({ candidateGroups }: { candidateGroups: readonly string[] }) =>
      offices.some(({ role, org }) => candidateGroups.includes(`${role}@${org}`))
    const found = open.find(isOwn) ?? open[0]
    if (!found) throw new Error(`Expected '${elementId}' to be open in ${caseNo}`)
    return found
  }

  private valuesOf({ values, dated }: Pick<Step, 'values' | 'dated'>): Variables {
    return { ...values, ...dated?.(days => officeDate(this.instantOf(`${days} 12:00`))) }
  }

  /** What two reconcile the second reviewer signs first, and the first reviewer at once after him. */
  private async countersign(key: string, userTaskKey: string, second?: string): Promise<void> {
    const { sheets, tasks } = this.app.house
    if (!sheets.find(userTaskKey)) return
    const first = tasks.allOf(key).findLast(({ elementId }) => elementId === 'first-review')
    await (await this.desk(second ?? first?.completedBy ?? '')).cosign(userTaskKey)
  }

  private async ask(by: string, path: string, body: Variables): Promise<void> {
    await (await this.desk(by)).send('POST', path, body)
  }

  /** Sessions end when nothing is asked for a while, and days pass here between two acts. */
  desk(personId: string): Promise<Desk> {
    const known = this.desks.get(personId)
    const now = this.app.clock.now()
    if (known?.opened === now) return known.desk
    const desk = openDesk(this.app, personId, DEMO_PASSWORD)
    this.desks.set(personId, { desk, opened: now })
    return desk
  }
}

async function uploadFiles(desk: Desk, { caseTitle, partyName, evidence }: Review, caseNo: string): Promise<CaseFiles> {
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
