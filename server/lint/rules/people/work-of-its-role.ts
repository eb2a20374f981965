import type { UserTaskWords } from '../../../bpmn/index.ts'
import { REVIEWS, TASK_KINDS } from '../../../policies/kinds.ts'
import { isNear } from '../../near.ts'
import { called, feelOf, namesIn } from '../../reading.ts'
import type { Finding, Rule } from '../../rule.ts'

const HANDLERS = 'handlerIds'
const REVIEWERS = ['center-legal-reviewer', 'pmo-legal-reviewer', 'review-pool']
const HEADS = [
  'subdistrict-deputy',
  'subdistrict-head',
  'center-director',
  'dept-leader',
  'justice-bureau-leader',
  'district-leader',
]

/** Sorts of work that only some roles do; what is not here anybody may do. */
const DOERS: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries([...REVIEWS].map(kind => [kind, REVIEWERS])),
  'leader-decision': HEADS,
  'case-decision': HEADS,
  'hearing-host': ['hearing-host'],
  'fine-entry': ['street-finance'],
}

/** A sort of work is given to the roles that do it, and those who only review are given nothing else. */
export const workOfItsRole: Rule = {
  id: 'work-of-its-role',
  severity: 'error',
  title: { zh: '什么样的事由什么人办', en: 'Work is given to the roles that do it' },
  doc: {
    why: '职责分离、资格、回避都看任务的环节性质（kind）。审核员的任务写成别的性质，R-SOD 和 R-QUAL58 就管不到；审核交给别的角色，等于没有审核。',
    mend: '法制审核的任务选一级审核、复核、合议或者复审，交给法制审核员；负责人审批交给负责人；性质照目录选。',
  },
  check: ({ words: { userTasks } }) => {
    const reviewers = new Set(userTasks.filter(({ kind = '' }) => REVIEWS.has(kind)).flatMap(reviewersOf))
    return userTasks.flatMap(task => [...judgeRoles(task), ...judgeReviewer(task, reviewers), ...judgeKind(task)])
  },
}

/** Variables that hold who reviews: whoever did it, and who was lent for it. */
const reviewersOf = ({ doneBy, candidateUsers }: UserTaskWords): string[] => [
  ...(doneBy === undefined ? [] : [doneBy]),
  ...namesIn(feelOf(candidateUsers) ?? '').filter(name => name !== HANDLERS),
]

function judgeRoles(task: UserTaskWords): Finding[] {
  const doers = DOERS[task.kind ?? '']
  const others = doers ? rolesIn(task.candidateGroups).filter(role => !doers.includes(role)) : []
  return others.map(role =>
    tell(task, `是“${kindOf(task)}”，却交给了角色 ${role}。`, `is ${task.kind}, yet it is given to ${role}.`),
  )
}

function judgeReviewer(task: UserTaskWords, reviewers: ReadonlySet<string>): Finding[] {
  const roles = rolesIn(task.candidateGroups)
  const named = [task.assignee, task.candidateUsers].flatMap(people => namesIn(feelOf(people) ?? ''))
  const isForReviewers =
    roles.length > 0 ? roles.every(role => REVIEWERS.includes(role)) : named.some(name => reviewers.has(name))
  if (!isForReviewers || REVIEWS.has(task.kind ?? '') || meantBy(task)) return []
  return [
    tell(
      task,
      `由法制审核员办，环节性质却${task.kind === undefined ? '没有写' : `是“${kindOf(task)}”`}，职责分离和资格的规则管不到它。`,
      `is worked by legal reviewers, yet its kind is ${task.kind ?? 'none'}: no rule keeps them apart from the handlers.`,
    ),
  ]
}

/** A kind that nobody knows is allowed, unless it looks like one that somebody knows. */
function judgeKind(task: UserTaskWords): Finding[] {
  const meant = meantBy(task)
  if (meant === undefined) return []
  const told = tell(
    task,
    `的环节性质 ${task.kind} 写错了，是不是“${TASK_KINDS[meant].zh}”（${meant}）？`,
    `has the kind ${task.kind}; is ${meant} meant?`,
  )
  return [{ ...told, fix: { kind: 'set-header', elementId: task.id, key: 'kind', value: meant } }]
}

function meantBy({ kind }: UserTaskWords): keyof typeof TASK_KINDS | undefined {
  if (kind === undefined || kind in TASK_KINDS) return undefined
  return (Object.keys(TASK_KINDS) as (keyof typeof TASK_KINDS)[]).find(known => isNear(kind, known))
}

const kindOf = ({ kind = '' }: UserTaskWords) =>
  kind in TASK_KINDS ? TASK_KINDS[kind as keyof typeof TASK_KINDS].zh : kind

/** The literal roles in a list of `role@org`. */
const rolesIn = (text = '') => [...text.matchAll(/"([a-z][a-z-]*)@/g)].map(([, role = '']) => role)

const tell = (task: UserTaskWords, zh: string, en: string): Finding => ({
  elementId: task.id,
  message: { zh: `“${called(task)}”${zh}`, en: `“${called(task)}” ${en}` },
})
