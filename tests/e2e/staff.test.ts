import { expect, test } from 'vitest'
import { useOffice } from './office-in-browser.ts'

const office = useOffice()

test('an administrator registers a colleague, who chooses a password by the link and finds an empty inbox', async () => {
  const { page } = await office.seat('fang-yuangui')
  await page.goto('/people')
  await page.getByRole('button', { name: '登记人员' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('姓名').fill('江远')
  await dialog.getByRole('button', { name: '保存' }).click()
  await dialog.getByText('不能空着。').waitFor()
  await dialog.getByLabel('编号').fill('jiang-yuan')
  await dialog.getByLabel('角色').selectOption({ label: '听证记录员' })
  await dialog.getByLabel('机构').selectOption({ label: '粮道街道公共管理办公室' })
  await dialog.getByLabel('起始日').fill('2026-11-24')
  await dialog.getByRole('button', { name: '保存' }).click()
  const link = await page.locator('xf-link-dialog textarea').inputValue()
  await page.locator('xf-link-dialog').getByRole('button', { name: '关闭' }).click()
  await page.locator('tr[data-person=jiang-yuan]').getByText('听证记录员').waitFor()

  const newcomer = await office.seat()
  await newcomer.page.goto(link)
  const choose = async (password: string) => {
    await newcomer.page.getByLabel('新密码', { exact: true }).fill(password)
    await newcomer.page.getByLabel('再写一次新密码').fill(password)
    await newcomer.page.getByRole('button', { name: '设定并登录' }).click()
  }
  await choose('123456789012')
  await newcomer.page.getByText('这个密码太常见').waitFor()
  await choose('harbour seven lantern')
  await newcomer.page.waitForURL('**/inbox')
  await newcomer.page.locator('main [data-face=empty]').getByText('没有等您办的任务').waitFor()
  await newcomer.page.locator('main [data-face=empty]').getByRole('link').first().waitFor()

  await page.goto('/people/jiang-yuan')
  for (const done of ['登记人员', '开通账号', '设定密码']) await page.locator('ol.line').getByText(done).waitFor()
  await page.getByRole('button', { name: '即时终止' }).click()
  await page.getByRole('dialog').getByLabel('理由').fill('借调期满')
  await page.getByRole('dialog').getByRole('button', { name: '即时终止' }).click()
  await page.getByText('已卸任').waitFor()
  await page.getByText('理由：借调期满').waitFor()
  expect((await newcomer.ask('GET', '/user-tasks')).status).toBe(403)
})

test('a file with errors shows them by row and column, and comes in when they are mended', async () => {
  const { page } = await office.seat('fang-yuangui')
  const head = '人员编号,姓名,角色,机构,起始日,截止日,任职方式'
  const file = (...rows: string[]) => ({
    name: '人员.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`\ufeff${[head, ...rows].join('\r\n')}`),
  })
  const good = 'bai-lu,白鹭,街道执法人员,LDJ-CEC,2026-12-01,,'
  await page.goto('/people')
  await page.getByRole('button', { name: '导入' }).click()
  const dialog = page.locator('xf-import-dialog')
  await dialog.locator('input[type=file]').setInputFiles(file(good, 'hei-lu,黑鹭,市长,LDJ-CEC,2026-02-30,,'))
  await dialog.getByText('2 处要改，没有导入').waitFor()
  const rows = await dialog.locator('tbody tr').allTextContents()
  expect(rows.map(row => row.replaceAll(/\s+/g, ' ').trim())).toEqual([
    '3角色没有“市长”这个角色',
    '3起始日“2026-02-30”不是日期，应写成 2026-03-01',
  ])
  expect(await dialog.getByRole('button', { name: '导入' }).isDisabled()).toBe(true)
  await dialog.locator('input[type=file]').setInputFiles(file(good))
  await dialog.getByText('1 行都没有问题').waitFor()
  await dialog.getByRole('button', { name: '导入', exact: true }).click()
  await page.locator('xf-toasts').getByText('已导入：新增 1').waitFor()
  await page.locator('tr[data-person=bai-lu]').waitFor()
  expect(await page.locator('tr[data-person=hei-lu]').count()).toBe(0)
})

test('the bell rings while one works: a case is begun that names one as its handler', async () => {
  const { page } = await office.seat('he-lichuan')
  await page.goto('/notifications')
  const bell = page.locator('xf-bell a')
  const readAll = page.getByRole('button', { name: '全部标为已读' })
  await page.locator('main [data-face]').first().waitFor()
  if (await readAll.isVisible()) await readAll.click()
  await page.locator('xf-bell').getByRole('link', { name: '通知', exact: true }).waitFor()

  const colleague = await office.seat('lin-shen')
  const caseNo = 'LDJ-PT-2026-00931'
  const variables = { caseNo, caseTitle: '夜间施工噪声案', partyName: '示例单位', reviewType: 'penalty' }
  const begun = await colleague.ask('POST', '/process-instances', {
    processDefinitionId: 'legal-review',
    variables: { ...variables, stage: 'beforeDecision', handlerIds: ['lin-shen', 'he-lichuan'] },
  })
  expect(begun.status).toBe(200)
  await bell.getByText('1', { exact: true }).waitFor()
  await page
    .locator('li.new')
    .getByRole('link', { name: `（${caseNo}）` })
    .click()
  await page.waitForURL('**/tasks/*')
  await page.locator('xf-bell').getByRole('link', { name: '通知', exact: true }).waitFor()
})

test('an administrator changes in which words people are told, and sees how they read', async () => {
  const { page } = await office.seat('fang-yuangui')
  await page.goto('/outbox?view=words')
  const row = page.locator('tr[data-wording="limit-urgent.zh"]')
  await row.getByRole('button', { name: '修改' }).click()
  const dialog = page.locator('xf-wording-dialog')
  await dialog.getByLabel('标题').fill('还有一个工作日：{tsak}')
  await dialog.getByText('“tsak”不是可以填写的内容').waitFor()
  expect(await dialog.getByRole('button', { name: '保存' }).isDisabled()).toBe(true)
  await dialog.getByLabel('标题').fill('还有一个工作日：{task}')
  await dialog.getByText('还有一个工作日：一级审核').waitFor()
  await dialog.getByRole('button', { name: '保存' }).click()
  await row.getByText('还有一个工作日：〔任务名称〕').waitFor()
  await row.getByText('本单位').waitFor()
})
