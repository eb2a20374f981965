import type { FlowNode, UserTaskWords } from '../../../bpmn/index.ts'
import { INVESTIGATION } from '../../../policies/kinds.ts'
import { basisOfSeparation } from '../../../policies/separation-of-duty.ts'
import type { ProcedureModel } from '../../model.ts'
import { doersOf } from '../../people/doers.ts'
import { called, namesIn } from '../../reading.ts'
import type { Roster, RosterPerson } from '../../roster.ts'
import type { Finding, Rule } from '../../rule.ts'
import { beginningsOf, shortestWay, stepsAfter } from '../../ways/steps.ts'

/** The handlers of the case, whom the register knows: every procedure on a case finds them here. */
const HANDLERS = 'handlerIds'

/** On no way does the diagram itself give one person two duties that the law keeps apart. */
export const dutiesApart: Rule = {
  id: 'duties-apart',
  severity: 'error',
  title: { zh: '职责分离在每条路上都成立', en: 'Duties stay apart on every way' },
  doc: {
    why: '办案的人不审核自己的案件，三级审核是三个人（行政处罚法第58条）。图把后一步指给前一步的人，门口的 R-SOD 会拒绝他，这件案就没有人能办下去；转办、委派、代理也一样查。',
    mend: '把后一步交给另一个角色的候选组；候选人表达式里去掉前一步的人（handlerIds、doneBy 写的变量）。',
  },
  check: model => {
    const tasks = model.words.userTasks
    return tasks.flatMap(later => tasks.flatMap(earlier => judge(model, earlier, later)))
  },
}

function judge(model: ProcedureModel, earlier: UserTaskWords, later: UserTaskWords): Finding[] {
  const basis = basisOfSeparation(earlier.kind, later.kind)
  if (earlier.id === later.id || !basis) return []
  const variable = sharedName(earlier, later)
  const way = variable === undefined ? undefined : wayThrough(model, earlier.id, later.id)
  if (variable === undefined || !way) return []
  const who = likelyDoer(model, earlier, later)
  return [
    {
      elementId: later.id,
      message: {
        zh: `设${who ? `${who.street.name}的${who.person.name}` : '甲'}办了“${called(earlier)}”，图又把“${called(later)}”交给同一个人（${variable}）：这两件事不能由一个人办。走法见反例。`,
        en: `Let ${who ? `${who.person.name} of ${who.street.name}` : 'A'} do “${called(earlier)}”: the diagram gives “${called(later)}” to the same person (${variable}), and these two are kept apart. See the way.`,
      },
      way: way.map(({ id }) => id),
      ...(basis[0] !== undefined && { law: basis[0] }),
      ...(who && { doers: [earlier, later].map(({ id }) => ({ elementId: id, personId: who.person.id })) }),
    },
  ]
}

/** Somebody of today who would come to do both: where one may do the later too, that one. */
function likelyDoer({ known: { roster } }: ProcedureModel, earlier: UserTaskWords, later: UserTaskWords) {
  for (const street of roster?.streets ?? []) {
    const doers = doersOf(earlier, roster!, street.id) ?? handlersAt(roster!, earlier, street.id)
    const others = doersOf(later, roster!, street.id)
    const person = doers.find(each => others?.includes(each)) ?? doers[0]
    if (person) return { street, person }
  }
  return undefined
}

/** Handlers are named by the case, not by the diagram: any officer of the street may be one. */
const handlersAt = ({ people }: Roster, { kind = '' }: UserTaskWords, street: string): readonly RosterPerson[] =>
  INVESTIGATION.has(kind)
    ? people.filter(({ groups }) => groups.some(group => group.startsWith(`street-officer@${street}-`)))
    : []

/** A variable that holds who does the earlier, and to whom the later is given. */
function sharedName(earlier: UserTaskWords, later: UserTaskWords): string | undefined {
  const first = new Set([
    ...namesOf(earlier.assignee),
    ...(earlier.doneBy === undefined ? [] : [earlier.doneBy]),
    ...(INVESTIGATION.has(earlier.kind ?? '') ? [HANDLERS] : []),
  ])
  return peopleIn(later).find(name => first.has(name))
}

/** Several candidates are sorted out when somebody takes the task; a single person is not. */
const peopleIn = ({ assignee, candidateUsers }: UserTaskWords): string[] => [assignee, candidateUsers].flatMap(namesOf)

const namesOf = (text: string | undefined): string[] => (text?.startsWith('=') ? [...namesIn(text)] : [])

/** From a start through the earlier to the later. */
function wayThrough({ graph }: ProcedureModel, earlier: string, later: string): FlowNode[] | undefined {
  const next = (node: FlowNode) => stepsAfter(graph, node)
  const first = shortestWay(beginningsOf(graph), ({ id }) => id === earlier, next)
  const from = first?.at(-1)
  const second = from && shortestWay(next(from), ({ id }) => id === later, next)
  return first && second && [...first, ...second]
}
