import { recordsOf } from '../../db/seed/person-records.ts'
import { organisationRecord } from '../../server/identity/register-records.ts'
import type { RegisterRecord } from '../../server/journal/act.ts'

/** Who beside the street works on certificates: the bureau, the district, the staffing office, city and province. Invented. */
export const certificatePeople: readonly RegisterRecord[] = [
  organisationRecord('WC-BB', '武昌区委编办', 'WC-BB', { parent: 'WC-GOV', kind: 'department' }),
  organisationRecord('WC-CG', '武昌区城市管理执法局', 'WC-CG', { parent: 'WC-GOV', kind: 'empowering-department' }),
  organisationRecord('WH-SFJ', '市司法局', 'WH-SFJ', { kind: 'superior' }),
  organisationRecord('HB-SFT', '省司法厅', 'HB-SFT', { kind: 'superior' }),
  ...(
    [
      ['ning-zhengyi', '宁正一', 'justice-bureau-leader@WC-SFJ', 'E420106-0901'],
      ['tao-ruoshui', '陶若水', 'justice-bureau-leader@WC-SFJ'],
      ['hong-zhaoyuan', '洪照远', 'district-leader@WC-GOV'],
      ['pei-xiuwen', '裴修文', 'justice-cert-admin@WC-SFJ'],
      ['cen-lianqing', '岑廉清', 'justice-supervisor@WC-SFJ', 'S420106-0902'],
      ['yuan-bowen', '袁博闻', 'justice-training-admin@WC-SFJ'],
      ['bian-wenhe', '卞文和', 'staffing-office@WC-BB'],
      ['shi-tongda', '施通达', 'city-cert-admin@WH-SFJ'],
      ['shen-houde', '申厚德', 'province-cert-admin@HB-SFT'],
      ['qu-weimin', '瞿为民', 'dept-leader@WC-CG'],
      ['mo-xingzhi', '莫行之', 'dept-officer@WC-CG', 'E420106-0903'],
    ] as const
  ).flatMap(([personId, name, group, certificate]) =>
    recordsOf({ personId, name, groups: [group], hasAccount: true, ...(certificate && { certificate }) }),
  ),
]
