import { afterAll, beforeAll, expect, test } from 'vitest'
import { departments, outside } from '../../tests/support/departments.ts'
import { type Office, openOffice } from '../../tests/support/office.ts'
import { signIn, type Visitor } from '../../tests/support/visitor.ts'
import { DEMO_PASSWORD } from '../identity/passwords.ts'
import { whistleRecord } from '../registers/whistles/whistles.ts'

let office: Office
const seats = new Map<string, Visitor>()
beforeAll(async () => {
  office = await openOffice()
  await office.app.enter([...departments], DEMO_PASSWORD)
  const whistle = { title: '餐饮油烟扰民', orgCode: 'LDJ', neededDepts: [{ org: 'WC-CG' }], docNo: '粮吹〔2026〕7号' }
  await office.app.enter([whistleRecord('whistles', 'CS-LDJ-2026-0007', whistle)], DEMO_PASSWORD)
  const transfer = { processInstanceKey: '1', transferId: 'YS-LDJ-2026-0003', roundTrip: 0, caseTitle: '油烟扰民案' }
  const sent = { ...transfer, fromOrg: 'LDJ', toOrg: 'WC-CG' }
  await office.app.enter([{ register: 'transfers', op: 'put', id: '1/0', value: sent }], DEMO_PASSWORD)
  for (const who of ['lin-shen', outside.deptDesk, outside.waterDesk, 'gu-xingzhi', 'fang-yuangui', 'jian-shuyan'])
    seats.set(who, await signIn(office, who))
})
afterAll(() => office.close())

/** The questions of the search page beside tasks, cases, procedures and parties. */
const REGISTERS = ['whistles', 'transfers', 'personnel'] as const

/** How many lines somebody is answered, or how he is refused. */
async function answersTo(who: string, q: string): Promise<(number | string)[]> {
  const ask = async (register: string) => {
    const answer = await seats.get(who)!.request('GET', `/${register}?q=${encodeURIComponent(q)}`)
    return answer.status === 200 ? ((await answer.json()) as { items: unknown[] }).items.length : String(answer.status)
  }
  return await Promise.all(REGISTERS.map(ask))
}

test.each<[what: string, q: string, who: string, found: readonly (number | string)[]]>([
  ['words of a title', '油烟', 'lin-shen', [1, 1, '403']],
  ['words of a title, by the body that was called', '油烟', outside.deptDesk, [1, 1, '403']],
  ['words of a title, by a body that has nothing to do with it', '油烟', outside.waterDesk, [0, 0, '403']],
  ['words of a title, by an auditor', '油烟', 'gu-xingzhi', [1, 1, 0]],
  ['words of a title, by who neither works nor audits', '油烟', 'fang-yuangui', ['403', '403', 0]],
  ['the number of a whistle', 'CS-LDJ-2026-0007', 'lin-shen', [1, 0, '403']],
  ['the number of a whistle in small letters', 'cs-ldj-2026-0007', 'gu-xingzhi', [1, 0, 0]],
  ['the number of a transfer', 'YS-LDJ-2026-0003', outside.deptDesk, [0, 1, '403']],
  ['the name of a body', '城市管理执法局', 'gu-xingzhi', [0, 1, 0]],
  ['a name', '林慎', 'fang-yuangui', ['403', '403', 1]],
  ['a name, by the keeper of certificates', '林慎', 'jian-shuyan', [0, 0, 1]],
  ['the id of a person', 'lin-shen', 'gu-xingzhi', [0, 0, 1]],
  ['what nobody wrote', '没有的字', 'gu-xingzhi', [0, 0, 0]],
])('%s: %s, %s', async (_, q, who, found) => {
  expect(await answersTo(who, q)).toEqual(found)
})

test('laws are found by what stands in them, in both languages, by everybody', async () => {
  const hits = async (q: string, language: string) => {
    const path = `/statutes?q=${encodeURIComponent(q)}`
    const headers = { 'accept-language': language }
    return await seats
      .get('lin-shen')!
      .json<{ hits: { name: string; excerpt: string }[] }>('GET', path, undefined, headers)
  }
  const chinese = await hits('法制审核', 'zh')
  expect(chinese.hits.map(({ name }) => name)).toContain('行政处罚法')
  const english = await hits('legal review', 'en')
  expect(english.hits.map(({ name }) => name)).toContain('行政处罚法')
  for (const { excerpt } of english.hits) expect(excerpt).toMatch(/legal review/i)
  expect((await hits('没有的字', 'zh')).hits).toEqual([])
})
