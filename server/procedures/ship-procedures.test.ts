import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { respondAndReview } from '../../tests/support/small-diagrams.ts'
import { signIn } from '../../tests/support/visitor.ts'
import { isScenario } from '../api/process-drafts/bundle-files.ts'
import { filesOfDefinition } from '../api/process-drafts/published-files.ts'
import { type App, createApp } from '../app.ts'
import { readConfig } from '../config.ts'
import { DEMO_PASSWORD } from '../identity/passwords.ts'
import { personRecords } from '../identity/register-records.ts'

interface ProposedDraft {
  origin: string
  shippedBase: { version: number } | null
  basedOn: { version: number } | null
}

const QUIET = { PASSWORD_MEMORY_KB: '8', LOG_LEVEL: 'silent' }

let folder: string
let app: App
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xunfa-ship-'))
  const settings = { DATA_DIR: join(folder, 'data'), DEMO: 'yes', DIRECT_PUBLISHING: 'yes', ...QUIET }
  app = await createApp({ config: readConfig(settings) })
})
afterEach(async () => {
  await app.stop()
  await rm(folder, { recursive: true })
})

const form = (label: string) =>
  JSON.stringify({
    type: 'default',
    id: 'respond-and-review.start',
    components: [{ id: 'no', type: 'textfield', key: 'caseNo', label, validate: { required: true } }],
  })

async function ship(diagram: string, label = '案号'): Promise<void> {
  const workflows = join(folder, 'workflows')
  await mkdir(join(workflows, 'respond-and-review'), { recursive: true })
  await writeFile(join(workflows, 'respond-and-review', 'respond-and-review.bpmn'), diagram)
  await writeFile(join(workflows, 'respond-and-review', 'start.form'), form(label))
  await app.shipProcedures(workflows)
}

const changed = (name: string) => respondAndReview.replace('name="respond"', `name="${name}"`)
const version = () => app.house.definitions.findLatest('respond-and-review')?.version
const labels = () => JSON.stringify(app.house.diagrams.startForm('respond-and-review')?.components)

const scenario = (name: string) =>
  JSON.stringify({ name, people: {}, steps: [{ do: 'wait', for: 'next' }], expected: {} })

/** As it is shipped beside the diagram from now on. */
async function writeScenario(name: string): Promise<void> {
  await mkdir(join(folder, 'workflows', 'respond-and-review'), { recursive: true })
  await writeFile(join(folder, 'workflows', 'respond-and-review', 'told.scenario.json'), scenario(name))
}

const inForce = async () =>
  (await filesOfDefinition(app.house, app.house.definitions.findLatest('respond-and-review')!)).map(
    ({ name, content }) => (isScenario({ name }) ? content : name),
  )

async function deployAsOffice(...files: [string, string][]): Promise<void> {
  const appointments = [{ role: 'process-admin', org: 'WC-SFJ', from: '2020-01-01' }]
  await app.enter(personRecords({ personId: 'fang', name: '方', accountId: 'fang', appointments }), DEMO_PASSWORD)
  const bundle = new FormData()
  for (const [name, content] of files) bundle.append('resources', new File([content], name))
  expect((await (await signIn({ app }, 'fang')).request('POST', '/deployments', bundle)).status).toBe(200)
}

test('a new procedure is published, an unchanged one is not published again', async () => {
  await ship(respondAndReview)
  expect(version()).toBe(1)
  const seq = app.house.journal.lastSeq()
  await ship(respondAndReview)
  expect(app.house.journal.lastSeq()).toBe(seq)
})

test('a new version replaces what the product brought itself', async () => {
  await ship(respondAndReview)
  await ship(changed('回应'))
  expect(version()).toBe(2)
  await ship(changed('回应'), '案件编号')
  expect(labels()).toContain('案件编号')
})

test('what the office has changed stays, diagram or form', async () => {
  await ship(respondAndReview)
  await deployAsOffice(['respond-and-review.bpmn', changed('本街改的')])
  await ship(changed('厂家改的'))
  expect(app.house.definitions.findLatest('respond-and-review')).toMatchObject({ version: 2 })
  await deployAsOffice(['respond-and-review.bpmn', respondAndReview], ['start.form', form('本街的案号')])
  await ship(respondAndReview, '厂家的案号')
  expect(labels()).toContain('本街的案号')
})

test('its scenarios are not deployed, and are there for whoever begins a draft of it, also after a restart', async () => {
  await writeScenario('一')
  await ship(respondAndReview)
  expect(await inForce()).toEqual(['respond-and-review.bpmn', 'start.form', scenario('一')])
  await writeScenario('二')
  await ship(respondAndReview)
  expect([version(), ...(await inForce())]).toEqual([1, 'respond-and-review.bpmn', 'start.form', scenario('二')])
  const seq = app.house.journal.lastSeq()
  await ship(respondAndReview)
  expect(app.house.journal.lastSeq()).toBe(seq)
})

test('an office that has changed a procedure is proposed its changed scenarios with the release', async () => {
  await writeScenario('一')
  await ship(respondAndReview)
  await deployAsOffice(['respond-and-review.bpmn', changed('本街改的')])
  expect(await inForce()).not.toContain(scenario('一'))
  await ship(respondAndReview)
  expect(app.house.processDrafts.list()).toEqual([])
  await writeScenario('二')
  await ship(respondAndReview)
  const [proposal] = app.house.processDrafts.list()
  const files = app.house.processDrafts.files(app.house.processDrafts.saveOf(proposal!.draftId, 1)!)
  expect(files).toContainEqual({ name: 'told.scenario.json', content: scenario('二') })
})

test('what comes with a release beside it is proposed as a draft, once, and an older proposal gives way', async () => {
  const proposals = () => app.house.processDrafts.list().filter(({ origin }) => origin === 'release')
  await ship(respondAndReview)
  await deployAsOffice(['respond-and-review.bpmn', changed('本街改的')])
  await ship(respondAndReview)
  expect(proposals()).toEqual([])
  await ship(changed('厂家改的'))
  const [proposal] = proposals()
  expect(proposal).toMatchObject({ processId: 'respond-and-review', basedOnVersion: 2, editorId: null })
  const save = app.house.processDrafts.saveOf(proposal!.draftId, 1)!
  const files = app.house.processDrafts.files(save)
  expect(files.map(({ name }) => name)).toEqual(['respond-and-review.bpmn', 'start.form'])
  expect(files[0]?.content).toContain('厂家改的')
  // The three sides of the merge: what the product brought earlier, the office's own, and what is proposed.
  const merged = await (await signIn({ app }, 'fang')).json<ProposedDraft>(
    'GET',
    `/process-drafts/${proposal!.draftId}`,
  )
  expect([merged.origin, merged.shippedBase?.version, merged.basedOn?.version]).toEqual(['release', 1, 2])
  await ship(changed('厂家改的'))
  expect(proposals()).toHaveLength(1)
  await ship(changed('厂家又改的'))
  expect(proposals()).toHaveLength(1)
  expect(proposals()[0]?.draftId).not.toBe(proposal?.draftId)
  app.house.processDrafts.remove(proposals()[0]!.draftId)
  await ship(changed('厂家又改的'))
  expect(proposals()).toEqual([])
})
