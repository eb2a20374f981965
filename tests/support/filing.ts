import type { Json } from '../../server/engine/index.ts'

/** The item a test's case is about; the street of the tests is empowered to it. */
export const ITEM = 'T-CG-001'

/** What the form of a registration holds; the party's numbers are invented and pass their check digits. */
export const filing: Record<string, Json> = {
  title: '占用人行道经营案',
  itemCode: ITEM,
  source: 'inspection',
  discoveredOn: '2026-11-20',
  conductFrom: '2026-11-18',
  conductTo: '2026-11-20',
  place: '粮道街民主路88号门前',
  facts: '当事人将桌椅摆放在人行道上经营。',
  basis: '湖北省城市市容和环境卫生管理条例',
  clause58: [],
  partyType: 'individualBusiness',
  partyName: '程知远',
  tradeName: '沿阶小馆餐饮店',
  idType: 'idCard',
  idCard: '420106198001010015',
  creditCode: '92420106MA4KXY1286',
  partyAddress: '粮道街民主路88号',
  partyPhone: '13900000000',
  handlerIds: ['lin-shen', 'he-lichuan'],
  materials: [],
}
