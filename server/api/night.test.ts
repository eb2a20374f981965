import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Office, openOffice } from '../../tests/support/office.ts'
import { registeredCase } from '../../tests/support/registered-case.ts'
import { ruledTasks } from '../../tests/support/small-diagrams.ts'
import { signIn } from '../../tests/support/visitor.ts'
import type { RegisterRecord } from '../journal/act.ts'
import { officeParameters } from '../procedures/office-parameters.ts'
import { officeParameterRegister } from '../registers/office-parameters.ts'

/** The matter of `registeredCase`, which the street is empowered for since it signed. */
const empowered: RegisterRecord[] = [
  {
    register: 'enforcement-items',
    op: 'put',
    id: 'WH-CG-0101',
    value: {
      ...{
        name: '占用人行道经营',
        domain: '市容',
        actType: 'penalty',
        level: 'district',
        department: 'WC-CGJ',
        basis: [],
      },
      ...{
        streets: ['LDJ'],
        tags: [],
        coercionBasis: [{ ref: '城乡规划法 第68条', from: null, to: null }],
        guideUrl: null,
        state: 'in-force',
        validFrom: '2026-01-01',
        validTo: null,
      },
    },
  },
  {
    register: 'empowerment-confirmations',
    op: 'put',
    id: '赋确〔2026〕1号',
    value: { street: 'LDJ', items: ['WH-CG-0101'], signedOn: '2026-02-01', validTo: null },
  },
]

let office: Office
beforeAll(async () => {
  office = await openOffice()
  const admin = await signIn(office, 'fang-yuangui')
  const bundle = new FormData()
  bundle.append('resources', new File([ruledTasks.execution], 'execute.bpmn'))
  expect((await admin.request('POST', '/deployments', bundle)).status).toBe(200)
})
afterAll(() => office.close())

let count = 0

/** What becomes of an execution that an officer enters at a moment in Beijing. */
async function executedAt(moment: string, variables: Record<string, string> = {}): Promise<string> {
  office.app.clock.set(Date.parse(`${moment}:00+08:00`))
  count += 1
  const caseNo = `LDJ-QZ-2026-${String(count).padStart(5, '0')}`
  await registeredCase(office.app, caseNo)
  const officer = await signIn(office, 'he-lichuan')
  const started = { processDefinitionId: 'execute', variables: { caseNo, partyName: '沿阶小馆' } }
  const { processInstanceKey } = await officer.json<{ processInstanceKey: string }>(
    'POST',
    '/process-instances',
    started,
  )
  const { userTaskKey } = office.app.house.tasks.openOf(processInstanceKey)[0]!
  const answer = await officer.request('POST', `/user-tasks/${userTaskKey}/completion`, { variables })
  if (answer.status === 204) return 'done'
  const { id, rule } = (await answer.json()) as { id: string; rule: string }
  return `${rule} ${id}`
}

test('R-SUBJECT, then R-NIGHT by the office’s own hours and calendar', async () => {
  expect(await executedAt('2026-11-24T10:30')).toBe('R-SUBJECT policy.subject')
  await office.app.enter(empowered)
  expect(await executedAt('2026-11-24T10:31')).toBe('done')
  expect(await executedAt('2026-11-24T22:00')).toBe('R-NIGHT policy.night')
  expect(await executedAt('2026-11-25T05:59')).toBe('R-NIGHT policy.night')
  expect(await executedAt('2026-11-25T06:00')).toBe('done')
  const nightTo = officeParameters.find(({ key }) => key === 'coercion.night-to')!
  await office.app.enter([officeParameterRegister.own({ ...nightTo, value: 7 }, '2026-11-26', '司法局要求')])
  expect(await executedAt('2026-11-25T06:30')).toBe('done')
  expect(await executedAt('2026-11-26T06:30')).toBe('R-NIGHT policy.night')
  // What was announced for the year holds for what was done then.
  const inAutumn = { executeAt: '2026-10-05T10:00:00+08:00' }
  expect(await executedAt('2026-11-26T10:00', inAutumn)).toBe('R-NIGHT policy.night.holiday')
  // Not announced yet, but a holiday every year.
  expect(await executedAt('2027-01-01T10:00')).toBe('R-NIGHT policy.night.holiday')
})
