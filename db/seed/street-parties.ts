import { inventedBody, type Party } from './district/parties.ts'

/** Numbers of the first street's parties follow those of the district's. */
const FIRST = 950

/** Who the cases of the first street concern, and who stands for them; all invented. */
const bodies: readonly Parameters<typeof inventedBody>[0][] = [
  { kind: 'individualBusiness', name: '沿阶小馆餐饮店', person: '程知远', address: '民主路88号' },
  { kind: 'enterprise', name: '澄湖广告有限公司', person: '湛若水', address: '临江大道12号' },
  { kind: 'enterprise', name: '云梯装饰工程有限公司', person: '公孙砚', address: '中山路156号' },
  { kind: 'individualBusiness', name: '晨炊早点铺', person: '艾秋禾', address: '粮道街31号' },
  { kind: 'enterprise', name: '砺石渣土运输有限公司', person: '屈长岭', address: '沙湖路9号' },
  { kind: 'enterprise', name: '北渡停车管理有限公司', person: '闻人朔', address: '昙华林路7号' },
  { kind: 'individualBusiness', name: '半亩花田花店', person: '宗小荷', address: '得胜桥24号' },
  { kind: 'enterprise', name: '青藤物业服务有限公司', person: '司空岚', address: '胭脂路60号' },
  { kind: 'enterprise', name: '拾穗餐饮管理有限公司', person: '钟离樵', address: '民主路132号' },
  { kind: 'enterprise', name: '和丰商贸有限公司', person: '晏如海', address: '临江大道45号' },
  { kind: 'individualBusiness', name: '汀兰布艺店', person: '水清浅', address: '粮道街79号' },
]

/** The party of that name. @throws Error when the street has none of that name */
export function partyNamed(name: string): Party {
  const index = bodies.findIndex(body => body.name === name)
  const body = bodies[index]
  if (!body) throw new Error(`Expected a party of the street, found '${name}'`)
  return inventedBody(body, FIRST + index)
}
