import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CASE, Correspondence, choose } from './correspondence.fixture.ts'

let post: Correspondence
beforeEach(async () => {
  post = await Correspondence.open()
})
afterEach(() => post.close())

describe('by mail', () => {
  test('leaves only for whoever gave an address, in the office’s own words, without the party’s name', async () => {
    const admin = await post.as('fang-yuangui')
    const wording = { language: 'zh', subject: '催{task}', body: '{caseNo}，{due}前。' }
    expect((await admin.request('PUT', '/notification-templates/task-for-you', wording)).status).toBe(204)
    await choose(await post.as('he-lichuan'), 'he@office.example', { 'task-for-you': { inApp: true, mail: 'now' } })
    await post.submittedReview(await post.as('lin-shen'))
    await post.settled()
    expect(post.mail.mails.map(({ to }) => to)).toEqual(['he@office.example'])
    expect(post.mail.mails[0]).toMatchObject({ subject: expect.stringMatching(/^催/) })
    expect(post.mail.mails[0]?.body).toContain(CASE)
    expect(JSON.stringify(post.mail.mails)).not.toContain('沿阶小馆')
  })

  test('what is collected goes out as one mail on the next working day', async () => {
    // The next day in this story is a Wednesday.
    await choose(await post.as('he-lichuan'), 'he@office.example', {})
    const handler = await post.as('lin-shen')
    await post.submittedReview(handler)
    await post.submittedReview(handler)
    await post.settled()
    expect(post.mail.mails).toEqual([])
    await post.office.until(Date.parse('2026-11-25T00:29:00Z'))
    await post.settled()
    expect(post.mail.mails).toEqual([])
    await post.office.until(Date.parse('2026-11-25T00:30:00Z'))
    await post.settled()
    expect(post.mail.mails).toHaveLength(1)
    expect(post.mail.mails[0]?.body).toContain('2. ')
  })

  test('whoever chose English gets English, also of what is collected; a colleague gets Chinese', async () => {
    const handler = await post.as('lin-shen')
    const settings = { mail: 'he@office.example', language: 'en', choices: {} }
    await (await post.as('he-lichuan')).request('PUT', '/notification-settings', settings)
    await post.submittedReview(handler)
    await post.submittedReview(handler)
    await post.office.until(Date.parse('2026-11-25T00:30:00Z'))
    await post.settled()
    expect(post.mail.mails).toHaveLength(1)
    expect(post.mail.mails[0]?.subject).toBe('Xunfa: 2 things to know')
    expect(post.mail.mails[0]?.body).toContain('Case: ')
    expect(await (await post.as('he-lichuan')).json('GET', '/notification-settings')).toMatchObject({ language: 'en' })
  })

  test('who wants it at once gets it at once while a colleague waits for the morning: each as he chose', async () => {
    for (const [who, choice] of [
      ['zhou-yanqing', 'now'],
      ['qin-guanlan', 'digest'],
      ['tan-jianming', 'off'],
    ] as const)
      await choose(await post.as(who), `${who}@office.example`, { 'task-offered': { inApp: true, mail: choice } })
    await post.submittedReview(await post.as('lin-shen'))
    await post.settled()
    expect(post.mail.mails.map(({ to }) => to)).toEqual(['zhou-yanqing@office.example'])
    await post.office.until(Date.parse('2026-11-25T00:30:00Z'))
    await post.settled()
    const offered = post.mail.mails.filter(({ subject }) => !subject.includes('到期') && !subject.includes('逾期'))
    expect(new Set(offered.map(({ to }) => to))).toEqual(
      new Set(['zhou-yanqing@office.example', 'qin-guanlan@office.example']),
    )
  })

  test('an administrator enters an address for somebody, whose choices stay; nobody else reads it', async () => {
    const he = await post.as('he-lichuan')
    await choose(he, 'old@office.example', { 'task-for-you': { inApp: true, mail: 'now' } })
    const admin = await post.as('fang-yuangui')
    const entered = { mail: 'new@office.example', reason: '换了邮箱' }
    expect((await admin.request('PUT', '/personnel/he-lichuan/mail', entered)).status).toBe(204)
    await post.submittedReview(await post.as('lin-shen'))
    await post.settled()
    expect(post.mail.mails.map(({ to }) => to)).toEqual(['new@office.example'])
    expect(await admin.json('GET', '/personnel/he-lichuan')).toMatchObject({ mail: 'new@office.example' })
    expect(await (await post.as('gu-xingzhi')).json('GET', '/personnel/he-lichuan')).not.toHaveProperty('mail')
    const { items } = await admin.json<{ items: object[] }>('GET', '/personnel/he-lichuan/history')
    expect(items[0]).toMatchObject({ sentence: '更改通知邮箱', reason: '换了邮箱', fields: [] })
    const bodies = post.journal()
    expect(bodies.some(body => body.includes('new@office.example'))).toBe(false)
  })

  test('an address that was taken back is written to no more', async () => {
    const he = await post.as('he-lichuan')
    await choose(he, 'he@office.example', {})
    await post.submittedReview(await post.as('lin-shen'))
    await post.settled()
    await he.request('PUT', '/notification-settings', { mail: null, choices: {} })
    await post.office.until(Date.parse('2026-11-25T00:30:00Z'))
    await post.settled()
    expect(post.mail.mails).toEqual([])
  })

  test('the address is personal: the entry holds a commitment, and the settings give it back to its owner', async () => {
    const he = await post.as('he-lichuan')
    await choose(he, 'he@office.example', {})
    const bodies = post.journal()
    expect(bodies.some(body => body.includes('he@office.example'))).toBe(false)
    expect(await he.json('GET', '/notification-settings')).toMatchObject({ mail: 'he@office.example' })
  })
})
