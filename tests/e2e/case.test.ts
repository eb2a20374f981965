import { expect, test } from 'vitest'
import { limitDiagram } from '../support/limit-diagrams.ts'
import { deploy } from './house-answers.ts'
import { useOffice } from './office-in-browser.ts'
import { expectAccessible, expectChinese, expectNarrow, expectSound } from './page-checks.ts'
import { openTask, write } from './work-sheet.ts'

const office = useOffice()

test('an officer registers a case, is told what is wrong with it, changes its facts, and finds it again', async () => {
  const { page } = await office.seat('he-lichuan')
  await page.goto('/cases/new')
  await write(page, '案由', '占用盲道摆放货架案')
  await page.getByLabel('执法事项').selectOption({ label: '占道经营（CG-001）' })
  await page.getByLabel('案件来源').selectOption({ index: 1 })
  await page.getByLabel('发现日期').fill('2026-11-24')
  await page.getByLabel('行为开始日').fill('2026-11-24')
  await write(page, '案发地点', '得胜桥24号门前')
  await write(page, '简要案情', '货架占用盲道，长约三米。')
  await write(page, '立案依据', '城市市容和环境卫生管理条例 第14条')
  await page.getByLabel('当事人类型').selectOption({ label: '公民' })
  await write(page, '姓名或者名称', '阮知秋')
  await page.getByLabel('证件类型').selectOption({ label: '居民身份证' })
  await write(page, '身份证号', '420106198001010011')
  await write(page, '住所', '得胜桥24号')
  await page.getByRole('checkbox', { name: '何立川' }).check()
  await page.getByRole('button', { name: '立案', exact: true }).click()
  await page.locator('xf-form .summary').getByText('处要改').waitFor()
  await expectSound(page, 'a case with a wrong number')
  await write(page, '身份证号', '420106198001010015')
  await page.getByRole('button', { name: '立案', exact: true }).click()
  const refusal = page.locator('.note[data-rule="R-TWO"]')
  await refusal.getByText('行政处罚法 第42条').waitFor()
  await page.getByRole('checkbox', { name: '林慎' }).check()
  await page.getByRole('button', { name: '立案', exact: true }).click()
  await page.waitForURL('**/cases/LDJ-PT-2026-*')
  await page.getByRole('heading', { name: '占用盲道摆放货架案' }).waitFor()

  await page.getByRole('button', { name: '变更', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('变更什么').selectOption({ label: '变更事实' })
  await dialog.getByLabel('案件事实').fill('货架占用盲道，复测长四米。')
  await dialog.getByLabel('理由').fill('复测更正')
  await expectChinese(page, 'change of a case')
  await expectSound(page, 'change of a case')
  await dialog.getByRole('button', { name: '记入案件' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('复测长四米').first().waitFor()
  await page.getByRole('tab', { name: '变更' }).click()
  await page.getByText('复测更正').waitFor()

  await page.goto('/search?q=盲道摆放')
  await page.locator('tr[data-case]', { hasText: '占用盲道摆放货架案' }).getByRole('link').click()
  await page.getByRole('heading', { name: '占用盲道摆放货架案' }).waitFor()
})

test('a procedure shows its own limit; a period of appraisal is left out of that of its task', async () => {
  const keep = { id: 'keep', headers: { limit: 'seizure.base' }, groups: '=["street-officer@LDJ-CEC"]' }
  const admin = await office.seat('fang-yuangui')
  await deploy(admin, { 'seizure.bpmn': limitDiagram('seizure', [keep], { limit: 'case.handle' }) })
  const { page, ask } = await office.seat('lin-shen')
  const variables = { caseNo: 'LDJ-PT-2026-00951', caseTitle: '扣押过期食品案' }
  const begun = await ask<{ processInstanceKey: string }>('POST', '/process-instances', {
    ...{ processDefinitionId: 'seizure', variables },
  })
  await page.goto(`/instances/${begun.body.processInstanceKey}`)
  const whole = page.locator('xf-menu#procedure-limit')
  await whole.getByRole('button').first().click()
  await whole.getByText('办案期限').first().waitFor()
  await whole.getByText('行政处罚法 第60条').first().waitFor()
  await expectAccessible(page, 'the limit of a procedure')
  await page.keyboard.press('Escape')

  await openTask(page, { caseNo: variables.caseNo, step: 'keep' })
  const menu = page.locator('xf-menu#limit')
  await menu.getByRole('button').first().click()
  await menu.getByText('12-24').first().waitFor()
  await menu.getByRole('button', { name: '登记不计入的期间' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('止（结果之日）').fill('2026-11-30')
  await dialog.getByRole('button', { name: '登记', exact: true }).click()
  await dialog.getByText('请写明').waitFor()
  await expectNarrow(page, 'exclusion')
  await expectAccessible(page, 'exclusion')
  await dialog.getByLabel('委托机构和告知情况').fill('委托市质检院检测，已书面告知')
  await dialog.getByRole('button', { name: '登记', exact: true }).click()
  await page.locator('xf-toasts').getByText('期限重新计算').waitFor()
  await menu.getByRole('button').first().click()
  await menu.getByText('委托市质检院检测').first().waitFor()
  expect(await menu.getByText('12-30').count()).toBeGreaterThan(0)
})
