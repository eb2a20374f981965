import { changeRecord } from '../../server/api/cases/case-records.ts'
import type { App } from '../../server/app.ts'
import type { RegisterRecord } from '../../server/journal/act.ts'

/** Enters a case of the street as its register keeps it; by default one that falls under article 58. */
export async function registeredCase(
  app: App,
  caseNo: string,
  clause58: readonly string[] = ['1'],
  handlers: readonly string[] = ['lin-shen', 'he-lichuan'],
): Promise<void> {
  const value = {
    ...{
      orgCode: 'LDJ',
      itemCode: 'WH-CG-0101',
      title: '占用人行道经营案',
      source: 'patrol',
      partyId: `${caseNo}/party`,
    },
    ...{
      place: null,
      discoveredOn: '2026-11-02',
      conductFrom: '2026-11-02',
      conductTo: null,
      facts: null,
      basis: null,
    },
    ...{ proposedPenalty: null, hearingEndedOn: null, clause58: [...clause58] },
  }
  await enter(app, 'case.register', caseNo, [
    { register: 'cases', op: 'put', id: caseNo, value },
    ...handlers.map(each => officerRecord(caseNo, each)),
  ])
}

function officerRecord(caseNo: string, personId: string): RegisterRecord {
  const value = { certificateNumber: null, certificateValidTo: null }
  return { register: 'case-officers', op: 'put', id: `${caseNo}/${personId}`, value }
}

/** Changes its facts, which is material to a review. */
export async function changedCase(app: App, caseNo: string): Promise<void> {
  const change = { kind: 'facts', before: '占道三天', after: '占道五天', reason: '补充询问' } as const
  await enter(app, 'case.change', caseNo, [changeRecord(caseNo, change)])
}

async function enter({ house }: App, verb: string, caseNo: string, register: RegisterRecord[]): Promise<void> {
  const actor = { kind: 'person', id: 'lin-shen', via: 'web' } as const
  const at = house.clock.now()
  await house.engine.submit({
    act: { kind: 'register', verb, actor, at, caseNo, subject: { caseNo }, register },
    commands: [],
  })
}
