import { organisationRecord, personRecords } from '../../server/identity/register-records.ts'
import type { RegisterRecord } from '../../server/journal/act.ts'

const SINCE = '2025-03-01'

/** The invented street and what stands around it: [id, name, the body in whose name it acts, its place in the tree]. */
const organisations: readonly Parameters<typeof organisationRecord>[] = [
  ['WC-GOV', '区人民政府', 'WC-GOV', { kind: 'government' }],
  ['LDJ', '粮道街道办事处', 'LDJ', { parent: 'WC-GOV', kind: 'subdistrict' }],
  ['LDJ-CEC', '粮道街道综合执法中心', 'LDJ', { parent: 'LDJ', kind: 'enforcement-centre' }],
  ['LDJ-PMO', '粮道街道公共管理办公室', 'LDJ', { parent: 'LDJ', kind: 'public-management-office' }],
  ['LDJ-JS', '粮道街司法所', 'WC-SFJ', { parent: 'LDJ', kind: 'justice-office' }],
  ['WC-SFJ', '区司法局', 'WC-SFJ', { parent: 'WC-GOV', kind: 'department' }],
]

/** Somebody of the demonstration; all names are invented. */
interface DemoPerson {
  personId: string
  name: string
  /** `role@org`, several at once. */
  groups: readonly string[]
}

/** Enough people to walk every route of a legal review, each of its capacities held by somebody else. */
export const demoPeople: readonly DemoPerson[] = [
  { personId: 'lin-shen', name: '林慎', groups: ['street-officer@LDJ-CEC'] },
  { personId: 'he-lichuan', name: '何立川', groups: ['street-officer@LDJ-CEC'] },
  { personId: 'deng-ziyang', name: '邓子扬', groups: ['street-officer@LDJ-CEC'] },
  { personId: 'ye-wanzhou', name: '叶晚舟', groups: ['street-officer@LDJ-CEC'] },
  { personId: 'su-jingxing', name: '苏景行', groups: ['street-officer@LDJ-CEC'] },
  { personId: 'ding-xiaoman', name: '丁小满', groups: ['street-aux@LDJ-CEC'] },
  { personId: 'qiao-zhixing', name: '乔知行', groups: ['street-officer@LDJ-CEC', 'center-legal-reviewer@LDJ-CEC'] },
  { personId: 'zhou-yanqing', name: '周砚青', groups: ['center-legal-reviewer@LDJ-CEC'] },
  { personId: 'qin-guanlan', name: '秦观澜', groups: ['center-legal-reviewer@LDJ-CEC'] },
  { personId: 'zheng-huaiyuan', name: '郑怀远', groups: ['center-director@LDJ-CEC'] },
  { personId: 'shen-zhiwei', name: '沈知微', groups: ['pmo-legal-reviewer@LDJ-PMO'] },
  { personId: 'lu-mingqian', name: '陆鸣谦', groups: ['pmo-legal-reviewer@LDJ-PMO'] },
  { personId: 'feng-yinuo', name: '冯一诺', groups: ['pmo-legal-reviewer@LDJ-PMO'] },
  { personId: 'wen-rusong', name: '温如松', groups: ['subdistrict-deputy@LDJ'] },
  { personId: 'mei-qinghe', name: '梅清和', groups: ['subdistrict-deputy@LDJ'] },
  { personId: 'yan-shouzheng', name: '严守正', groups: ['subdistrict-head@LDJ'] },
  { personId: 'wei-mingjian', name: '卫明鉴', groups: ['justice-office-supervisor@LDJ-JS'] },
  { personId: 'jian-shuyan', name: '简书言', groups: ['justice-cert-admin@WC-SFJ'] },
  { personId: 'fang-yuangui', name: '方圆规', groups: ['process-admin@WC-SFJ'] },
  { personId: 'gu-xingzhi', name: '顾行之', groups: ['auditor@WC-SFJ'] },
]

/** What the first act of a demonstration writes into the registers; account and person have one id. */
export const demoRegister: readonly RegisterRecord[] = [
  ...organisations.map(organisation => organisationRecord(...organisation)),
  ...demoPeople.flatMap(({ personId, name, groups }) =>
    personRecords({
      personId,
      name,
      accountId: personId,
      appointments: groups.map(group => {
        const [role = '', org = ''] = group.split('@')
        return { role, org, from: SINCE }
      }),
    }),
  ),
]
