import { expect, test } from 'vitest'
import { readRequests } from './requests.ts'
import type { VocabularyProblem } from './vocabulary-problem.ts'

const WITHDRAWAL = 'id=withdrawal; label=撤回; message=msg.withdrawn; by=handlers; reason=why'

test('a request of each kind', () => {
  const problems: VocabularyProblem[] = []
  const text = `${WITHDRAWAL}; en=Withdraw |
    id=more-time; label=延期; message=msg.more; by=candidates(review); reason=why; unless=extended:只延一次/Only once, pending:正在审批 |
    id=recusal; label=回避; message=msg.recusal; by=roles(deputy+head); reason=why; person=whom:reviewer+clerk@X-1; basis=行政处罚法 第43条`
  expect(readRequests('p', text, problems)).toEqual([
    {
      ...{ id: 'withdrawal', label: '撤回', labelEn: 'Withdraw', message: 'msg.withdrawn', reason: 'why', unless: [] },
      basis: [],
      by: { kind: 'handlers' },
    },
    {
      ...{ id: 'more-time', label: '延期', message: 'msg.more', reason: 'why' },
      basis: [],
      by: { kind: 'candidates', elementId: 'review' },
      unless: [
        { variable: 'extended', why: '只延一次', whyEn: 'Only once' },
        { variable: 'pending', why: '正在审批' },
      ],
    },
    {
      ...{ id: 'recusal', label: '回避', message: 'msg.recusal', reason: 'why', unless: [] },
      basis: ['行政处罚法 第43条'],
      by: { kind: 'roles', roles: ['deputy', 'head'] },
      person: { variable: 'whom', offices: ['reviewer', 'clerk@X-1'] },
    },
  ])
  expect(problems).toEqual([])
})

test('a request to the branch of one body', () => {
  const problems: VocabularyProblem[] = []
  expect(readRequests('p', `${WITHDRAWAL}; body=branches`, problems)).toMatchObject([{ body: 'branches' }])
  expect(problems).toEqual([])
})

test.each([
  ['to bodies that are no variable', `${WITHDRAWAL}; body=the branches`],
  ['without a message', 'id=a; label=甲; by=handlers; reason=why'],
  ['without a reason', 'id=a; label=甲; message=m; by=handlers'],
  ['by nobody known', 'id=a; label=甲; message=m; by=everybody; reason=why'],
  ['with an unknown key', `${WITHDRAWAL}; who=me`],
  ['barred without saying why', `${WITHDRAWAL}; unless=extended`],
  ['naming somebody of no office', `${WITHDRAWAL}; person=whom`],
  ['with a reason that is no variable', 'id=a; label=甲; message=m; by=handlers; reason=my why'],
])('%s it is a problem of the process', (_, text) => {
  const problems: VocabularyProblem[] = []
  expect(readRequests('p', text, problems)).toEqual([])
  expect(problems).toEqual([{ elementId: 'p', key: 'requests', kind: 'malformed', found: text }])
})
