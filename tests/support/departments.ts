import { type DemoPerson, recordsOf } from '../../db/seed/person-records.ts'
import { organisationRecord } from '../../server/identity/register-records.ts'
import type { RegisterRecord } from '../../server/journal/act.ts'

/** Who stands on the other side in the scenarios between offices. */
export const outside = {
  streetDesk: 'an-dieying',
  deptDesk: 'bai-lianluo',
  deptOfficer: 'cen-xunjie',
  otherDeptOfficer: 'cheng-bantu',
  deptGuide: 'dai-zhidao',
  deptLeader: 'fu-juzhang',
  waterDesk: 'gan-shuiwu',
  waterOfficer: 'gu-hexun',
  waterGuide: 'hua-zhihu',
  waterLeader: 'jiang-zhangshui',
  cityGuide: 'lan-guihua',
  cityLeader: 'meng-ziran',
  clerk: 'ning-xietiao',
  otherClerk: 'ouyang-heyi',
  districtLeader: 'pei-zhiding',
  /** Of the district's leaders, and of the justice bureau too. */
  leaderAtJustice: 'qi-jianren',
  /** Of the leading group's office, and of the street's centre too. */
  clerkOfStreet: 'rong-liangdan',
} as const

const organisations: readonly Parameters<typeof organisationRecord>[] = [
  ['WC-LG', '区街道综合行政执法领导小组', 'WC-GOV', { parent: 'WC-GOV', kind: 'leading-group' }],
  ['WC-CG', '武昌区城市管理执法局', 'WC-CG', { parent: 'WC-GOV', kind: 'empowering-department' }],
  ['WC-SW', '武昌区水务和湖泊局', 'WC-SW', { parent: 'WC-GOV', kind: 'empowering-department' }],
  ['WH-ZRG', '市自然资源和规划局', 'WH-ZRG', { kind: 'superior' }],
  ['WH-ZRG-WC', '市自然资源和规划局武昌分局', 'WH-ZRG-WC', { parent: 'WH-ZRG', kind: 'department' }],
]

const people: readonly DemoPerson[] = [
  { personId: outside.streetDesk, name: '安迭迎', groups: ['street-dispatcher@LDJ-CEC'] },
  { personId: outside.deptDesk, name: '白联络', groups: ['dept-dispatcher@WC-CG'] },
  { personId: outside.deptOfficer, name: '岑巡街', groups: ['dept-officer@WC-CG'], certificate: 'E420106-0801' },
  { personId: outside.otherDeptOfficer, name: '程伴途', groups: ['dept-officer@WC-CG'], certificate: 'E420106-0802' },
  { personId: outside.deptGuide, name: '戴知道', groups: ['dept-guidance-head@WC-CG'] },
  { personId: outside.deptLeader, name: '傅居章', groups: ['dept-leader@WC-CG'] },
  { personId: outside.waterDesk, name: '甘水悟', groups: ['dept-dispatcher@WC-SW'] },
  { personId: outside.waterOfficer, name: '顾河巡', groups: ['dept-officer@WC-SW'], certificate: 'E420106-0811' },
  { personId: outside.waterGuide, name: '花知湖', groups: ['dept-guidance-head@WC-SW'] },
  { personId: outside.waterLeader, name: '江掌水', groups: ['dept-leader@WC-SW'] },
  { personId: outside.cityGuide, name: '兰归画', groups: ['dept-guidance-head@WH-ZRG-WC'] },
  { personId: outside.cityLeader, name: '孟自然', groups: ['dept-leader@WH-ZRG-WC'] },
  { personId: outside.clerk, name: '宁协调', groups: ['leading-group-office@WC-LG'] },
  { personId: outside.otherClerk, name: '欧阳和议', groups: ['leading-group-office@WC-LG'] },
  { personId: outside.districtLeader, name: '裴知定', groups: ['district-leader@WC-GOV'] },
  {
    personId: outside.leaderAtJustice,
    name: '祁兼任',
    groups: ['district-leader@WC-GOV', 'justice-bureau-leader@WC-SFJ'],
  },
  {
    personId: outside.clerkOfStreet,
    name: '容两担',
    groups: ['leading-group-office@WC-LG', 'center-director@LDJ-CEC'],
  },
]

/** Departments, the leading group and the people of both, whom only the scenarios between offices need. */
export const departments: readonly RegisterRecord[] = [
  ...organisations.map(organisation => organisationRecord(...organisation)),
  ...people.flatMap(person => recordsOf({ ...person, hasAccount: true })),
]
