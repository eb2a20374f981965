import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CASE, Correspondence, choose, kinds } from './correspondence.fixture.ts'

let post: Correspondence
beforeEach(async () => {
  post = await Correspondence.open()
})
afterEach(() => post.close())

describe('in the program', () => {
  test('who names a colleague as handler tells the colleague, not himself', async () => {
    const handler = await post.as('lin-shen')
    await post.begunReview(handler)
    expect(await post.told(handler)).toEqual([])
    const [first] = await post.told(await post.as('he-lichuan'))
    expect(first).toMatchObject({ kind: 'task-for-you', title: '占道经营案', readAt: null })
    expect(first?.text).toContain(CASE)
  })

  test('a task of one’s office is told only to those who asked for it', async () => {
    const [zhou, qin] = [await post.as('zhou-yanqing'), await post.as('qin-guanlan')]
    await choose(zhou, 'zhou@office.example', { 'task-offered': { inApp: true, mail: 'off' } })
    await post.submittedReview(await post.as('lin-shen'))
    expect(kinds(await post.told(zhou))).toEqual(['task-offered'])
    expect(await post.told(qin)).toEqual([])
  })

  test('a limit that runs out is told to who holds the task; overdue also to those above him', async () => {
    const task = await post.submittedReview(await post.as('lin-shen'))
    const zhou = await post.as('zhou-yanqing')
    await zhou.request('POST', `/user-tasks/${task}/assignment`, {})
    await post.office.until(Date.parse('2026-11-26T02:00:00Z'))
    expect(kinds(await post.told(await post.as('zhou-yanqing')))).toContain('limit-overdue')
    const above = await post.told(await post.as('zheng-huaiyuan'))
    expect(above).toMatchObject([{ kind: 'limit-escalated', path: `/tasks/${task}` }])
    expect(above[0]?.text).toContain('逾期升级')
  })

  test('what was read is read: one, then all', async () => {
    const zhou = await post.as('zhou-yanqing')
    await choose(zhou, 'zhou@office.example', { 'task-offered': { inApp: true, mail: 'off' } })
    const handler = await post.as('lin-shen')
    await post.submittedReview(handler)
    await post.submittedReview(handler)
    const [newest] = await post.told(zhou)
    await zhou.request('POST', '/notifications/read', { ids: [newest!.notificationId] })
    expect(await zhou.json('GET', '/notifications/unread')).toEqual({ count: 1 })
    await zhou.request('POST', '/notifications/read', { upTo: newest!.notificationId })
    expect(await zhou.json('GET', '/notifications/unread')).toEqual({ count: 0 })
    expect(await post.told(zhou, '?unread=true')).toEqual([])
    expect(await post.told(zhou)).toHaveLength(2)
  })

  test('what was said of a task is settled when the task is over', async () => {
    const [zhou, qin] = [await post.as('zhou-yanqing'), await post.as('qin-guanlan')]
    for (const reviewer of [zhou, qin])
      await choose(reviewer, 'r@office.example', { 'task-offered': { inApp: true, mail: 'off' } })
    const task = await post.submittedReview(await post.as('lin-shen'))
    expect(await post.told(qin, '?unread=true')).toHaveLength(1)
    await zhou.request('POST', `/user-tasks/${task}/assignment`, {})
    const done = await zhou.request('POST', `/user-tasks/${task}/completion`, { action: 'yes', variables: {} })
    expect(done.status).toBe(204)
    const unread = await post.told(qin, '?unread=true')
    expect(unread.filter(({ path }) => path === `/tasks/${task}`)).toEqual([])
  })

  test('nobody marks or sees what another was told', async () => {
    await post.begunReview(await post.as('lin-shen'))
    const [item] = await post.told(await post.as('he-lichuan'))
    const stranger = await post.as('deng-ziyang')
    await stranger.request('POST', '/notifications/read', { ids: [item!.notificationId] })
    expect(await post.told(stranger)).toEqual([])
    expect(await post.told(await post.as('he-lichuan'), '?unread=true')).toHaveLength(1)
  })

  test('that a case is suspended and goes on is told to its other handlers', async () => {
    await post.submittedReview(await post.as('lin-shen'))
    const deputy = await post.as('mei-qinghe')
    const body = { ground: 'force-majeure', reason: '洪水' }
    expect((await deputy.request('POST', `/cases/${CASE}/suspensions`, body)).status).toBe(204)
    for (const handler of ['lin-shen', 'he-lichuan']) {
      const [newest] = await post.told(await post.as(handler))
      expect(newest).toMatchObject({ kind: 'case-suspended', path: `/cases/${CASE}` })
    }
  })

  test('a certificate that is suspended is told to its holder', async () => {
    const [certificate] = post.office.app.house.registers.certificates.certificatesOf(
      'he-lichuan',
      post.office.app.clock.now(),
    )
    const keeper = await post.as('jian-shuyan')
    const answer = await keeper.request('POST', `/certificates/${certificate!.certificateId}/states`, {
      ...{ state: 'suspended', effectiveAt: '2026-11-24T02:00:00Z', reason: '调查' },
    })
    expect(answer.status).toBeLessThan(300)
    const items = await post.told(await post.as('he-lichuan'))
    expect(kinds(items)).toContain('certificate-changed')
    expect(items.find(({ kind }) => kind === 'certificate-changed')?.text).toContain('已暂扣')
  })
})

describe('the words', () => {
  test('a place that nothing fills is named, and nothing is set', async () => {
    const admin = await post.as('fang-yuangui')
    const wording = { language: 'zh', subject: '催{tsak}', body: '{caseNo}' }
    const { errors } = await admin.problem(422, 'PUT', '/notification-templates/limit-urgent', wording)
    expect(errors).toMatchObject([{ path: '/subject', message: expect.stringContaining('tsak') }])
    const { items } = await admin.json<{ items: { isOwn: boolean }[] }>('GET', '/notification-templates')
    expect(items.some(({ isOwn }) => isOwn)).toBe(false)
  })

  test('are shown before they are set', async () => {
    const admin = await post.as('fang-yuangui')
    const wording = { language: 'zh', subject: '催{task}', body: '{due}' }
    expect(await admin.json('POST', '/notification-templates/limit-urgent/preview', wording)).toEqual({
      subject: '催一级审核',
      body: '2026年11月27日',
    })
  })
})
