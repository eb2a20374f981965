import { vi } from 'vitest'
import { openDesk } from '../../db/seed/desk.ts'
import type { Variables } from '../../server/engine/index.ts'
import { DEMO_PASSWORD } from '../../server/identity/passwords.ts'
import { outside } from '../support/departments.ts'
import { WATER } from '../support/transfer-people.ts'
import type { OfficeInBrowser } from './office-in-browser.ts'

const DRAFT: Variables = {
  ...{ title: '餐饮集中区油烟扰民', level: 'normal', ground: 'crossDept', dutyBasis: 'basic', items: [] },
  ...{ place: '民主路一百号', problem: '三家餐馆的油烟管道朝向居民楼，多次劝导没有改。' },
  ...{ planAt: '2026-11-25T10:00+08:00', planPlace: '民主路路口' },
  neededDepts: [{ org: 'WC-CG', role: 'lead', task: '查清油烟来源并处置' }],
}

/** What goes on between offices: a whistle that waits for approval, a transfer, a dispute, a matter of a certificate. */
export async function showCooperation(office: OfficeInBrowser, certNo: string): Promise<void> {
  const doors = { request: (path: string, init?: RequestInit) => fetch(`${office.server.url}${path}`, init) }
  const start = async (personId: string, process: string, values: Variables) =>
    (await openDesk(doors, personId, DEMO_PASSWORD)).start(process, values)
  const subject = { caseNo: 'LDJ-PT-2026-09001', caseTitle: '向河道倾倒垃圾移送案' }
  const at = '2026-11-24T09:30:00+08:00'
  const whistle = await start(outside.streetDesk, 'whistle-dispatch', { title: '餐饮集中区油烟扰民', level: 'normal' })
  const dispatcher = await openDesk(doors, outside.streetDesk, DEMO_PASSWORD)
  const draft = await vi.waitFor(async () => {
    const task = (await dispatcher.tasks()).find(({ processInstanceKey }) => processInstanceKey === whistle)
    if (!task) throw new Error('The draft of the whistle is not there yet')
    return task
  })
  await dispatcher.complete(draft.userTaskKey, { variables: DRAFT })
  await Promise.all([
    start('lin-shen', 'case-transfer', {
      ...{ ...subject, toOrg: 'WC-SW', items: [{ itemCode: WATER }], urgent: false, determinedAt: at },
    }),
    start('zheng-huaiyuan', 'jurisdiction-dispute', {
      ...{ ...subject, disputeKind: 'jurisdiction', respondentOrgs: ['WC-CG'], arisenAt: '2026-11-24' },
      issue: '河道边的占道经营由谁查处，双方认识不一。',
    }),
    start('jian-shuyan', 'cert-revoke', { certNo }),
  ])
}
