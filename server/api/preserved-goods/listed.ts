import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { officeTime } from '../../clock/office-time.ts'
import { type PreservedGood, WAYS } from '../../registers/preserved-goods.ts'
import { beginsByMessage } from '../begins-by-message.ts'
import type { Environment } from '../environment.ts'
import type { House } from '../house.ts'
import type { Language, Words } from '../language.ts'
import { cut, type ListedRegister } from '../listed-registers/listed-register.ts'
import { ownBodies } from '../listed-registers/own-bodies.ts'

const text = z.string().nullable()
const Named = z.object({ id: z.string(), name: z.string() })

export const PreservedGoodSchema = z
  .object({
    goodId: z.string(),
    preservationId: z.string(),
    processInstanceKey: text,
    caseNo: text,
    org: Named.nullable(),
    name: text,
    quantity: text,
    spec: text,
    place: text,
    reason: text,
    executedAt: text,
    /** Number of the notice (D10). */
    listNo: text,
    /** `listed`, `kept`, `lapsed`, or what was decided. */
    state: z.enum(['listed', 'kept', 'lapsed', ...WAYS]),
    basis: text,
    movedTo: text,
    /** Of what is to be seized: whether a procedure takes the request up. If none does, it is seized on paper. */
    isTakenUp: z.boolean().nullable(),
    returnDueAt: text,
    /** Number of the decision (D11). */
    decisionNo: text,
    decidedAt: text,
    servedAt: text,
    servedHow: text,
    returnedAt: text,
    receiver: text,
    lapsedAt: text,
  })
  .openapi('PreservedGood')
type GoodJson = z.infer<typeof PreservedGoodSchema>

const GoodFilter = z.strictObject({
  q: z.string().max(50).optional(),
  state: z.enum(['kept', 'lapsed', ...WAYS]).optional(),
  caseNo: z.string().max(60).optional(),
})

const words: Words = {
  listed: { zh: '待登记', en: 'listed' },
  kept: { zh: '登记保存中', en: 'kept' },
  lapsed: { zh: '保存失效', en: 'lapsed' },
  return: { zh: '退还', en: 'return' },
  release: { zh: '解除', en: 'release' },
  seize: { zh: '转查封扣押', en: 'seize' },
  appraise: { zh: '送检', en: 'send to be examined' },
  transfer: { zh: '移送', en: 'transfer' },
  confiscate: { zh: '没收', en: 'confiscate' },
  mayLost: { zh: '可能灭失', en: 'may be lost' },
  hardLater: { zh: '以后难以取得', en: 'hard to get later' },
  onSite: { zh: '当场交付', en: 'on site' },
  direct: { zh: '直接送达', en: 'in person' },
  leave: { zh: '留置送达', en: 'left behind' },
  entrust: { zh: '委托送达', en: 'by another body' },
  post: { zh: '邮寄送达', en: 'by post' },
  electronic: { zh: '电子送达', en: 'electronically' },
  notice: { zh: '公告送达', en: 'by public notice' },
}

const HEADING: Readonly<Record<Language, readonly string[]>> = {
  zh: [
    ...['登记保存编号', '案号', '单位', '物品', '数量', '规格', '保存地点', '理由', '登记保存时间', '通知书', '处理'],
    ...['依据', '去向', '应送回日', '决定书', '决定时间', '送达时间', '送达方式', '交还时间', '接收人', '失效时间'],
  ],
  en: [
    ...['Preservation', 'Case', 'Body', 'Thing', 'Quantity', 'Particulars', 'Place', 'Why', 'Kept since', 'Notice'],
    ...['What becomes of it', 'Basis', 'Where to', 'Back by', 'Decision', 'Decided', 'Served', 'How', 'Returned'],
    ...['Taken by', 'Lapsed'],
  ],
}

function stateOf({ way, lapsedAt, executedAt }: PreservedGood): GoodJson['state'] {
  if (lapsedAt !== null) return 'lapsed'
  return way ?? (executedAt === null ? 'listed' : 'kept')
}

async function goodJson(
  house: House,
  { position: _, begunAt: __, way: ___, ...good }: PreservedGood,
  state: GoodJson['state'],
): Promise<GoodJson> {
  const { people } = house
  const nameOf = (org: string) => people.findOrganisation(org)?.name ?? org
  const { org, movedTo } = good
  return {
    ...good,
    state,
    org: org === null ? null : { id: org, name: nameOf(org) },
    movedTo: movedTo === null ? null : nameOf(movedTo),
    isTakenUp: state === 'seize' ? await beginsByMessage(house, 'msg.seizure.request') : null,
  }
}

/** Goods kept as evidence, thing by thing: of the bodies somebody works for or supervises. */
export const preservedGoods: ListedRegister<typeof GoodFilter, PreservedGood, GoodJson> = {
  filter: GoodFilter,
  part(c: Context<Environment>, filter, { limit, after }) {
    const bodies = ownBodies(c)
    const orgs = bodies && { orgs: [...bodies] }
    const found = c.var.house.registers.preservedGoods.list({ ...filter, ...orgs, after, limit: limit + 1 })
    return cut(found, limit, ({ goodId }) => goodId)
  },
  shown: ({ var: { house } }, row) => goodJson(house, row, stateOf(row)),
  file: {
    ...{ verb: 'preserved-good.export', heading: HEADING },
    lines: (good, { var: { language } }) => [cells(good, language)],
  },
}

const ON_PAPER: Readonly<Record<Language, string>> = {
  zh: '（没有流程接手，凭纸质文书办理）',
  en: ' (on paper: no procedure takes it up)',
}

function cells(good: GoodJson, language: Language): string[] {
  const word = (id: string | null) => (id === null ? '' : (words[id]?.[language] ?? id))
  const said = (value: string | null) => value ?? ''
  const whereTo = `${said(good.movedTo)}${good.isTakenUp === false ? ON_PAPER[language] : ''}`
  return [
    ...[good.preservationId, said(good.caseNo), good.org?.name ?? '', said(good.name), said(good.quantity)],
    ...[said(good.spec), said(good.place), word(good.reason), officeTime(good.executedAt), said(good.listNo)],
    ...[word(good.state), said(good.basis), whereTo, said(good.returnDueAt), said(good.decisionNo)],
    ...[officeTime(good.decidedAt), officeTime(good.servedAt), word(good.servedHow), officeTime(good.returnedAt)],
    ...[said(good.receiver), officeTime(good.lapsedAt)],
  ]
}
