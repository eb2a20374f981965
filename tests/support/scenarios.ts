import { readdir, readFile } from 'node:fs/promises'
import { afterAll } from 'vitest'
import { DEMO_PASSWORD } from '../../server/identity/passwords.ts'
import { readBundles } from '../../server/procedures/read-bundles.ts'
import { runScenarios, type ScenarioResult } from '../../server/rehearsal/run-scenarios.ts'
import type { BundleFile } from '../../server/rehearsal/scenario.ts'
import { certificatePeople } from './certificate-people.ts'
import { type Office, openOffice } from './office.ts'
import { powers } from './transfer-people.ts'
import { whistlePowers } from './whistle-powers.ts'

let shared: Promise<Office> | undefined

afterAll(async () => (await shared)?.close())

/** The scenarios that stand beside the shipped procedures, `<procedure>/<name>`. */
export async function shippedScenarios(): Promise<string[]> {
  const files = await readdir('workflows', { recursive: true })
  return files
    .filter(name => name.endsWith('.scenario.json'))
    .map(name => name.replaceAll('\\', '/'))
    .sort()
}

/** Runs one in a rehearsal of the test office, as the designer does with a draft. */
export async function runShipped(scenario: string): Promise<ScenarioResult> {
  shared ??= furnishedOffice()
  const { house } = (await shared).app
  const [folder = '', name = ''] = scenario.split('/')
  const [result] = await runScenarios(house, [
    ...(await shippedFiles(folder)),
    { name, content: await textOf(scenario) },
  ])
  return result!
}

/** With the departments that some of them meet, and those who work on certificates. */
async function furnishedOffice(): Promise<Office> {
  const office = await openOffice()
  await office.app.enter([...powers, ...whistlePowers, ...certificatePeople], DEMO_PASSWORD)
  return office
}

let bundles: ReturnType<typeof readBundles> | undefined

/** What a shipped procedure is published with. */
export async function shippedFiles(folder: string): Promise<BundleFile[]> {
  bundles ??= readBundles('workflows')
  return bundles.find(bundle => bundle.folder === folder)?.resources ?? []
}

const textOf = (scenario: string) => readFile(`workflows/${scenario}`, 'utf8')
