import { organisationRecord } from '../../server/identity/register-records.ts'
import type { RegisterRecord } from '../../server/journal/act.ts'
import { establishmentOf } from './district/staff-register.ts'
import { demoPeople } from './people.ts'
import { type DemoPerson, recordsOf } from './person-records.ts'

/** Bodies a street works with, beside the departments it has its powers from. */
const organisations: readonly Parameters<typeof organisationRecord>[] = [
  ['WC-LG', '区街道综合行政执法领导小组', 'WC-GOV', { parent: 'WC-GOV', kind: 'leading-group' }],
  ['WC-BB', '武昌区委编办', 'WC-BB', { parent: 'WC-GOV', kind: 'department' }],
  ['WH-SFJ', '市司法局', 'WH-SFJ', { kind: 'superior' }],
  ['HB-SFT', '省司法厅', 'HB-SFT', { kind: 'superior' }],
]

const person = (personId: string, name: string, group: string, certificate?: string): DemoPerson => ({
  ...{ personId, name, groups: [group] },
  ...(certificate !== undefined && { certificate }),
})

/** Who they are: enough that each step of every shipped procedure has somebody who can do it. Invented. */
export const neighbours: readonly DemoPerson[] = [
  person('an-dieying', '安迭迎', 'street-dispatcher@LDJ-CEC'),
  person('bai-lianluo', '白联络', 'dept-dispatcher@WC-CG'),
  person('cen-xunjie', '岑巡街', 'dept-officer@WC-CG', 'E420106-0801'),
  person('cheng-bantu', '程伴途', 'dept-officer@WC-CG', 'E420106-0802'),
  person('dai-zhidao', '戴知道', 'dept-guidance-head@WC-CG'),
  person('fu-juzhang', '傅居章', 'dept-leader@WC-CG'),
  person('gan-shuiwu', '甘水悟', 'dept-dispatcher@WC-SW'),
  person('gu-hexun', '顾河巡', 'dept-officer@WC-SW', 'E420106-0811'),
  person('he-tongzhou', '贺同舟', 'dept-officer@WC-SW', 'E420106-0812'),
  person('hua-zhihu', '花知湖', 'dept-guidance-head@WC-SW'),
  person('jiang-zhangshui', '江掌水', 'dept-leader@WC-SW'),
  person('ning-xietiao', '宁协调', 'leading-group-office@WC-LG'),
  person('ouyang-heyi', '欧阳和议', 'leading-group-office@WC-LG'),
  person('pei-zhiding', '裴知定', 'district-leader@WC-GOV'),
  person('hong-zhaoyuan', '洪照远', 'district-leader@WC-GOV'),
  person('ning-zhengyi', '宁正一', 'justice-bureau-leader@WC-SFJ', 'E420106-0901'),
  person('tao-ruoshui', '陶若水', 'justice-bureau-leader@WC-SFJ'),
  person('pei-xiuwen', '裴修文', 'justice-cert-admin@WC-SFJ'),
  person('cen-lianqing', '岑廉清', 'justice-supervisor@WC-SFJ', 'S420106-0902'),
  person('yuan-bowen', '袁博闻', 'justice-training-admin@WC-SFJ'),
  {
    ...person('ke-yuanlai', '柯援来', 'review-pool@WC-SFJ'),
    qualification: { number: 'A20194201060498', since: '2019-04-01' },
  },
  person('bian-wenhe', '卞文和', 'staffing-office@WC-BB'),
  person('shi-tongda', '施通达', 'city-cert-admin@WH-SFJ'),
  person('shen-houde', '申厚德', 'province-cert-admin@HB-SFT'),
]

/** They with their papers and accounts; who holds a certificate is on the establishment of his body. */
export const neighbourRegister: readonly RegisterRecord[] = [
  ...organisations.map(organisation => organisationRecord(...organisation)),
  ...neighbours.flatMap(each => recordsOf({ ...each, hasAccount: true })),
  ...[...demoPeople, ...neighbours].flatMap(establishmentOf),
]
