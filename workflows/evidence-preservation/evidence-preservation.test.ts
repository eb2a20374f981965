import { expect, test } from 'vitest'
import { limitsNotRunOut, unheard, wentUp } from '../../tests/support/limits-run-out.ts'
import type { Play } from '../../tests/support/play.ts'
import { flowsNotWalked, officeOpensAt, procedure, refused } from '../../tests/support/procedure.ts'

officeOpensAt('2026-04-30 10:00')
const OFFICER = 'lin-shen'
const COLLEAGUE = 'he-lichuan'
const DEPUTY = 'wen-rusong'
const AT = '2026-04-30T09:30+08:00'
type Filled = Parameters<Play['complete']>[1]
const ITEMS = [
  { name: '折叠桌', quantity: '4 张' },
  { name: '塑料凳', quantity: '16 个' },
  { name: '燃气灶', quantity: '1 台' },
]

async function asked(more: Partial<Filled> = {}): Promise<Play> {
  const play = await procedure('evidence-preservation')
  await play.start({
    ...{ by: OFFICER, partyName: undefined, reviewType: undefined, stage: undefined, handlerIds: [COLLEAGUE] },
  })
  const request = {
    requestMode: 'normal',
    preserveReason: 'mayLost',
    preservePlace: '民主路 88 号',
    preservedItems: ITEMS,
  }
  await play.complete('request-preservation', { as: OFFICER, ...request, ...more })
  return play
}

/** Held by two: one enters it, the other signs second. */
async function held(play: Play, executedAt = AT): Promise<Play> {
  const list = await play.file('清单.pdf', { as: OFFICER })
  const record = { executedAt, videoNo: 'V-0430-01', listDelivered: true, preservationList: list }
  await play.complete('execute-preservation', { as: OFFICER, ...record })
  await play.cosign('execute-preservation', { as: COLLEAGUE })
  return play
}

const approved = async () => {
  const play = await asked()
  await play.complete('approve-preservation', {
    as: DEPUTY,
    action: 'approve',
    preserveApprovalReason: '桌凳随时可能转移。',
  })
  return held(play)
}
const oral = async () => held(await asked({ requestMode: 'oral', callRecord: '温副主任 9 时 20 分电话同意。' }))

const RECEIVERS: Readonly<Record<string, object>> = {
  appraise: { movedTo: '市产品质量监督检验所', returnDueAt: '2026-05-20' },
  transfer: { movedTo: 'WC-CG' },
}

async function disposed(play: Play, ways: readonly string[], confiscated: object = {}): Promise<void> {
  const more = (way: string) => (way === 'confiscate' ? confiscated : RECEIVERS[way])
  const preservedItems = ITEMS.map((item, n) => ({ ...item, way: ways[n] ?? 'return', ...more(ways[n] ?? 'return') }))
  await play.complete('dispose-items', { as: OFFICER, preservedItems, disposalBasis: '不需要作为证据的退还。' })
  await play.cosign('dispose-items', { as: COLLEAGUE })
}

async function served(play: Play, servedAt = AT): Promise<void> {
  const proof = await play.file('送达回证.pdf', { as: OFFICER })
  const facts = { serveMethod: 'direct', servedAt, serveReceiver: '程知远', serveProof: proof }
  await play.complete('serve-d11', { as: OFFICER, ...facts })
}

async function handedOver(play: Play, step: 'hand-over' | 'return-lapsed', at = AT): Promise<void> {
  const field = step === 'hand-over' ? 'handOver' : 'lapsedReturn'
  const list = await play.file('清单.pdf', { as: OFFICER })
  const values = { [`${field}At`]: at, [`${field}Receiver`]: '程知远', [`${field}List`]: list }
  await play.complete(step, { as: OFFICER, ...values })
  await play.cosign(step, { as: COLLEAGUE })
}

test('书面报批：两人登记保存，七个工作日内逐件处理，退还的交还', async () => {
  const play = await approved()
  expect(await play.tasksOf(OFFICER)).toEqual(['dispose-items'])
  await disposed(play, ['return', 'return', 'seize'])
  await served(play)
  await handedOver(play, 'hand-over')
  expect(await play.ends()).toEqual(['end-disposed'])
})

test('一份通知书、一份决定书、一条扣押请求、一张交接单：逐件登记，去向各不相同', async () => {
  const play = await approved()
  await disposed(play, ['return', 'return', 'seize'])
  await served(play)
  await handedOver(play, 'hand-over')
  const goods = await play.goods()
  expect(goods.map(({ name, way, returnedAt }) => [name, way, returnedAt !== null])).toEqual([
    ['折叠桌', 'return', true],
    ['塑料凳', 'return', true],
    ['燃气灶', 'seize', false],
  ])
  for (const good of goods) expect(good.listNo).toMatch(/^粮道街登存〔2026〕\d+号$/)
  expect(new Set(goods.map(({ decisionNo }) => decisionNo)).size).toBe(1)
  expect(goods[0]?.decisionNo).toMatch(/^粮道街登处〔2026〕\d+号$/)
  const preservationId = goods[0]?.preservationId
  expect(goods[2]).toMatchObject({ movedTo: `${preservationId}/KY`, servedHow: 'direct', lapsedAt: null })
  const requests = await play.published('msg.seizure.request', 'KY')
  expect(requests).toMatchObject([{ preservationId, urgent: false, goods: [{ name: '燃气灶', qty: '1 台' }] }])
  // No procedure of the office begins with that request: the list says so, and the preservation has its end.
  const { items } = await play.sees<{ items: { name: string }[] }>(`/preserved-goods?q=${preservationId}`, {
    as: OFFICER,
  })
  expect(items.map(({ name, ...good }) => [name, 'isTakenUp' in good && good.isTakenUp])).toEqual(
    expect.arrayContaining([
      ['折叠桌', null],
      ['燃气灶', false],
    ]),
  )
  expect(await play.ends()).toEqual(['end-disposed'])
})

test('4) 没收决定书还没有盖章的，不能选没收；盖章以后可以，去向是决定书', async () => {
  const play = await approved()
  const decision = async (confiscationOn: string) => {
    const confiscationDoc = await play.file('没收决定书.pdf', { as: OFFICER })
    return { confiscationNo: '粮道街罚〔2026〕7号', confiscationOn, confiscationDoc }
  }
  const unsealed = disposed(play, ['return', 'return', 'confiscate'], await decision('2026-05-20'))
  expect(await refused(unsealed)).toMatchObject({ rule: 'R-PRESERVE', id: 'policy.preservation.no-decision' })
  const unnamed = disposed(play, ['return', 'return', 'confiscate'], { confiscationOn: '2026-04-30' })
  expect(await refused(unnamed)).toMatchObject({ rule: 'R-PRESERVE' })
  await disposed(play, ['confiscate', 'confiscate', 'confiscate'], await decision('2026-04-30'))
  expect((await play.goods()).map(({ way, movedTo }) => `${way} ${movedTo}`)).toEqual(
    Array(3).fill('confiscate 粮道街罚〔2026〕7号'),
  )
  await served(play)
  expect(await play.ends()).toEqual(['end-disposed'])
})

test('都不用退还的，不必交接', async () => {
  const play = await approved()
  await disposed(play, ['seize', 'appraise', 'transfer'])
  await served(play)
  expect((await play.goods()).map(({ movedTo }) => movedTo)).toEqual([
    ...[expect.stringMatching('/KY$'), '市产品质量监督检验所', 'WC-CG'],
  ])
  expect(await play.ends()).toEqual(['end-disposed'])
})

test('每一件都要有处理，漏一件提交不了；只退出一件也不行', async () => {
  const play = await approved()
  const [first, ...others] = ITEMS
  const partly = [{ ...first!, way: 'return' }, ...others]
  const basis = { disposalBasis: '部分退还。' }
  const wrong = await refused(play.complete('dispose-items', { as: OFFICER, preservedItems: partly, ...basis }))
  expect(wrong.errors?.map(({ path }) => path)).toEqual(['/preservedItems/1/way', '/preservedItems/2/way'])
})

test('没有同意的不予保存', async () => {
  const play = await asked()
  expect(await play.tasksOf(DEPUTY)).toEqual(['approve-preservation'])
  await play.complete('approve-preservation', {
    as: DEPUTY,
    action: 'reject',
    preserveApprovalReason: '已有照片，不必保存。',
  })
  expect(await play.ends()).toEqual(['end-disapproved'])
})

test('一个人不能登记保存：没有副署就没有完成', async () => {
  const play = await asked({ requestMode: 'oral', callRecord: '温副主任电话同意。' })
  const list = await play.file('清单.pdf', { as: OFFICER })
  const record = { executedAt: AT, videoNo: 'V-0430-01', listDelivered: true, preservationList: list }
  await play.complete('execute-preservation', { as: OFFICER, ...record })
  expect(await play.openTasks()).toEqual(['execute-preservation'])
  expect(await play.tasksOf(COLLEAGUE)).toContain('execute-preservation')
})

test('口头批准的，批准人当日补记，再逐件处理', async () => {
  const play = await oral()
  expect(await play.tasksOf(DEPUTY)).toEqual(['ratify-oral'])
  await play.complete('ratify-oral', { as: DEPUTY, action: 'ratify', ratifyReason: '9 时 20 分电话同意过。' })
  expect(await play.openTasks()).toEqual(['dispose-items'])
})

test('批准人说没有批准过的，失效返还', async () => {
  const play = await oral()
  await play.complete('ratify-oral', { as: DEPUTY, action: 'refuse', ratifyReason: '当时没有同意。' })
  await handedOver(play, 'return-lapsed')
  expect(await play.ends()).toEqual(['end-lapsed'])
})

test('同一天开始的两件：口头批准当日 24:00 没有补记的按未批准解除；7WD=05-13（含 05-09 周六上班）', async () => {
  const [late, play] = [await oral(), await approved()]
  expect(await play.limitOf('dispose-items')).toMatchObject({ lastDay: '2026-05-13', consequence: 'release' })
  await late.until('2026-04-30 23:59')
  expect(await late.openTasks()).toEqual(['ratify-oral'])
  await late.until('2026-05-01 00:00')
  // A timer of the diagram rings a turn after the clock was set, its jobs a turn later.
  await late.until('2026-05-01 00:01')
  await late.until('2026-05-01 00:02')
  expect(await late.openTasks()).toEqual(['return-lapsed'])
  await play.until('2026-05-13 23:59')
  expect(await play.openTasks()).toEqual(['dispose-items'])
  await play.until('2026-05-14 00:00')
  expect(await play.openTasks()).toEqual(['return-lapsed'])
  await handedOver(play, 'return-lapsed', '2026-05-14T00:00+08:00')
  expect(await play.ends()).toEqual(['end-lapsed'])
  for (const good of await play.goods()) expect(good).toMatchObject({ way: null, lapsedAt: '2026-05-13T16:00:00.000Z' })
})

test('处理、送达、交还到期的上报', async () => {
  const at = '2026-05-14T00:00+08:00'
  const begunToday = async () => {
    const play = await asked()
    await play.complete('approve-preservation', {
      as: DEPUTY,
      action: 'approve',
      preserveApprovalReason: '随时可能转移。',
    })
    return held(play, at)
  }
  const toGiveBack = await begunToday()
  await disposed(toGiveBack, ['return', 'return', 'return'])
  await served(toGiveBack, at)
  await disposed(await begunToday(), ['return', 'return', 'return'])
  const lapsed = await begunToday()
  await lapsed.until('2026-06-10 09:00')
  expect(await lapsed.openTasks()).toEqual(['return-lapsed'])
  await lapsed.until('2026-07-10 09:00')
  expect(await wentUp('evidence-preservation')).toEqual([
    'copy-lapse preservation-lapsed > justice-office-supervisor@LDJ-JS',
    'dispose-items evidence.preserve > center-director@LDJ',
    'hand-over evidence.return > center-director@LDJ',
    'return-lapsed evidence.return > center-director@LDJ',
    'serve-d11 service.decision > center-director@LDJ',
  ])
  expect(await unheard('evidence-preservation')).toEqual([])
  expect(await limitsNotRunOut('evidence-preservation')).toEqual([])
})

test('图上的每一条线都走过', async () => expect(await flowsNotWalked('evidence-preservation')).toEqual([]))
