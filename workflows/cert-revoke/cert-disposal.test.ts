import { expect, test } from 'vitest'
import { decided } from '../../tests/support/decided.ts'

/** 事由 → 处置，是否先听取本人陈述。 */
const DISPOSALS = {
  cancel: ['retire', 'transferOut', 'postChange', 'resign', 'dismiss', 'death', 'orgAbolished', 'expire'],
  suspend: ['underInvestigation', 'trainingShort', 'assessmentFail', 'misuseMinor'],
  withdraw: ['illegalEnforcement', 'forgeOrLend', 'disciplinaryRemoval', 'notQualifiedAtIssue'],
  restore: ['suspensionEnded'],
}

test.each(
  Object.entries(DISPOSALS).flatMap(([disposal, reasons]) => reasons.map(reason => [reason, disposal] as const)),
)('%s 的处置是 %s', async (reasonCode, disposal) => {
  const needHearing = disposal === 'suspend' || disposal === 'withdraw'
  expect(await decided('cert-revoke', 'cert-disposal', { reasonCode })).toMatchObject({ disposal, needHearing })
})

test('不在目录里的事由，没有处置', async () => {
  expect(await decided('cert-revoke', 'cert-disposal', { reasonCode: 'other' })).toBeNull()
})
