import { expect, test } from 'vitest'
import { objectionTo } from './index.ts'
import type { PolicyCase, TaskRequest } from './policy.ts'
import { CEC, person, request, task } from './request.fixture.ts'

type Changes = Partial<Omit<TaskRequest, 'case'>> & { case?: Partial<PolicyCase> }

const lin = person('lin', ['street-officer'])
const qin = person('qin', ['center-legal-reviewer'])
const mei = person('mei', ['subdistrict-deputy'])

const filed = { itemCode: 'C-1', partyId: 'P-1', conductFrom: '2026-11-01', conductTo: '2026-11-05' }
const filedElsewhere = {
  wanted: { ...filed, org: 'LDJ' },
  earlier: [{ ...filed, org: 'ZHL', caseNo: 'ZHL-1', filedAt: Date.parse('2026-11-10T00:00:00Z') }],
}

/** For each rule something to which it alone objects. */
const alone: readonly [rule: string, message: string, Changes & Pick<TaskRequest, 'person'>][] = [
  ['R-SOD', 'policy.process-administrator', { person: person('fang', ['process-admin', 'street-officer']) }],
  ['R-SUPERVISION', 'policy.supervisor-views', { person: person('wei', ['justice-office-supervisor']) }],
  ['R-ROLE', 'policy.no-candidate', { person: person('ji', ['street-archivist']) }],
  [
    'R-SUSPENDED',
    'policy.suspended',
    { person: lin, case: { suspension: { since: '2026-11-01', ground: 'force-majeure' } } },
  ],
  [
    'R-AUX',
    'policy.auxiliary-staff',
    { person: person('ding', ['street-officer', 'street-aux']), task: task({ kind: 'case-handling' }) },
  ],
  [
    'R-CERT',
    'policy.certificate.none',
    { person: { ...lin, certificates: [] }, task: task({ kind: 'on-site-act', enforcementAct: true }) },
  ],
  [
    'R-SOD',
    'policy.certificate-matter',
    { person: lin, task: task({ kind: 'certificate-review' }), case: { holderId: 'lin' } },
  ],
  [
    'R-POOL',
    'policy.loan.over',
    {
      person: person('ke', ['review-pool']),
      task: task({ kind: 'legal-review-re', candidateUsers: ['ke'] }),
      case: { known: { loans: [{ personId: 'ke', from: '2026-11-01', until: '2026-11-23' }] } },
    },
  ],
  ['R-RECUSAL', 'policy.recusal', { person: qin, task: task({ kind: 'legal-review-re' }), case: { recused: ['qin'] } }],
  [
    'R-SOD',
    'policy.separation-of-duty.handler',
    {
      person: qin,
      task: task({ kind: 'legal-review-first' }),
      history: [{ personId: 'qin', kind: 'case-handling' }],
    },
  ],
  [
    'R-PRESERVE',
    'policy.preservation.no-decision',
    { person: lin, task: task(), values: { preservedItems: [{ name: '燃气灶', way: 'confiscate' }] } },
  ],
  [
    'R-TRANSFER',
    'policy.transfer-acts',
    {
      person: lin,
      task: task({ kind: 'transfer-sending' }),
      values: { sendAction: 'sent' },
      case: { known: { ongoing: true, ordered: false, informed: true, informedOrg: 'WC-CG', toOrg: 'WC-CG' } },
    },
  ],
  [
    'R-TRANSFER',
    'policy.transfer-goods.seized',
    {
      person: lin,
      task: task({ kind: 'transfer-preparing' }),
      values: { goods: [{ name: '扩音机', measure: 'detained', plan: 'handOver', consentNo: '同意函1号' }] },
    },
  ],
  [
    'R-SUBJECT',
    'policy.subject',
    {
      person: lin,
      task: task({ kind: 'transfer-returned' }),
      values: { returnPlan: 'ownHandle' },
      case: {
        known: { fromOrg: 'LDJ', itemCodes: ['C-001'] },
        powerOver: () => ({ isEmpowered: false, item: '占道经营', orgName: '粮道街道办事处' }),
      },
    },
  ],
  [
    'R-DESIGNATE',
    'policy.designation.justice',
    {
      person: person('duan', ['district-leader', 'leading-group-office']),
      task: task({ kind: 'jurisdiction-designation', candidateGroups: [`district-leader@${CEC}`] }),
    },
  ],
  [
    'R-SOD',
    'policy.dispute-party',
    {
      person: mei,
      task: task({ kind: 'dispute-coordination' }),
      case: { known: { applicantOrg: 'LDJ', respondentOrgs: ['WC-CG'] } },
    },
  ],
  [
    'R-SOD',
    'policy.file-review',
    { person: lin, task: task({ kind: 'file-review' }), history: [{ personId: 'lin', kind: 'internal' }] },
  ],
  [
    'R-QUAL58',
    'policy.qualification',
    { person: { ...qin, qualification: undefined }, task: task({ kind: 'legal-review-first' }) },
  ],
  ['R-TWO', 'policy.two-persons.alone', { person: lin, task: task({ kind: 'on-site-act', needsCosigner: true }) }],
  [
    'R-SUBJECT',
    'policy.subject.no-coercion',
    { person: lin, task: task({ kind: 'coercion' }), case: { hasCoercionBasis: false } },
  ],
  [
    'R-FIRST-FILED',
    'policy.first-filed',
    { person: lin, task: task({ kind: 'case-filing' }), case: { filings: filedElsewhere } },
  ],
  ['R-SUBJECT', 'policy.subject', { person: lin, task: task({ kind: 'inspection' }), case: { isEmpowered: false } }],
  [
    'R-REVIEW-GATE',
    'policy.review-gate.none',
    { person: mei, task: task({ kind: 'case-decision' }), case: { isUnder58: true } },
  ],
  [
    'R-REVIEW-GATE',
    'policy.no-overruling',
    {
      person: mei,
      task: task({ kind: 'leader-decision' }),
      values: { leaderDecision: 'overrule' },
      case: { hardGate: true },
    },
  ],
  [
    'R-REVIEW-GATE',
    'policy.checklist',
    { person: qin, task: task({ kind: 'legal-review-first' }), values: { firstOpinion: 'agree', checklist: [] } },
  ],
  [
    'R-REVIEW-GATE',
    'policy.only-added',
    {
      person: lin,
      task: task({ kind: 'case-handling' }),
      values: { publicInterest: false },
      case: { known: { publicInterest: true } },
    },
  ],
  [
    'R-NIGHT',
    'policy.night',
    {
      person: lin,
      task: task({ kind: 'coercion-execution' }),
      values: { executeAt: '2026-11-24T23:00:00+08:00' },
    },
  ],
]

test.each(alone)('%s says %s', (rule, message, changes) => {
  expect(objectionTo(request(changes))).toMatchObject({ rule, id: message })
})

test.each([
  ['who may do it', { person: lin, task: task({ kind: 'case-handling' }) }],
  ['a review', { person: qin, task: task({ kind: 'legal-review-first' }), case: { reviewType: 'penalty' } }],
  ['a leader', { person: mei, task: task({ kind: 'leader-decision' }), values: { ruling: 'agree' } }],
])('no rule objects to %s', (_, changes) => {
  expect(objectionTo(request(changes))).toBeUndefined()
})

test('to give a task back only its holder must be asked', () => {
  const held = task({
    kind: 'on-site-act',
    enforcementAct: true,
    assignee: 'lin',
    candidateGroups: [`street-officer@${CEC}`],
  })
  const without = { ...lin, certificates: [] }
  expect(objectionTo(request({ verb: 'release', person: without, task: held }))).toBeUndefined()
  expect(objectionTo(request({ verb: 'release', person: person('he', ['street-officer']), task: held }))?.rule).toBe(
    'R-ROLE',
  )
})
