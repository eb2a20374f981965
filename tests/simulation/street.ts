import { type Desk, type ListedTask, Refused, type UploadedFile } from '../../db/seed/desk.ts'
import { judged } from '../../db/seed/filled-forms.ts'
import { samplePdf } from '../../db/seed/sample-pdf.ts'
import type { Json, Variables } from '../../server/engine/index.ts'
import type { Form } from '../../server/forms/index.ts'
import { sampleFile } from '../../server/rehearsal/sample-file.ts'
import type { Office } from '../support/office.ts'
import type { Chance } from './chance.ts'
import { cooperationHints } from './cooperation-hints.ts'
import { type AtHand, CannotFill, fillForm } from './fill-form.ts'

interface TaskDetail {
  form: Form | null
  variables: Variables
  actions: { field: string; value: string | boolean; action: string; permitted: boolean }[]
  canClaim: { permitted: boolean }
  canComplete: { permitted: boolean }
  assignee: { id: string } | null
  sheet: { canCosign: { permitted: boolean } } | null
}

/** A task that somebody had before him and could not do, with what the house said each time. */
type Stuck = Map<string, string[]>

const materials = ({ file }: AtHand): Json => [
  { kind: 'investigation', file },
  { kind: 'evidence', file },
]

/** What is known of fields whose kind does not say enough, by task. */
const HINTS: Readonly<Record<string, AtHand['hints']>> = {
  submit: { materials },
  'return-supplement': { materials },
  'handler-response': { materials },
  // The points of a review are judged one by one.
  'first-review': {
    checklist: ({ chance }) => judged(chance.is(0.75) ? {} : { facts: '事实还要补充证据。' }) as Json,
  },
  'draft-whistle': {
    neededDepts: ({ chance }) => {
      const [lead, assist] = chance.shuffled(['WC-CG', 'WC-SW'])
      const asked = (org: string, role: string): Json => ({ org, role, task: '到场查看并处置。' })
      return chance.is(0.5) ? [asked(lead!, 'lead')] : [asked(lead!, 'lead'), asked(assist!, 'assist')]
    },
    linkedCase: () => '',
    items: () => [],
  },
  arrive: { isEnforcement: () => false },
  // Nothing is confiscated before a decision.
  'dispose-items': { way: ({ chance }) => chance.pick(['return', 'release', 'seize', 'appraise', 'transfer']) },
  // Nobody leaves: a department of two would soon have no officers.
  'unit-report': { noChange: () => true, changes: () => [] },
  ...cooperationHints,
  handle: { caseRef: () => '', measures: ({ chance }) => [chance.pick(['onSiteFixed', 'guidance', 'transferIn'])] },
}

/** Refusals that are the rules at work: another button, another person or another day will do. */
const RULES_AT_WORK = new Set([400, 403, 404, 409, 422])

/** A street whose people open their inboxes and work what they find there, each as he may, by chance. */
export function openStreet(office: Office, chance: Chance, more: Readonly<Record<string, AtHand['hints']>>) {
  const { app } = office
  const hintsOf = (elementId: string) => HINTS[elementId] ?? more[elementId] ?? {}
  const stuck: Stuck = new Map()
  const files = new Map<string, Promise<[file: UploadedFile, picture: UploadedFile]>>()
  let done = 0

  /** Everybody brings files of his own: what a form names must be his, or of the case. */
  function filesOf(personId: string): Promise<[file: UploadedFile, picture: UploadedFile]> {
    const known =
      files.get(personId) ??
      office
        .desk(personId)
        .then(async desk => [
          await desk.upload('材料.pdf', samplePdf([personId])),
          await desk.upload('照片.png', sampleFile('照片.png').content),
        ])
    files.set(personId, known)
    return known
  }

  async function handle(desk: Desk, personId: string, task: ListedTask): Promise<boolean> {
    const detail = await desk.get<TaskDetail>(`/user-tasks/${task.userTaskKey}`)
    if (detail.sheet?.canCosign.permitted) {
      await desk.cosign(task.userTaskKey)
      return true
    }
    if (detail.assignee === null && detail.canClaim.permitted) await desk.claim(task.userTaskKey)
    if (!detail.canComplete.permitted && detail.assignee !== null) return false
    const open = detail.actions.filter(({ permitted }) => permitted)
    const action = open.length > 0 ? chance.pick(open) : undefined
    const given = action ? { [action.field]: action.value } : {}
    const [file, picture] = (await filesOf(personId)) as Json[]
    const hand = { now: app.clock.now(), file: file!, picture: picture!, chance, hints: hintsOf(task.elementId) }
    const filled = detail.form && fillForm(detail.form, { ...hand, variables: { ...detail.variables, ...given } })
    const { [action?.field ?? '']: _, ...variables } = filled ?? {}
    await desk.complete(task.userTaskKey, { ...(action && { action: action.action }), variables })
    return true
  }

  function note(task: ListedTask, said: string): void {
    const name = `${task.userTaskKey} ${task.elementId}`
    stuck.set(name, [...new Set([...(stuck.get(name) ?? []), said])])
  }

  return {
    stuck,
    doneCount: () => done,
    /** Somebody opens his inbox and does at most so many of what lies there. */
    async work(personId: string, most: number): Promise<void> {
      const desk = await office.desk(personId)
      for (const task of chance.shuffled(await inboxOf(desk)).slice(0, most)) {
        try {
          if (!(await handle(desk, personId, task))) continue
          done += 1
          stuck.delete(`${task.userTaskKey} ${task.elementId}`)
          await office.settled()
        } catch (error) {
          const isNo = error instanceof Refused && RULES_AT_WORK.has(error.refusal.status)
          if (!isNo && !(error instanceof CannotFill)) throw error
          if (error instanceof Refused && error.refusal.id === 'task.canceled') continue
          if (isHopeless(error) && (await takenBack(desk, task))) {
            stuck.delete(`${task.userTaskKey} ${task.elementId}`)
            await office.settled()
            continue
          }
          note(task, `${personId}: ${error.message}`)
        }
      }
    },
  }
}

/** Nobody can fill it in any more, of somebody who has left, say; or another proposed something about the certificate before. */
const isHopeless = (error: CannotFill | Refused) =>
  error instanceof CannotFill || error.refusal.id === 'policy.certificate.disposal-running'

/** Takes back what cannot be done any more, where its diagram lets him. */
async function takenBack(desk: Desk, { processInstanceKey }: ListedTask): Promise<boolean> {
  const path = `/process-instances/${processInstanceKey}/requests`
  const { items } = await desk.get<{ items: { id: string; permitted: boolean }[] }>(path)
  if (!items.some(({ id, permitted }) => id === 'withdrawal' && permitted)) return false
  await desk.send('POST', path, { request: 'withdrawal', reason: '情况已经变化，不再办理。' })
  return true
}

/** What lies in somebody's inbox; administrators, auditors and who has left have none. */
async function inboxOf(desk: Desk): Promise<ListedTask[]> {
  try {
    return await desk.tasks()
  } catch (error) {
    if (error instanceof Refused && error.refusal.status === 403) return []
    throw error
  }
}
