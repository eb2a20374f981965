import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type InboxFilter, type InboxOwner, openInbox } from './index.ts'
import { type HandMadeOffice, openHandMadeOffice, person } from './office.fixture.ts'
import { segment, userTask, variable } from './records.fixture.ts'

let office: HandMadeOffice
beforeEach(() => {
  office = openHandMadeOffice()
})
afterEach(() => office.db.close())

const supervisor = (...supervises: string[]): InboxOwner => ({ personId: 'wei', groups: [], supervises })
const page = (owner: InboxOwner, filter: Partial<InboxFilter> = {}) =>
  openInbox(office.db.reader).page(owner, { ...filter, view: 'supervised' })
const keys = (owner: InboxOwner, filter?: Partial<InboxFilter>) =>
  page(owner, filter).items.map(({ userTaskKey }) => userTaskKey)
const due = (day: number) => `2026-12-${String(day).padStart(2, '0')}T00:00:00Z`

describe('what is open in the business of an organisation', () => {
  test('is seen by its supervisors, whoever holds it, soonest due first', () => {
    office.start(1, { candidateGroupsList: ['street-officer@LDJ-CEC'], dueDate: due(9) }, { orgCode: 'LDJ' })
    office.start(2, { candidateUsersList: ['lin-shen'], dueDate: due(7) }, { orgCode: 'LDJ' })
    office.start(3, { assignee: 'zhou', dueDate: due(8) }, { orgCode: 'ZHL' })
    office.start(4, { candidateGroupsList: ['street-officer@YY-CEC'] }, { orgCode: 'YY' })
    expect(keys(supervisor('LDJ', 'LDJ-CEC', 'ZHL'))).toEqual(['201', '301', '101'])
    expect(keys(supervisor('YY'))).toEqual(['401'])
    expect(keys(supervisor())).toEqual([])
  })

  test('stays there when it is claimed, and goes with its end; the next task of the instance follows it', () => {
    office.start(1, { candidateGroupsList: ['a@LDJ'] }, { orgCode: 'LDJ' })
    office.write([segment('100', [userTask('ASSIGNED', '101', { assignee: 'zhou' })])])
    expect(keys(supervisor('LDJ'))).toEqual(['101'])
    const next = [
      userTask('COMPLETED', '101', { action: 'agree' }),
      userTask('CREATING', '102'),
      userTask('CREATED', '102'),
    ]
    office.write([segment('100', next)], person('zhou'))
    expect(keys(supervisor('LDJ'))).toEqual(['102'])
    office.write([segment('100', [userTask('CANCELED', '102')])])
    expect(keys(supervisor('LDJ'))).toEqual([])
  })

  test('is found by the words of its case and by its procedure', () => {
    office.start(1, {}, { orgCode: 'LDJ', caseNo: 'LDJ-1', caseTitle: '占道经营' })
    office.start(2, {}, { orgCode: 'LDJ', caseNo: 'LDJ-2', caseTitle: '油烟扰民' })
    expect(keys(supervisor('LDJ'), { q: '油烟' })).toEqual(['201'])
    expect(keys(supervisor('LDJ'), { processDefinitionId: 'legal-review' })).toEqual(['101', '201'])
    expect(keys(supervisor('LDJ'), { processDefinitionId: 'hearing' })).toEqual([])
  })

  test('is paged and counted over all organisations', () => {
    for (let id = 1; id <= 7; id++) office.start(id, { dueDate: due(10 - id) }, { orgCode: id % 2 ? 'LDJ' : 'ZHL' })
    const owner = supervisor('LDJ', 'ZHL')
    const first = page(owner, { limit: 4 })
    expect(first).toMatchObject({ totalItems: 7, hasMoreTotalItems: false })
    const second = page(owner, { limit: 4, after: first.endCursor! })
    expect([...first.items, ...second.items].map(({ userTaskKey }) => userTaskKey)).toEqual([
      '701',
      '601',
      '501',
      '401',
      '301',
      '201',
      '101',
    ])
    expect(second.endCursor).toBeUndefined()
    expect(openInbox(office.db.reader).counts(owner).supervised).toBe(7)
    expect(openInbox(office.db.reader).counts({ personId: 'wei', groups: [] }).supervised).toBe(0)
  })

  test('a task has the organisation its instance had when it was created', () => {
    office.start(1, {}, {})
    office.write([segment('100', [variable('100', 'orgCode', 'LDJ')])])
    expect(keys(supervisor('LDJ'))).toEqual([])
    office.write([segment('100', [userTask('CREATING', '102'), userTask('CREATED', '102')])])
    expect(keys(supervisor('LDJ'))).toEqual(['102'])
  })
})
