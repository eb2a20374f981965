import type { Json, Variables } from '../../server/engine/index.ts'
import type { RegisterRecord } from '../../server/journal/act.ts'
import type { CertificateOffice } from '../support/certificate-office.ts'
import { type Figures, holderId, holderRecords, type Month, numberOf, OFFICES, type Place } from './qinhuangdao-2024.ts'

const STAFF = ['zheng-huaiyuan', 'qu-weimin', 'tao-ruoshui', 'ning-zhengyi', 'bian-wenhe'] as const
const OTHERS = ['jian-shuyan', 'pei-xiuwen', 'shi-tongda', 'shen-houde', 'gu-xingzhi'] as const
const APPLICANT: Readonly<Record<Place, string>> = {
  ...{ street: 'zheng-huaiyuan', department: 'qu-weimin', bureau: 'tao-ruoshui' },
}

/** A year of certificates, worked through the procedures by the people of the office, month after month. */
export interface CertificateYear {
  /** Applications and reissues of a month; the last one stays at its last step if asked, and its finish is answered. */
  issue(month: Month, holdLast?: boolean): Promise<() => Promise<void>>
  /** The month's clean-up: reported, reviewed, approved, cancelled, submitted, confirmed; cards collected. */
  cleanUp(month: Month): Promise<void>
  inStreets(): number
}

/** Enters everybody the year needs, and answers how it is worked. */
export async function certificateYear(
  office: CertificateOffice,
  plan: Month[],
  figures: Figures,
): Promise<CertificateYear> {
  const sum = (name: keyof Omit<Month, 'month'>) => plan.reduce((total, month) => total + month[name], 0)
  const holders: Record<Place, number> = {
    street: figures.inService - sum('issuedInStreets') + sum('cancelledInStreets'),
    department: sum('cancelledInDepartments') + 10,
    bureau: sum('cancelledSupervision') + 2,
  }
  const newcomers: Record<Place, number> = {
    street: sum('issuedInStreets'),
    department: sum('issuedInDepartments'),
    bureau: sum('issuedSupervision'),
  }
  const places: Place[] = ['street', 'department', 'bureau']
  const people = places.flatMap(place =>
    Array.from({ length: holders[place] + newcomers[place] }, (_, n) => holderRecords(place, n, n < holders[place])),
  )
  await office.app.enter([...earlier(office), ...people.flat()])
  return new WorkedYear(office, holders)
}

/** Those who work on certificates did so in that year too; the certificates of the demonstration are of later years. */
function earlier({ app }: CertificateOffice): RegisterRecord[] {
  return [...STAFF, ...OTHERS].flatMap(personId =>
    app.house.people.appointmentsOf(personId).map(({ role, org }) => ({
      ...{ register: 'appointments', op: 'put' as const, id: `${personId}/${role}@${org}/2020` },
      value: { personId, role, org, validFrom: '2020-01-01', validTo: '2025-02-28', capacity: null, endedAt: null },
    })),
  )
}

class WorkedYear implements CertificateYear {
  private readonly gone: Record<Place, number> = { street: 0, department: 0, bureau: 0 }
  private readonly come: Record<Place, number>

  constructor(
    private readonly office: CertificateOffice,
    private readonly holders: Record<Place, number>,
  ) {
    this.come = { ...holders }
  }

  async issue(month: Month, holdLast = false): Promise<() => Promise<void>> {
    await this.office.at(`${month.month}-10 09:00`)
    const wanted: [Place, number][] = [
      ['street', month.issuedInStreets],
      ['department', month.issuedInDepartments],
      ['bureau', month.issuedSupervision],
    ]
    for (let n = 0; n < month.reissued; n++) await (await this.reissue())()
    const finishes: (() => Promise<void>)[] = []
    for (const [place, count] of wanted) for (let n = 0; n < count; n++) finishes.push(await this.apply(place))
    const last = holdLast ? finishes.pop() : undefined
    for (const finish of finishes) await finish()
    return last ?? (async () => {})
  }

  async cleanUp({ month, ...counts }: Month): Promise<void> {
    const bureau = this.leaving('bureau', counts.cancelledSupervision)
    await this.office.app.enter(bureau.map(personId => endOfPost(personId, `${month}-15`)))
    await this.office.at(`${month}-20 09:00`)
    const { key } = await this.office.found('cert-monthly-cleanup', ({ batchId }) => batchId === month)
    const changesOf = (ids: string[]): Variables =>
      ids.length === 0
        ? { noChange: true }
        : { changes: ids.map(officerId => ({ officerId, reason: 'transferOut', at: `${month}-05` })) }
    const street = this.leaving('street', counts.cancelledInStreets)
    await this.do(key, 'unit-report', 'zheng-huaiyuan', changesOf(street), 'LDJ')
    const department = this.leaving('department', counts.cancelledInDepartments)
    await this.do(key, 'unit-report', 'qu-weimin', changesOf(department), 'WC-CG')
    await this.do(key, 'unit-report', 'tao-ruoshui', { noChange: true }, 'WC-SFJ')
    const items = this.office.app.house.engine.visibleVariables(key, key)?.items as { [name: string]: Json }[]
    const decided = items.map(item => ({ ...item, decision: 'cancel', decisionReason: '已经调离' }))
    await this.do(key, 'district-review-batch', 'jian-shuyan', { items: decided })
    await this.do(key, 'approve-batch', 'tao-ruoshui', { batchAction: 'approve', docNo: `秦司清〔${month}〕` })
    await this.do(key, 'batch-submit', 'jian-shuyan', { submitNote: `本月注销 ${items.length} 件` })
    await this.do(key, 'city-forward', 'shi-tongda', {}, 'forward')
    await this.do(key, 'province-confirm', 'shen-houde', {}, 'confirm')
    for (const { processInstanceKey } of this.office.app.house.registers.matters.list({ batchId: month, limit: -1 }))
      await this.do(processInstanceKey ?? '', 'collect-card', 'pei-xiuwen', {}, 'yes')
  }

  inStreets(): number {
    const now = this.office.app.clock.now()
    const { service } = this.office.app.house.registers
    const held = service.inService(new Date(now).toISOString().slice(0, 10), new Date(now).toISOString())
    return held.filter(({ entity }) => entity === OFFICES.street.entity).length
  }

  private leaving(place: Place, count: number): string[] {
    const from = this.gone[place]
    this.gone[place] += count
    return Array.from({ length: count }, (_, n) => holderId(place, from + n))
  }

  private async apply(place: Place): Promise<() => Promise<void>> {
    const n = this.come[place]++
    const certType = place === 'bureau' ? 'supervision' : 'enforcement'
    const key = await this.begin(place, { personId: holderId(place, n), bizType: 'new', certType })
    await this.do(key, 'exam', 'pei-xiuwen', { generalScore: 80, specialScore: 80 })
    return this.reviewed(key, numberOf(place, n))
  }

  /** The last of those who hold one loses it. */
  private async reissue(): Promise<() => Promise<void>> {
    this.holders.street -= 1
    const n = this.holders.street
    const lost = {
      bizType: 'reissue',
      oldCertNo: numberOf('street', n),
      lossStatement: '遗失',
      certType: 'enforcement',
    }
    const key = await this.begin('street', { personId: holderId('street', n), ...lost })
    return this.reviewed(key, `${numberOf('street', n)}R`)
  }

  private async begin(place: Place, values: Variables): Promise<string> {
    const applicant = APPLICANT[place]
    const key = await (await this.office.desk(applicant)).start('cert-issue', {})
    const form = { idNo: '130302198001010015', staffing: 'civilServant', post: '执法岗' }
    await this.do(key, 'apply', applicant, { ...form, ...values, photo: await this.office.photo(applicant) })
    await this.do(key, 'staffing-check', 'bian-wenhe', { staffingChecked: 'civilServant', inStaff: true })
    return key
  }

  private async reviewed(key: string, certNo: string): Promise<() => Promise<void>> {
    await this.do(key, 'district-review', 'jian-shuyan', { returnedReason: '同意' }, 'approve')
    await this.do(key, 'city-review', 'shi-tongda', { returnedReason: '同意' }, 'approve')
    await this.do(key, 'province-approve', 'shen-houde', { returnedReason: '批准' }, 'approve')
    const day = new Date(this.office.app.clock.now()).toISOString().slice(0, 10)
    return () => this.do(key, 'issue', 'jian-shuyan', { certNo, validFrom: day, validTo: '2029-12-31', qr: certNo })
  }

  /** Completes the open task of an element, through the gate; of several that of a unit. */
  private async do(key: string, elementId: string, as: string, variables: Variables, which?: string): Promise<void> {
    const open = this.office.app.house.tasks.openOf(key).filter(task => task.elementId === elementId)
    const task =
      open.find(({ candidateGroups }) => candidateGroups.some(group => which && group.includes(which))) ?? open[0]
    if (!task) throw new Error(`Expected '${elementId}' to be open in ${key}`)
    const action = elementId === 'unit-report' ? undefined : which
    await (await this.office.desk(as)).complete(task.userTaskKey, { variables, ...(action && { action }) })
    await this.office.settled()
  }
}

function endOfPost(personId: string, day: string): RegisterRecord {
  const value = { org: 'WC-SFJ', staffing: 'civilServant', post: '监督岗', category: null, bornIn: null }
  return {
    register: 'staff-register',
    op: 'put',
    id: personId,
    value: { ...value, validFrom: '2020-01-01', validTo: day },
  }
}
