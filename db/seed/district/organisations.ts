import type { organisationRecord } from '../../../server/identity/register-records.ts'
import { FIRST_STREET, streets } from './streets.ts'

type Organisation = Parameters<typeof organisationRecord>

/** Departments that hand their items to the streets. */
export const departments: readonly (readonly [id: string, name: string])[] = [
  ['WC-CG', '武昌区城市管理执法局'],
  ['WC-SW', '武昌区水务和湖泊局'],
  ['WC-YJ', '武昌区应急管理局'],
  ['WC-WJ', '武昌区卫生健康局'],
  ['WC-FG', '武昌区住房保障和房屋管理局'],
  ['WC-JS', '武昌区建设局'],
  ['WC-MZ', '武昌区民政局'],
  ['WC-ZG', '武昌区自然资源和规划局'],
]

/** The departments with their place in the tree. */
export const departmentRecords = departments.map(
  ([id, name]): Organisation => [id, name, id, { parent: 'WC-GOV', kind: 'empowering-department' }],
)

/** Other bodies: [id, name, kind]. */
const others: readonly (readonly [id: string, name: string, kind: string])[] = [
  ['WC-SCJ', '武昌区市场监督管理局', 'department'],
  ['WC-CZ', '武昌区财政局', 'department'],
  ['WC-BB', '武昌区委编办', 'department'],
  ['WC-ZSJ', '武昌区政务服务和大数据管理局', 'department'],
  ['WC-XF', '武昌区信访局', 'department'],
  ['WC-GSL', '武昌区工商联', 'department'],
  ['WC-ZZB', '武昌区委组织部', 'department'],
  ['WC-GA', '武昌区公安分局', 'judicial'],
  ['WC-JCY', '武昌区人民检察院', 'judicial'],
  ['WC-FY', '武昌区人民法院', 'judicial'],
  ['WC-JW', '武昌区纪委监委', 'judicial'],
]

const superiors: readonly (readonly [id: string, name: string])[] = [
  ['WH-SFJ', '市司法局'],
  ['WH-CG', '市城市管理执法委员会'],
  ['WH-HJ', '市生态环境保护综合执法支队'],
  ['HB-SFT', '省司法厅'],
]

/** What a street office consists of. */
function bodiesOf(id: string, name: string): Organisation[] {
  const inside = { parent: id }
  return [
    [id, `${name}街道办事处`, id, { parent: 'WC-GOV', kind: 'subdistrict' }],
    [`${id}-CEC`, `${name}街道综合执法中心`, id, { ...inside, kind: 'enforcement-centre' }],
    [`${id}-PMO`, `${name}街道公共管理办公室`, id, { ...inside, kind: 'public-management-office' }],
    [`${id}-FIN`, `${name}街道财务办公室`, id, { ...inside, kind: 'finance' }],
    [`${id}-JS`, `${name}司法所`, 'WC-SFJ', { ...inside, kind: 'justice-office' }],
  ]
}

/** What stands in the district beside the first street: [id, name, the body in whose name it acts, its place in the tree]. */
export const organisations: readonly Organisation[] = [
  ['WC-LG', '区街道综合行政执法领导小组', 'WC-GOV', { parent: 'WC-GOV', kind: 'leading-group' }],
  [`${FIRST_STREET}-FIN`, '粮道街道财务办公室', FIRST_STREET, { parent: FIRST_STREET, kind: 'finance' }],
  ...streets.filter(({ id }) => id !== FIRST_STREET).flatMap(({ id, name }) => bodiesOf(id, name)),
  ...departmentRecords,
  ...others.map(([id, name, kind]): Organisation => [id, name, id, { parent: 'WC-GOV', kind }]),
  ...superiors.map(([id, name]): Organisation => [id, name, id, { kind: 'superior' }]),
]
