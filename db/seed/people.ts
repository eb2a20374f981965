import { organisationRecord } from '../../server/identity/register-records.ts'
import type { RegisterRecord } from '../../server/journal/act.ts'
import { type DemoPerson, recordsOf } from './person-records.ts'

/** The invented street and what stands around it: [id, name, the body in whose name it acts, its place in the tree]. */
const organisations: readonly Parameters<typeof organisationRecord>[] = [
  ['WC-GOV', '武昌区人民政府', 'WC-GOV', { kind: 'government' }],
  ['LDJ', '粮道街道办事处', 'LDJ', { parent: 'WC-GOV', kind: 'subdistrict' }],
  ['LDJ-CEC', '粮道街道综合执法中心', 'LDJ', { parent: 'LDJ', kind: 'enforcement-centre' }],
  ['LDJ-PMO', '粮道街道公共管理办公室', 'LDJ', { parent: 'LDJ', kind: 'public-management-office' }],
  ['LDJ-JS', '粮道街司法所', 'WC-SFJ', { parent: 'LDJ', kind: 'justice-office' }],
  ['WC-SFJ', '武昌区司法局', 'WC-SFJ', { parent: 'WC-GOV', kind: 'department' }],
]

const qualified = (number: string, since: string) => ({ number: `A20194201${number}`, since })

/** Enough people to walk every route of a legal review, each of its capacities held by somebody else. */
export const demoPeople: readonly DemoPerson[] = [
  { personId: 'lin-shen', name: '林慎', groups: ['street-officer@LDJ-CEC'], certificate: 'E420106-0411' },
  { personId: 'he-lichuan', name: '何立川', groups: ['street-officer@LDJ-CEC'], certificate: 'E420106-0412' },
  { personId: 'deng-ziyang', name: '邓子扬', groups: ['street-officer@LDJ-CEC'], certificate: 'E420106-0413' },
  { personId: 'ye-wanzhou', name: '叶晚舟', groups: ['street-officer@LDJ-CEC'], certificate: 'E420106-0414' },
  { personId: 'su-jingxing', name: '苏景行', groups: ['street-officer@LDJ-CEC'], certificate: 'E420106-0415' },
  { personId: 'ding-xiaoman', name: '丁小满', groups: ['street-aux@LDJ-CEC'] },
  {
    personId: 'qiao-zhixing',
    name: '乔知行',
    groups: ['street-officer@LDJ-CEC', 'center-legal-reviewer@LDJ-CEC'],
    certificate: 'E420106-0418',
    qualification: qualified('0418', '2021-05-10'),
  },
  {
    personId: 'zhou-yanqing',
    name: '周砚青',
    groups: ['center-legal-reviewer@LDJ-CEC'],
    qualification: qualified('0421', '2019-09-02'),
  },
  {
    personId: 'qin-guanlan',
    name: '秦观澜',
    groups: ['center-legal-reviewer@LDJ-CEC'],
    qualification: qualified('0422', '2022-04-06'),
  },
  { personId: 'zheng-huaiyuan', name: '郑怀远', groups: ['center-director@LDJ-CEC'], certificate: 'E420106-0401' },
  {
    personId: 'shen-zhiwei',
    name: '沈知微',
    groups: ['pmo-legal-reviewer@LDJ-PMO'],
    qualification: qualified('0431', '2018-11-05'),
  },
  {
    personId: 'lu-mingqian',
    name: '陆鸣谦',
    groups: ['pmo-legal-reviewer@LDJ-PMO'],
    qualification: qualified('0432', '2020-03-16'),
  },
  {
    personId: 'feng-yinuo',
    name: '冯一诺',
    groups: ['pmo-legal-reviewer@LDJ-PMO'],
    qualification: { since: '2014-06-03', exemption: '2018年以前已经从事处罚决定法制审核，名单见街道办登记' },
  },
  { personId: 'wen-rusong', name: '温如松', groups: ['subdistrict-deputy@LDJ'] },
  { personId: 'mei-qinghe', name: '梅清和', groups: ['subdistrict-deputy@LDJ'] },
  { personId: 'yan-shouzheng', name: '严守正', groups: ['subdistrict-head@LDJ'] },
  {
    personId: 'wei-mingjian',
    name: '卫明鉴',
    groups: ['justice-office-supervisor@LDJ-JS'],
    certificate: 'S420106-0401',
  },
  { personId: 'jian-shuyan', name: '简书言', groups: ['justice-cert-admin@WC-SFJ'] },
  { personId: 'fang-yuangui', name: '方圆规', groups: ['process-admin@WC-SFJ'] },
  { personId: 'su-wenbo', name: '苏文博', groups: ['process-admin@WC-SFJ'] },
  { personId: 'gu-xingzhi', name: '顾行之', groups: ['auditor@WC-SFJ'] },
]

/** What the first act of a demonstration writes into the registers; account and person have one id. */
export const demoRegister: readonly RegisterRecord[] = [
  ...organisations.map(organisation => organisationRecord(...organisation)),
  ...demoPeople.flatMap(person => recordsOf({ ...person, hasAccount: true })),
]
