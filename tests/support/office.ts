import { rm } from 'node:fs/promises'
import { type Desk, openDesk } from '../../db/seed/desk.ts'
import type { CaseFiles } from '../../db/seed/filled-forms.ts'
import { jobsDone } from '../../db/seed/jobs-done.ts'
import { demoRegister } from '../../db/seed/people.ts'
import { publishMessage } from '../../db/seed/publish-message.ts'
import { samplePdf } from '../../db/seed/sample-pdf.ts'
import { type App, createApp } from '../../server/app.ts'
import { createOfficeClock } from '../../server/clock/office-clock.ts'
import { readConfig } from '../../server/config.ts'
import type { Variables } from '../../server/engine/index.ts'
import { DEMO_PASSWORD } from '../../server/identity/passwords.ts'
import { personRecords } from '../../server/identity/register-records.ts'
import type { RegisterRecord } from '../../server/journal/act.ts'
import { extraReviewers } from './extra-reviewers.ts'
import { furnishedFolder } from './furnished-folder.ts'
import { signIn } from './visitor.ts'

/** The house in a temporary folder, with the people of the demonstration and nobody's cases. */
export interface Office {
  app: App
  /** The desk of somebody, signed in once. */
  desk(personId: string): Promise<Desk>
  /** Files to fill forms with, uploaded once by the first handler. */
  caseFiles(): Promise<CaseFiles>
  /** When no job waits for a worker any more. */
  settled(): Promise<void>
  /** Sets the clock forward (UTC ms): limits do what they do, sessions end, and everybody signs in again. */
  until(instant: number): Promise<void>
  publish(message: { name: string; correlationKey: string; caseNo: string }): Promise<void>
  /** Publishes a diagram, as an administrator does. */
  deploy(diagram: string): Promise<void>
  /** What was published under a name and a key. */
  published(name: string, correlationKey: string): Promise<Variables[]>
  close(): Promise<void>
}

const NOW = Date.parse('2026-11-24T02:00:00Z')
/** Publishes what other rooms of the office would. */
const SUPERVISOR = 'wei-mingjian'
const ADMINISTRATOR = 'fang-yuangui'
const CHEAP_PASSWORDS = { PASSWORD_MEMORY_KB: '8' }
/** What a test publishes, it publishes alone; the tests of drafts do without. */
const DIRECTLY = { DIRECT_PUBLISHING: 'yes' }

/** Somebody only the tests need: appointed as reviewer of the centre and of the public management office. */
const reviewerOfBoth: RegisterRecord[] = personRecords({
  personId: 'tan-jianming',
  name: '谭兼明',
  accountId: 'tan-jianming',
  appointments: ['center-legal-reviewer@LDJ-CEC', 'pmo-legal-reviewer@LDJ-PMO'].map(group => {
    const [role = '', org = ''] = group.split('@')
    return { role, org, from: '2025-03-01' }
  }),
})
reviewerOfBoth.push({
  register: 'qualifications',
  op: 'put',
  id: 'tan-jianming',
  value: { number: 'A20194201060499', grantedOn: '2019-03-01', reviewerSince: '2020-04-01', exemption: null },
})

/** Opens an office on a real database whose clock stands; with these settings beside those of every test. */
export async function openOffice(settings: Record<string, string> = {}, now = NOW): Promise<Office> {
  const open = (folder: string, more: Record<string, string> = {}) => {
    const given = { DATA_DIR: folder, DEMO: 'yes', LOG_LEVEL: 'error', ...CHEAP_PASSWORDS, ...DIRECTLY, ...more }
    return createApp({ config: readConfig(given), clock: createOfficeClock(now) })
  }
  const folder = await furnishedFolder(`office of ${now}`, async empty => {
    const app = await open(empty)
    await app.enter([...demoRegister, ...reviewerOfBoth, ...extraReviewers], DEMO_PASSWORD)
    await app.shipProcedures('workflows')
    await app.stop()
  })
  const app = await open(folder, settings)
  app.start()
  return officeOf(app, folder)
}

function officeOf(app: App, folder: string): Office {
  const desks = new Map<string, Promise<Desk>>()
  const desk = (personId: string) => {
    const known = desks.get(personId) ?? openDesk(app, personId, DEMO_PASSWORD)
    desks.set(personId, known)
    return known
  }
  let files: Promise<CaseFiles> | undefined
  return {
    app,
    desk,
    caseFiles() {
      files ??= desk('lin-shen').then(uploadFiles)
      return files
    },
    settled: () => jobsDone(app.house),
    async until(instant) {
      app.clock.set(instant)
      desks.clear()
      await app.limitsSettled()
    },
    async deploy(diagram) {
      const bundle = new FormData()
      bundle.append('resources', new File([diagram], 'other.bpmn'))
      const answer = await (await signIn({ app }, ADMINISTRATOR)).request('POST', '/deployments', bundle)
      if (!answer.ok) throw new Error(await answer.text())
    },
    publish: message => publishMessage(app.house, SUPERVISOR, message),
    published: async (name, correlationKey) =>
      app.house.journal
        .entries({ limit: 100_000 })
        .flatMap(({ segments = [] }) => segments.flatMap(({ records }) => records))
        .flatMap(record =>
          record.valueType === 'MESSAGE' &&
          record.intent === 'PUBLISHED' &&
          record.value.name === name &&
          record.value.correlationKey === correlationKey
            ? [record.value.variables ?? {}]
            : [],
        ),
    async close() {
      await app.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function uploadFiles(handler: Desk): Promise<CaseFiles> {
  return {
    report: await handler.upload('调查终结报告.pdf', samplePdf(['调查终结报告'])),
    evidence: await handler.upload('证据.pdf', samplePdf(['证据'])),
    draft: await handler.upload('决定书文稿.pdf', samplePdf(['决定书文稿'])),
  }
}
