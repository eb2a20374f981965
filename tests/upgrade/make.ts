import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import Sqlite from 'better-sqlite3'
import { demoBegins, seedDemo } from '../../db/seed/seed-demo.ts'
import { type App, createApp, databaseIn } from '../../server/app.ts'
import { createOfficeClock } from '../../server/clock/office-clock.ts'
import { readConfig } from '../../server/config.ts'
import type { Command, Outcome } from '../../server/engine/index.ts'

/**
 * Makes the sample of a released schema: `tsx tests/upgrade/make.ts --as v2` writes `data/v2.db.gz`. The demonstration,
 * and beside it what that does not show: an open timer, a canceled instance, an incident, a refusal.
 */
const { values } = parseArgs({ options: { as: { type: 'string' } } })
if (!values.as) throw new Error('Expected --as with the name of the schema, for example --as v2')

const NOW = Date.parse('2026-11-24T02:00:00Z')
const folder = mkdtempSync(join(tmpdir(), 'xunfa-upgrade-'))
const cheap = { PASSWORD_MEMORY_KB: '8', LOG_LEVEL: 'silent' }
const config = readConfig({ DATA_DIR: folder, DEMO: 'yes', ...cheap })
const app = await createApp({ config, clock: createOfficeClock(demoBegins(NOW)) })
await app.shipProcedures('workflows')
app.start()
await seedDemo(app, { now: NOW })
await actBeside(app)
await app.stop()

const target = new URL(`./data/${values.as}.db.gz`, import.meta.url)
writeFileSync(target, gzipSync(compacted(databaseIn(folder)), { level: 9 }))
rmSync(folder, { recursive: true })

/** The five-step procedure in the states that legal reviews of the demonstration do not show. */
async function actBeside({ house }: App): Promise<void> {
  const act = (command: Command): Promise<Outcome> =>
    house.engine.submit({
      act: {
        kind: 'engine',
        verb: 'sample.act',
        actor: { kind: 'person', id: 'lin-shen', via: 'cli' },
        at: house.clock.now(),
        personal: ['partyName'],
      },
      commands: [command],
    })
  const content = readFileSync(new URL('../bench/approval5.bpmn', import.meta.url), 'utf8')
  await act({ type: 'DEPLOY_RESOURCES', resources: [{ name: 'approval5.bpmn', content }] })
  const start = (caseNo: string, org?: string) => {
    const variables = {
      caseNo,
      partyName: '某某建材经营部',
      amount: 5000,
      department: 'IT',
      opinion: 'agree',
      due: '2026-12-01T00:00:00Z',
    }
    return act({
      type: 'CREATE_PROCESS_INSTANCE',
      bpmnProcessId: 'approval5',
      variables: { ...variables, ...(org && { org }) },
    })
  }
  const open = await start('S-1', 'LDJ-CEC')
  const canceled = await start('S-2', 'LDJ-CEC')
  await start('S-3')
  await start('S-4', 'LDJ-CEC')
  const processInstanceKey = String(canceled.results[0]!.processInstanceKey)
  await act({ type: 'CANCEL_PROCESS_INSTANCE', processInstanceKey })
  const [task] = house.tasks.openOf(String(open.results[0]!.processInstanceKey))
  await act({ type: 'COMPLETE_USER_TASK', userTaskKey: task!.userTaskKey, variables: { opinion: 'agree' } })
  await act({ type: 'CANCEL_PROCESS_INSTANCE', processInstanceKey }).catch(() => 'refused, and journaled as such')
}

/** The file without free pages and without sessions, whose tokens nobody holds. */
function compacted(path: string): Buffer {
  const db = new Sqlite(path)
  db.exec('delete from session')
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.exec('vacuum')
  db.pragma('journal_mode = DELETE')
  db.close()
  return readFileSync(path)
}
