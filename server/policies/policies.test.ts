import { describe, expect, test } from 'vitest'
import {
  type Objection,
  objectionTo,
  objectionToStart,
  type Participation,
  type PolicyPerson,
  type PolicyTask,
  policyWords,
  type TaskVerb,
} from './index.ts'
import { CEC, person as personOf, request, task as taskOf } from './request.fixture.ts'

const person = (id: string, ...roles: string[]) => personOf(id, roles)
const task = (changes: Partial<PolicyTask> = {}) =>
  taskOf({ kind: 'legal-review-first', candidateGroups: [`center-legal-reviewer@${CEC}`], ...changes })

const did = (personId: string, kind: string): Participation => ({ personId, kind })
const ruleOf = (objection: Objection | undefined) => objection && `${objection.rule} ${objection.id}`
const ask = (who: PolicyPerson, what: PolicyTask, history: Participation[] = [], verb: TaskVerb = 'complete') =>
  objectionTo(request({ verb, person: who, task: what, history, case: { known: { orgCode: 'LDJ' } } }))

const both = person('zhou', 'street-officer', 'center-legal-reviewer')
const reviewer = person('qin', 'center-legal-reviewer')

describe('R-SOD: four capacities of a case, four persons', () => {
  const kinds = ['case-handling', 'legal-review-first', 'legal-review-second', 'legal-review-re']
  const pairs = kinds.flatMap(earlier => kinds.map(wanted => [earlier, wanted] as const))
  test.each(pairs)('who did %s and wants to do %s', (earlier, wanted) => {
    const objection = ask(reviewer, task({ kind: wanted }), [did('qin', earlier)])
    if (earlier === wanted) expect(objection).toBeUndefined()
    else expect(objection).toMatchObject({ rule: 'R-SOD', basis: expect.arrayContaining(['行政处罚法 第58条']) })
  })

  test.each(['leader-decision', 'internal', undefined])('%s is outside the four', kind => {
    const { kind: _, ...bare } = task()
    expect(ask(reviewer, kind ? { ...bare, kind } : bare, [did('qin', 'case-handling')])).toBeUndefined()
    expect(kind && ask(reviewer, task(), [did('qin', kind)])).toBeFalsy()
  })

  test('what others did bars nobody', () => {
    expect(ask(both, task(), [did('lin', 'case-handling'), did('mei', 'legal-review-second')])).toBeUndefined()
  })

  test.each<TaskVerb>(['claim', 'assign', 'draft', 'complete'])('it holds for %s as well', verb => {
    expect(ruleOf(ask(both, task(), [did('zhou', 'case-handling')], verb))).toBe(
      'R-SOD policy.separation-of-duty.handler',
    )
  })

  test('who holds a task he may not do can still release it', () => {
    expect(ask(both, task({ assignee: 'zhou' }), [did('zhou', 'case-handling')], 'release')).toBeUndefined()
  })
})

describe('R-SOD: a process administrator works no case', () => {
  test.each([
    ['with that appointment alone', person('admin', 'process-admin')],
    ['with another beside it', person('admin', 'process-admin', 'center-legal-reviewer')],
  ])('%s', (_, admin) => {
    expect(ruleOf(ask(admin, task({ candidateUsers: ['admin'] })))).toBe('R-SOD policy.process-administrator')
    expect(ruleOf(objectionToStart(admin, ['process-admin']))).toBe('R-SOD policy.process-administrator')
  })
})

describe('R-AUX: auxiliary staff and enforcement acts', () => {
  const aux = person('ai', 'street-aux', 'street-officer')
  const open = { candidateGroups: [`street-aux@${CEC}`] }
  test.each([
    ['internal', true, 'R-AUX policy.auxiliary-staff'],
    ['case-handling', false, 'R-AUX policy.auxiliary-staff'],
    ['internal', false, undefined],
  ])('%s with enforcementAct=%s', (kind, enforcementAct, expected) => {
    expect(ruleOf(ask(aux, task({ ...open, kind, enforcementAct })))).toBe(expected)
  })
  test('an officer may', () => {
    const officer = person('lin', 'street-officer')
    expect(ask(officer, task({ enforcementAct: true, candidateUsers: ['lin'] }))).toBeUndefined()
  })
})

describe('R-ROLE: candidates, default deny', () => {
  const nobody = 'R-ROLE policy.no-candidate'
  const others = 'R-ROLE policy.assigned-to-other'
  test.each<[string, PolicyPerson, Partial<PolicyTask>, TaskVerb, string | undefined]>([
    ['a candidate by group', reviewer, {}, 'claim', undefined],
    ['a candidate by name', person('mei'), { candidateUsers: ['mei'] }, 'complete', undefined],
    [
      'the same role elsewhere',
      { ...person('x'), appointments: [{ role: 'center-legal-reviewer', org: 'ZHL-CEC' }] },
      {},
      'claim',
      nobody,
    ],
    ['another role', person('lin', 'street-officer'), {}, 'complete', nobody],
    ['nobody appointed', person('mei'), {}, 'claim', nobody],
    ['a task for nobody', reviewer, { candidateGroups: [] }, 'complete', nobody],
    ['the assignee, no candidate any more', person('mei'), { assignee: 'mei' }, 'complete', undefined],
    ['a candidate of a task that another holds', reviewer, { assignee: 'mei' }, 'complete', others],
    ['the same, to release it', reviewer, { assignee: 'mei' }, 'release', others],
    ['the same, to be given it', reviewer, { assignee: 'mei' }, 'assign', undefined],
    ['no candidate, to be given it', person('lin', 'street-officer'), { assignee: 'mei' }, 'assign', nobody],
  ])('%s', (_, who, changes, verb, expected) => {
    expect(ruleOf(ask(who, task(changes), [], verb))).toBe(expected)
  })

  test.each([
    [['street-officer'], undefined],
    [['center-director'], 'R-ROLE policy.no-start-role'],
    [[], 'R-ROLE policy.no-start-role'],
  ])('a start by an officer of a procedure for %j', (roles, expected) => {
    expect(ruleOf(objectionToStart(person('lin', 'street-officer'), roles))).toBe(expected)
  })
})

test('every message has its remedy, in both languages', () => {
  const ids = Object.keys(policyWords).filter(id => id.startsWith('policy.') && !id.endsWith('.remedy'))
  for (const id of ids)
    expect(policyWords[`${id}.remedy`]).toMatchObject({ zh: expect.any(String), en: expect.any(String) })
})
