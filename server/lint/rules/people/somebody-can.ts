import type { UserTaskWords } from '../../../bpmn/index.ts'
import { basisOfSeparation } from '../../../policies/separation-of-duty.ts'
import type { ProcedureModel } from '../../model.ts'
import { assign } from '../../people/assign.ts'
import { absentDoersOf, doersOf, groupsAt } from '../../people/doers.ts'
import { called } from '../../reading.ts'
import type { Roster, RosterPerson } from '../../roster.ts'
import type { Finding, Rule } from '../../rule.ts'

/** With today's people, offices and certificates every task can be done, and those kept apart by different persons. */
export const somebodyCan: Rule = {
  id: 'somebody-can',
  severity: 'warning',
  title: { zh: '按今天的人手办得下去', en: 'It can be done with the people of today' },
  doc: {
    why: '图是对的，人却不够：候选组里今天没有人、都缺勤，或者要三个审核人而只有两个，案件走到那一步就停住。',
    mend: '补任职、补证件、补资格，或者借调审核人；一时补不上的，换一个有人的候选组。',
  },
  check: model => {
    const { roster } = model.known
    if (!roster) return []
    const streets = roster.streets.filter(({ id }) => isStaffed(roster, id))
    return [...withNobody(model, roster, streets), ...withTooFew(model, roster, streets)]
  },
}

type Street = Roster['streets'][number]

/** A street where nobody is in office at all is not open yet. */
const isStaffed = ({ people }: Roster, street: string) =>
  people.some(({ groups }) => groups.some(group => group.includes(`@${street}-`)))

function withNobody({ words }: ProcedureModel, roster: Roster, streets: readonly Street[]): Finding[] {
  return words.userTasks.flatMap((task): Finding[] => {
    const wanted = needed(task)
    const lacking = streets.filter(({ id }) => (doersOf(task, roster, id)?.length ?? wanted) < wanted)
    if (lacking.length === 0) return []
    const groups = groupsAt(task.candidateGroups, lacking[0]!.id)?.join('、') ?? ''
    const away = absenteesOf([task], roster, lacking)
    return [
      {
        elementId: task.id,
        message: {
          zh: `${namesOf(lacking)}今天${wanted > 1 ? `凑不齐 ${wanted} 个人` : '没有人'}能办“${called(task)}”（${groups}${conditionsOf(task)}）${away.zh}。`,
          en: `At ${namesOf(lacking)} fewer than ${wanted} can do “${called(task)}” today (${groups})${away.en}.`,
        },
        ...whereOthersMayCome([task]),
      },
    ]
  })
}

/** Who could do one of these tasks and is away today, as the end of a sentence. */
function absenteesOf(tasks: readonly UserTaskWords[], roster: Roster, streets: readonly Street[]) {
  const found = tasks.flatMap(task => streets.flatMap(({ id }) => absentDoersOf(task, roster, id)))
  const people = [...new Map(found.map(person => [person.id, person])).values()]
  const until = people.map(({ id, name }) => ({ name, day: roster.people.find(each => each.id === id)?.awayUntil }))
  if (until.length === 0) return { zh: '', en: '' }
  return {
    zh: `；今天缺勤：${until.map(({ name, day }) => `${name}（至 ${day}）`).join('、')}`,
    en: `; away today: ${until.map(({ name, day }) => `${name} (until ${day})`).join(', ')}`,
  }
}

/** A second signature of another candidate takes a second person. */
const needed = ({ cosign }: UserTaskWords) => (cosign === 'true' ? 2 : 1)

const conditionsOf = ({ kind = '', enforcementAct }: UserTaskWords) =>
  `${kind.startsWith('legal-review') ? '，须有法律职业资格' : ''}${enforcementAct ? '，须持有效执法证' : ''}`

/** The duties kept apart, all on one case: is there a way to give each to somebody? */
function withTooFew({ words }: ProcedureModel, roster: Roster, streets: readonly Street[]): Finding[] {
  const tasks = words.userTasks.filter(({ kind }) => words.userTasks.some(other => basisOfSeparation(kind, other.kind)))
  const kindOf = (id: string) => tasks.find(task => task.id === id)?.kind
  return streets.flatMap((street): Finding[] => {
    const parts = tasks.flatMap(task => {
      const persons = doersOf(task, roster, street.id)
      return persons && persons.length > 0 ? [{ id: task.id, persons }] : []
    })
    const given = assign<RosterPerson>(parts, (a, b) => basisOfSeparation(kindOf(a), kindOf(b)) !== undefined)
    const last = tasks.find(({ id }) => id === parts.at(-1)?.id)
    if (given !== undefined || !last) return []
    const away = absenteesOf(tasks, roster, [street])
    const people = [...new Set(parts.flatMap(({ persons }) => persons.map(({ name }) => name)))]
    return [
      {
        elementId: last.id,
        message: {
          zh: `${street.name}今天只有${people.join('、')}能办这几步，须由不同的人办的分不开：${parts.map(({ id }) => called(tasks.find(task => task.id === id)!)).join('、')}${away.zh}。`,
          en: `At ${street.name} only ${people.join(', ')} can do these steps, too few to keep apart what must be done by different persons${away.en}.`,
        },
        law: '行政处罚法 第58条',
        ...whereOthersMayCome(tasks),
      },
    ]
  })
}

/** Who is lent or named while a case runs is not on today's list: then it may work out. */
const whereOthersMayCome = (tasks: readonly UserTaskWords[]): Pick<Finding, 'severity'> =>
  tasks.some(({ candidateUsers }) => candidateUsers?.startsWith('=')) ? { severity: 'hint' } : {}

/** Three by name, then how many. */
const namesOf = (streets: readonly Street[]) =>
  `${streets
    .slice(0, 3)
    .map(({ name }) => name)
    .join('、')}${streets.length > 3 ? `等 ${streets.length} 个街道` : ''}`
