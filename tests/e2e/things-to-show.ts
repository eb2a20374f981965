import { readFileSync } from 'node:fs'
import { beforeAll } from 'vitest'
import { streetCaseNo } from '../../db/seed/street-reviews.ts'
import { deploy, instanceOf } from './house-answers.ts'
import type { OfficeInBrowser } from './office-in-browser.ts'
import { registerCase } from './registered-case.ts'
import type { Seat } from './seat.ts'

/** Keys of things the office shows, known once its tests begin. */
export type Shown = Record<'instance' | 'definition' | 'draft' | 'task' | 'caseNo' | 'party', string>

/** Adds to the demonstration what its pages would be without, before the first test of a file. */
export function showEverything(office: OfficeInBrowser): Shown {
  const keys: Shown = { instance: '', definition: '', draft: '', task: '', caseNo: '', party: '' }
  beforeAll(async () => {
    const admin = await office.seat('fang-yuangui')
    await deploy(admin, {
      'wrong-condition.bpmn': readFileSync(new URL('diagrams/wrong-condition.bpmn', import.meta.url), 'utf8'),
    })
    const keeper = await office.seat('jian-shuyan')
    const certificate = { personId: 'lin-shen', kind: 'enforcement', number: '17010116001' }
    await keeper.ask('POST', '/certificates', { ...certificate, validFrom: '2024-01-01', validTo: '2028-12-31' })
    const duty = { dutyId: 'LDJ-1', street: 'LDJ', listType: 'basic', name: '占道经营巡查', validFrom: '2026-01-01' }
    await admin.ask('POST', '/catalogue/duty-lists', { row: duty })
    const hotline = { clientId: 'hotline', name: '武昌区 12345 办理中心', source: 'hotline12345' }
    await admin.ask('POST', '/intake-clients', hotline)
    const platform = { name: '市平台', url: 'http://127.0.0.1:9/xunfa', kinds: ['case-resumed'] }
    await admin.ask('POST', '/webhooks', platform)
    // What this colleague did since then becomes a defect.
    const turn = { state: 'suspended', effectiveAt: '2026-11-10T00:00:00Z', reason: '接受调查', lateReason: '补录' }
    await keeper.ask('POST', '/certificates/enforcement-E420106-0414/states', turn)
    const officer = await office.seat('he-lichuan')
    const variables = { caseNo: 'LDJ-PT-2026-00921' }
    await officer.ask('POST', '/process-instances', { processDefinitionId: 'wrong-condition', variables })
    const registered = await registerCase(admin, officer)
    keys.caseNo = registered.caseNo
    keys.party = registered.partyId
    await officer.ask('POST', '/absences', { kind: 'trip', fromDay: '2030-01-07', toDay: '2030-01-09' })
    await keepGoods(officer, registered.caseNo)
    const auditor = await office.seat('gu-xingzhi')
    const found = await instanceOf(auditor, streetCaseNo('沿街店铺擅自改变外立面案'))
    keys.instance = found.processInstanceKey
    keys.definition = found.processDefinitionKey
    const from = { processDefinitionKey: keys.definition }
    const begun = await admin.ask<{ id: string }>('POST', '/process-drafts', { from })
    keys.draft = begun.body.id
    const reviewer = await office.seat('zhou-yanqing')
    const { body } = await reviewer.ask<{ items: { userTaskKey: string }[] }>('GET', '/user-tasks?view=assigned')
    keys.task = body.items[0]?.userTaskKey ?? ''
    // Taken up and handed back: nothing is different but that auditors find it.
    const open = await reviewer.ask<{ items: { userTaskKey: string }[] }>('GET', '/user-tasks?view=claimable')
    const path = `/user-tasks/${open.body.items[0]?.userTaskKey}`
    await reviewer.ask('POST', `${path}/assignment`, { action: 'claim' })
    await reviewer.ask('POST', `${path}/hand-back`, { reason: '外出培训' })
  })
  return keys
}

/** Something of a case is kept as evidence, by a word of the deputy. */
async function keepGoods(officer: Seat, caseNo: string): Promise<void> {
  const variables = { caseNo }
  await officer.ask('POST', '/process-instances', { processDefinitionId: 'evidence-preservation', variables })
  const { body } = await officer.ask<{ items: { userTaskKey: string; elementId: string }[] }>(
    'GET',
    '/user-tasks?view=claimable&limit=100',
  )
  const request = body.items.find(({ elementId }) => elementId === 'request-preservation')
  await officer.ask('POST', `/user-tasks/${request?.userTaskKey}/completion`, {
    variables: {
      ...{ requestMode: 'oral', callRecord: '分管副主任电话同意。', preserveReason: 'mayLost', preservePlace: '仓库' },
      preservedItems: [{ name: '燃气灶', quantity: '1 台' }],
    },
  })
}

/** A path with the keys for its `:names`. */
export const filledWith = (keys: Shown, path: string): string =>
  path.replaceAll(/:(\w+)/g, (_, name: keyof Shown) => keys[name])
