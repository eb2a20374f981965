import { beforeEach, describe, expect, test } from 'vitest'
import { openInbox, openUserTasks } from './index.ts'
import { type HandMadeOffice, openHandMadeOffice, owner, person } from './office.fixture.ts'
import { segment, userTask } from './records.fixture.ts'

let office: HandMadeOffice
beforeEach(() => {
  office = openHandMadeOffice()
})

describe('the inbox', () => {
  const group = 'center-legal-reviewer@LDJ-CEC'
  const keys = (page: { items: { userTaskKey: string }[] }) => page.items.map(({ userTaskKey }) => userTaskKey)
  const claimable = (more = {}) =>
    openInbox(office.db.reader).page(owner('wang', group, 'other@X'), { view: 'claimable', ...more })

  test('shows what a group may claim, soonest due first, without due date last, each task once', () => {
    office.start(1, { candidateGroupsList: [group] })
    office.start(2, { candidateGroupsList: [group, 'other@X'], dueDate: '2026-11-30T18:00:00+08:00[Asia/Shanghai]' })
    office.start(3, { candidateUsersList: ['wang'], dueDate: '2026-11-25T18:00:00+08:00' })
    office.start(4, { candidateGroupsList: ['nobody@Y'] })
    expect(keys(claimable())).toEqual(['301', '201', '101'])
    expect(claimable()).toMatchObject({ totalItems: 3, hasMoreTotalItems: false })
    expect(claimable().items[0]).toMatchObject({
      dueAt: Date.UTC(2026, 10, 25, 10),
      kind: 'legal-review-first',
      processName: '法制审核',
    })
  })

  test('a claimed task leaves the candidates and stands with its assignee until it is given back', () => {
    office.start(1, { candidateGroupsList: [group] })
    const assigned = () => keys(openInbox(office.db.reader).page(owner('wang', group), { view: 'assigned' }))
    office.write([
      segment('100', [
        userTask('CLAIMING', '101', { assignee: 'wang' }),
        userTask('ASSIGNED', '101', { assignee: 'wang' }),
      ]),
    ])
    expect([keys(claimable()), assigned()]).toEqual([[], ['101']])
    office.write([segment('100', [userTask('ASSIGNED', '101', {})])])
    expect([keys(claimable()), assigned()]).toEqual([['101'], []])
  })

  test('a task that is assigned while it is created was never claimable', () => {
    office.start(1, { candidateGroupsList: [group], assignee: 'zhao' })
    expect(keys(claimable())).toEqual([])
    expect(openUserTasks(office.db.reader).find('101')).toMatchObject({ assignee: 'zhao', state: 'CREATED' })
  })

  test('changed candidates and due dates move it', () => {
    office.start(1, { candidateGroupsList: ['nobody@Y'] })
    office.start(2, { candidateGroupsList: [group], dueDate: '2026-11-26T00:00:00Z' })
    const changes = {
      candidateGroupsList: [group],
      dueDate: '2026-11-25T00:00:00Z',
      changedAttributes: ['candidateGroupsList', 'dueDate'],
    }
    office.write([segment('100', [userTask('UPDATED', '101', changes)])])
    expect(keys(claimable())).toEqual(['101', '201'])
    expect(openUserTasks(office.db.reader).find('101')).toMatchObject({ candidateGroups: [group], priority: 50 })
  })

  test('a completed task is done by who completed it; a canceled one by nobody', () => {
    for (const id of [1, 2, 3]) office.start(id, { candidateGroupsList: [group] })
    office.complete(1, person('wang'))
    office.complete(2, person('wang'))
    office.write([segment('300', [userTask('CANCELED', '301')])], { kind: 'clock', id: 'clock' })
    const inbox = openInbox(office.db.reader)
    expect(keys(inbox.page(owner('wang'), { view: 'done' }))).toEqual(['201', '101'])
    expect(inbox.page(owner('wang'), { view: 'done' }).items[1]).toMatchObject({
      action: 'agree',
      completedBy: 'wang',
    })
    expect(inbox.counts(owner('wang', group))).toMatchObject({ assigned: 0, claimable: 0, started: 0, done: 2 })
  })

  test('shows who started a case what waits in it', () => {
    office.start(1, { candidateGroupsList: [group] })
    expect(keys(openInbox(office.db.reader).page(owner('lin-shen'), { view: 'started' }))).toEqual(['101'])
  })

  test.each([
    ['due', ['101', '201', '301', '401', '501']],
    ['created', ['501', '401', '301', '201', '101']],
  ])('pages in order of %s without losing or repeating any', (sort, expected) => {
    for (const id of [1, 2, 3, 4, 5])
      office.start(id, { candidateGroupsList: [group, 'other@X'], dueDate: '2026-11-25T00:00:00Z' })
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = claimable({ sort, limit: 2, ...(after && { after }) })
      seen.push(...keys(page))
      after = page.endCursor
    } while (after)
    expect(seen).toEqual(expected)
  })

  test.each([
    ['the number of the case', { q: 'pt-2026' }, ['101']],
    ['its title', { q: '占道' }, ['101', '201']],
    ['its party', { q: '小炒' }, ['201']],
    [
      'the name of a task',
      { q: '初审', elements: [{ processDefinitionKey: '2251799813685250', elementId: 'first-review' }] },
      ['101', '201', '301'],
    ],
    ['a process', { processDefinitionId: 'legal-review' }, ['101', '201', '301']],
    ['another process', { processDefinitionId: 'other' }, []],
  ])('is narrowed by %s', (_, filter, expected) => {
    const value = { candidateGroupsList: [group] }
    office.start(1, value, { caseNo: 'LDJ-PT-2026-00001', caseTitle: '占道经营', partyName: '某商行' })
    office.start(2, value, { caseNo: 'LDJ-PT-2025-00002', caseTitle: '占道堆物', partyName: '某小炒店' })
    office.start(3, value, { caseNo: 'LDJ-PT-2025-00003', caseTitle: '油烟', partyName: '某酒楼' })
    expect(keys(claimable(filter))).toEqual(expected)
  })

  test('a cursor that was never handed out is refused', () => {
    expect(() => claimable({ after: 'bogus' })).toThrow(expect.objectContaining({ type: 'INVALID_ARGUMENT' }))
  })

  test.each([undefined, 'MTAwMDAwMCwxMDE'])(
    'the first page and later ones (%s) read ranges of the queue and sort no queue',
    after => {
      office.start(1, { candidateGroupsList: [group] })
      const plans: string[] = []
      const spied = new Proxy(office.db.reader, {
        get: (target, name) =>
          name === 'prepare'
            ? (sql: string) => {
                if (sql.startsWith('with head')) plans.push(sql)
                return target.prepare(sql)
              }
            : Reflect.get(target, name),
      })
      openInbox(spied).page(owner('wang', group, 'other@X'), { view: 'claimable', ...(after && { after }) })
      const values = { queue0: 'a', queue1: 'b', queue2: 'c', personId: 'wang', ...(after && { afterA: 1, afterB: 1 }) }
      const plan = office.db.reader.prepare(`explain query plan ${plans[0]}`).all(values) as { detail: string }[]
      const ranges = plan.map(({ detail }) => detail).filter(detail => /\btask\b.*PRIMARY KEY \(queue=\?/.test(detail))
      expect(ranges).toHaveLength(3)
      if (after) expect(ranges.every(detail => detail.includes('(due_at,user_task_key)>'))).toBe(true)
      expect(plan.filter(({ detail }) => /^SCAN task/.test(detail))).toEqual([])
    },
  )
})
