import type { z } from '@hono/zod-openapi'
import { officeTime } from '../../clock/office-time.ts'
import { roleName } from '../../identity/roles.ts'
import type { CertificateMatter } from '../../registers/certificate-matters.ts'
import type { Officer } from '../../registers/officers.ts'
import type { House } from '../house.ts'
import type { Language } from '../language.ts'
import type { MatterSchema, OfficerSchema } from './schemas.ts'
import { matterWord, outcomeReason } from './words.ts'

/** A matter as pages show it. */
export function matterJson({ people }: House, matter: CertificateMatter): z.infer<typeof MatterSchema> {
  const { holderId, org, begunAt, endedAt, ...plain } = matter
  return {
    ...plain,
    holder: holderId === null ? null : { id: holderId, name: people.nameOf(holderId) ?? holderId },
    org: org === null ? null : { id: org, name: people.findOrganisation(org)?.name ?? org },
    begunAt: new Date(begunAt).toISOString(),
    endedAt: endedAt === null ? null : new Date(endedAt).toISOString(),
  }
}

/** An officer as pages show him. */
export function officerJson({ people }: House, { groups, ...officer }: Officer): z.infer<typeof OfficerSchema> {
  const offices = groups.map(group => {
    const [role = '', org = ''] = group.split('@')
    return { role: roleName(role), org: people.findOrganisation(org)?.name ?? org }
  })
  return { ...officer, offices }
}

type Heading = Readonly<Record<Language, string[]>>

export const MATTER_HEADING: Heading = {
  zh: [
    '事项编号',
    '事项',
    '证件种类',
    '证号',
    '旧证号',
    '持证人',
    '单位',
    '事由',
    '文号',
    '生效',
    '证件去向',
    '报省',
    '结果',
    '批次',
    '暂扣至',
    '须复训',
    '结果说明',
    '开始',
    '办结',
  ],
  en: [
    ...['Matter', 'What', 'Type', 'Number', 'Old number', 'Holder', 'Body', 'Reason', 'Document', 'In effect'],
    ...['Card', 'Reported', 'Outcome', 'Batch', 'Suspended until', 'Retraining', 'Why so', 'Begun', 'Ended'],
  ],
}

/** One matter as a line of a file. */
export function matterCells(matter: z.infer<typeof MatterSchema>, language: Language): string[] {
  const { matterId, certNo, oldCertNo, docNo, effectiveAt, reportedAt, batchId, holder, org } = matter
  const word = (id: string | null) => (id === null ? '' : matterWord(id, language))
  return [
    ...[matterId, word(matter.kind), word(matter.certType), certNo ?? '', oldCertNo ?? '', holder?.name ?? ''],
    ...[org?.name ?? '', word(matter.reasonCode), docNo ?? '', officeTime(effectiveAt), word(matter.collected)],
    ...[officeTime(reportedAt), word(matter.outcome), batchId ?? '', matter.suspendUntil ?? ''],
    ...[
      matter.retrain ? word('yesRetrain') : '',
      outcomeReason(matter.outcomeReason, language),
      officeTime(matter.begunAt),
    ],
    officeTime(matter.endedAt),
  ]
}

export const OFFICER_HEADING: Heading = {
  zh: ['人员编号', '姓名', '任职', '编制', '法律职业资格', '本年学时', '证件'],
  en: ['Person', 'Name', 'Offices', 'Establishment', 'Qualification', 'Hours this year', 'Certificates'],
}

/** One officer as a line of a file. */
export function officerCells(officer: z.infer<typeof OfficerSchema>, language: Language): string[] {
  const { offices } = officer
  const word = (id: string) => matterWord(id, language)
  return [
    ...[officer.personId, officer.name, offices.map(({ role, org }) => `${org}${role}`).join('；')],
    ...[officer.staffing === null ? '' : word(officer.staffing), officer.qualification ?? '', String(officer.hours)],
    officer.certificates.map(({ number, state }) => `${number} ${word(state)}`).join('；'),
  ]
}
