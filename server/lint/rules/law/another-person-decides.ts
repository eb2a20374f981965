import type { UserTaskWords } from '../../../bpmn/index.ts'
import { DECIDING, REVIEWS } from '../../../policies/kinds.ts'
import type { ProcedureModel } from '../../model.ts'
import { called, isUserTask, nextOf } from '../../reading.ts'
import type { Finding, Rule } from '../../rule.ts'

/** Where the same people may propose and decide, and no rule of the house keeps them apart, somebody should look. */
export const anotherPersonDecides: Rule = {
  id: 'another-person-decides',
  severity: 'hint',
  title: { zh: '提出与决定不是同一个人', en: 'Who proposes does not decide' },
  doc: {
    why: '前后两步候选组相同，同一个人可以自己提、自己批。法制审核各级之间有 R-SOD 挡住，其余的要靠图来分开。',
    mend: '把后一步交给另一个角色，或者加会签（cosign）；确属同一人可办的，可以不理会。',
  },
  check: findSamePeople,
}

function findSamePeople(model: ProcedureModel): Finding[] {
  const tasks = new Map(model.words.userTasks.map(task => [task.id, task]))
  return model.words.userTasks.flatMap(task =>
    tasksAfter(model, task.id)
      .flatMap(id => tasks.get(id) ?? [])
      .filter(later => later.id !== task.id && mayBeSame(task, later))
      .map(later => ({
        elementId: later.id,
        message: {
          zh: `“${called(task)}”和“${called(later)}”候选人相同，同一个人可以自己提、自己批。`,
          en: `“${called(task)}” and “${called(later)}” have the same candidates: one person may propose and decide.`,
        },
      })),
  )
}

function mayBeSame(first: UserTaskWords, later: UserTaskWords): boolean {
  const { kind = '', candidateGroups, cosign } = later
  if (!DECIDING.has(kind) || cosign || candidateGroups === undefined) return false
  const areKeptApart = REVIEWS.has(kind) && REVIEWS.has(first.kind ?? '')
  return candidateGroups === first.candidateGroups && !areKeptApart
}

/** The tasks for people that may come next, with no other in between. */
function tasksAfter({ graph }: ProcedureModel, id: string): string[] {
  const found: string[] = []
  const passed = new Set([id])
  const ahead = [id]
  for (let at = ahead.shift(); at !== undefined; at = ahead.shift()) {
    const node = graph.nodes.get(at)
    for (const next of node ? nextOf(graph, node) : []) {
      if (passed.has(next.id)) continue
      passed.add(next.id)
      if (isUserTask(next)) found.push(next.id)
      else ahead.push(next.id)
    }
  }
  return found
}
