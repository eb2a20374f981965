import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type CertificateOffice,
  type Matter,
  openCertificateOffice,
  refusalOf,
} from '../../tests/support/certificate-office.ts'

let office: CertificateOffice
beforeAll(async () => {
  office = await openCertificateOffice()
})
afterAll(() => office.close())

const KEEPER = 'jian-shuyan'
const OTHER_KEEPER = 'pei-xiuwen'
const LEADER = 'tao-ruoshui'

const SUSPENSION = {
  ...{ reasonCode: 'underInvestigation', occurredAt: '2026-11-24', suspendUntil: '2026-12-24', retrain: true },
  proposalReason: '接受调查',
}

async function proposed(certNo: string, filled: object, by = KEEPER): Promise<Matter> {
  const matter = await office.start('cert-revoke', by, { certNo })
  await matter.complete('propose', by, { ...filled })
  return matter
}

async function approved(certNo: string, filled: object): Promise<Matter> {
  const matter = await proposed(certNo, filled)
  if ((await matter.openTasks()).includes('hear-holder')) {
    const holder = String(await matter.variable('holderId'))
    await matter.complete('hear-holder', holder, { waive: true })
    await matter.complete('review-statement', OTHER_KEEPER, { action: 'false', reviewReason: '没有新的情况' })
  }
  await decide(matter, 'approve')
  return matter
}

const decide = (matter: Matter, approveAction: string, as = LEADER) =>
  matter.complete('approve-disposal', as, {
    ...{ approveAction, disposalReason: '事实清楚' },
    ...(approveAction === 'approve' && { docNo: '武司处〔2026〕1号' }),
  })

test('暂扣：告知、陈述、复核、批准，批准即生效，收卡在后', async () => {
  const matter = await proposed('E420106-0411', SUSPENSION)
  expect(await matter.openTasks()).toEqual(['hear-holder'])
  await matter.complete('hear-holder', 'lin-shen', { statement: '当日不在现场' })
  await matter.complete('review-statement', OTHER_KEEPER, { action: 'false', reviewReason: '与记录不符' })
  expect(office.stateOf('E420106-0411')).toBe('valid')
  await decide(matter, 'approve')
  expect(office.stateOf('E420106-0411')).toBe('suspended')
  expect(await matter.openTasks()).toEqual(['collect-card'])
  await matter.complete('collect-card', KEEPER, { action: 'yes' })
  expect(await matter.ends()).toEqual(['end-suspended'])
})
