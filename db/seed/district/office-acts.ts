import { officeDate } from '../../../server/clock/office-date.ts'
import type { Json } from '../../../server/engine/index.ts'
import type { OfficeAct, Step } from '../review.ts'
import { employeeIn, personIn } from './staff.ts'

const ADMINISTRATOR = 'fang-yuangui'
const KEEPER = 'jian-shuyan'

/** What the administrator and the keeper of certificates did in the weeks before today. */
export function officeActs(): OfficeAct[] {
  return [
    lateTurn('24 09:40', '27 09:00', 'E420106-0417', 'suspended', '没有参加年度复训，暂扣至复训合格'),
    turn('14 16:30', 'E420106-0417', 'valid', '复训合格'),
    turn('1 17:20', 'E420106-0417', 'suspended', '执法记录仪影像缺失，接受调查'),
    turn('22 10:05', certificateOf('street-officer@XJP-CEC', 3), 'withdrawn', '调离执法岗位，收回证件'),
    turn('20 15:20', certificateOf('street-officer@BSZ-CEC', 3), 'lost', '外出检查途中遗失，已声明作废'),
    turn('18 14:30', certificateOf('street-officer@ZNL-CEC', 3), 'cancelled', '退休'),
    turn('16 09:15', certificateOf('street-officer@NH-CEC', 3), 'suspended', '投诉核查期间暂扣'),
    turn('9 09:20', certificateOf('street-officer@NH-CEC', 3), 'valid', '核查结束，没有发现问题'),
    put('19 10:10', KEEPER, `/personnel/${personIn('pmo-legal-reviewer@HHL-PMO', 1)}/qualification`, {
      ...{ number: null, grantedOn: null, reviewerSince: '2013-05-06' },
      ...{ exemption: '2018年以前已经从事处罚决定法制审核', reason: '补登豁免依据' },
    }),
    endAppointment('0 08:35', 'pmo-legal-reviewer@SD-PMO', '借调区司法局', 1),
    endAppointment('17 16:40', 'street-finance@SD-FIN', '调离'),
    put('12 16:50', ADMINISTRATOR, `/accounts/${personIn('street-dispatcher@LDJ-CEC', 1)}/state`, {
      ...{ state: 'locked', reason: '借调区里，暂停使用' },
    }),
    appoint('15 17:05', personIn('subdistrict-deputy@SD', 0), { role: 'subdistrict-head', org: 'SD', isActing: true }),
    appoint('14 09:30', personIn('street-officer@JYQ-CEC', 2), { role: 'street-dispatcher', org: 'JYQ-CEC' }),
    appoint('13 11:15', personIn('street-dispatcher@LDJ-CEC', 0), { role: 'street-archivist', org: 'LDJ-PMO' }),
    post('12 10:20', '/accounts', {
      accountId: personIn('street-aux@JYQ-CEC', 0),
      personId: personIn('street-aux@JYQ-CEC', 0),
    }),
  ]
}

function turn(at: Step['at'], number: string, state: string, reason: string): OfficeAct {
  return {
    ...{ at, by: KEEPER, method: 'POST', path: `/certificates/enforcement-${number}/states` },
    body: instantOf => ({ state, effectiveAt: new Date(instantOf(at)).toISOString(), reason }),
  }
}

/** What took effect before it was entered. */
function lateTurn(at: Step['at'], from: Step['at'], number: string, state: string, reason: string): OfficeAct {
  const { body, ...act } = turn(from, number, state, reason)
  return { ...act, at, body: instantOf => ({ ...(body(instantOf) as object), lateReason: '复训名单今日才转来' }) }
}

function appoint(
  at: Step['at'],
  personId: string,
  office: { role: string; org: string; isActing?: boolean },
): OfficeAct {
  return {
    ...{ at, by: ADMINISTRATOR, method: 'POST', path: `/personnel/${personId}/appointments` },
    body: instantOf => ({ to: null, isActing: false, ...office, from: officeDate(instantOf(at)) }),
  }
}

function endAppointment(at: Step['at'], group: string, reason: string, n = 0): OfficeAct {
  const personId = personIn(group, n)
  const appointmentId = `${personId}/${group}/2025-03-01`
  return {
    ...{ at, by: ADMINISTRATOR, method: 'PATCH', path: `/personnel/${personId}/appointments` },
    body: () => ({ appointmentId, to: null, isActing: false, isEnded: true, reason }),
  }
}

function post(at: Step['at'], path: string, body: Json): OfficeAct {
  return { at, by: ADMINISTRATOR, method: 'POST', path, body: () => body }
}

function put(at: Step['at'], by: string, path: string, body: Json): OfficeAct {
  return { at, by, method: 'PUT', path, body: () => body }
}

function certificateOf(group: string, n: number): string {
  const { certificate, personId } = employeeIn(group, n)
  if (certificate === undefined) throw new Error(`Expected a certificate of ${personId}`)
  return certificate
}
