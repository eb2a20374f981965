import { describe, expect, test } from 'vitest'
import { certificateMatter } from './certificate-matter.ts'
import { fileReview } from './file-review.ts'
import { TASK_KINDS } from './kinds.ts'
import { person, request, task } from './request.fixture.ts'
import { objectionToHandler, separationOfDuty } from './separation-of-duty.ts'

const who = person('qin', ['street-officer'])
const other = person('lin', ['street-officer'])
const ask = (wanted: string, earlier: string, doer = who) =>
  separationOfDuty(
    request({ person: who, task: task({ kind: wanted }), history: [{ personId: doer.id, kind: earlier }] }),
  )

/** Capacities that nobody holds both of, and the article; the order does not matter. */
const apart: [string, string, string][] = [
  ['case-handling', 'legal-review-first', '行政处罚法 第58条'],
  ['case-handling', 'legal-review-second', '行政处罚法 第58条'],
  ['case-handling', 'legal-review-re', '行政处罚法 第58条'],
  ['legal-review-first', 'legal-review-second', '行政处罚法 第58条'],
  ['legal-review-first', 'legal-review-re', '行政处罚法 第58条'],
  ['legal-review-second', 'legal-review-re', '行政处罚法 第58条'],
  ['case-handling', 'legal-review-reconcile', '行政处罚法 第58条'],
  ['legal-review-reconcile', 'legal-review-re', '行政处罚法 第58条'],
  ['case-handling', 'hearing-host', '行政处罚法 第64条'],
  ['case-handling', 'fine-entry', '行政处罚法 第67条'],
  ['on-site-act', 'legal-review-first', '行政处罚法 第58条'],
  ['inspection', 'hearing-host', '行政处罚法 第64条'],
  ['on-site-act', 'fine-entry', '行政处罚法 第67条'],
]

describe('R-SOD: who may not do both in one case', () => {
  test.each(
    apart.flatMap(([one, another, article]) => [[one, another, article] as const, [another, one, article] as const]),
  )('%s, then %s', (earlier, wanted, article) => {
    expect(ask(wanted, earlier)).toMatchObject({
      rule: 'R-SOD',
      basis: expect.arrayContaining([article]),
      params: { earlier: `kind.${earlier}`, wanted: `kind.${wanted}` },
    })
    expect(ask(wanted, earlier, other)).toBeUndefined()
  })

  test('of every other pair both may be done by one person', () => {
    const known = new Set(apart.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]))
    // Handling stands for all work in the field, so these pairs follow from those of the table.
    const field = ['case-handling', 'on-site-act', 'inspection']
    const follows = (a: string, b: string) =>
      field.includes(a) && apart.some(([one, another]) => one === 'case-handling' && another === b)
    for (const a of Object.keys(TASK_KINDS))
      for (const b of Object.keys(TASK_KINDS))
        expect([a, b, ask(a, b) !== undefined]).toEqual([
          a,
          b,
          known.has(`${a} ${b}`) || follows(a, b) || follows(b, a),
        ])
  })
})

describe('R-SOD: who may become a handler', () => {
  test.each([
    ['legal-review-first', true],
    ['legal-review-re', true],
    ['hearing-host', true],
    ['fine-entry', true],
    ['on-site-act', false],
    ['leader-decision', false],
    [undefined, false],
  ])('after %s he is excluded: %s', (kind, isExcluded) => {
    const history = [{ personId: 'qin', ...(kind && { kind }) }]
    const objection = objectionToHandler({ id: 'qin', name: '秦观澜' }, history)
    if (isExcluded)
      expect(objection).toMatchObject({
        rule: 'R-SOD',
        id: 'policy.handler-excluded',
        params: { person: '秦观澜', earlier: `kind.${kind}` },
      })
    else expect(objection).toBeUndefined()
    expect(objectionToHandler({ id: 'lin', name: '林慎' }, history)).toBeUndefined()
  })
})

describe('R-SOD: who reviews a file had no hand in its case', () => {
  test.each(['case-handling', 'legal-review-second', 'leader-decision', 'case-decision', 'internal', undefined])(
    'after %s',
    kind => {
      const history = [{ personId: 'qin', ...(kind && { kind }) }]
      expect(fileReview(request({ person: who, task: task({ kind: 'file-review' }), history }))).toMatchObject({
        rule: 'R-SOD',
        id: 'policy.file-review',
      })
      expect(fileReview(request({ person: other, task: task({ kind: 'file-review' }), history }))).toBeUndefined()
    },
  )
  test('who began the review of the file may go on with it', () => {
    const history = [{ personId: 'qin', kind: 'file-review' }]
    expect(fileReview(request({ person: who, task: task({ kind: 'file-review' }), history }))).toBeUndefined()
  })
})

describe('R-SOD: nobody works on a matter of his own certificate', () => {
  test.each(['certificate-application', 'certificate-review', 'certificate-approval'])('%s', kind => {
    const ask = (holderId: string | undefined) =>
      certificateMatter(request({ person: who, task: task({ kind }), case: { holderId } }))
    expect(ask('qin')).toMatchObject({ rule: 'R-SOD', id: 'policy.certificate-matter' })
    expect(ask('lin')).toBeUndefined()
  })
  test('the holder is heard all the same', () => {
    expect(
      certificateMatter(request({ person: who, task: task({ kind: 'internal' }), case: { holderId: 'qin' } })),
    ).toBeUndefined()
  })
})
