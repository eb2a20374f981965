import type { UserTask } from '../api-types.ts'
import type { WordId } from '../words/index.ts'
import { limitOf } from './limit.ts'

/** A line of the list: a heading with its count, or a task. */
export type Line = { kind: 'head'; word: WordId; count: number } | { kind: 'task'; task: UserTask }

function groupOf(task: UserTask): WordId {
  const { lamp, daysLeft } = limitOf(task)
  if (lamp === 'overdue') return 'inbox.overdue'
  if (lamp === 'paused') return 'inbox.paused'
  if (daysLeft === undefined) return 'inbox.unlimited'
  if (daysLeft === 0) return 'inbox.today'
  return daysLeft <= 7 ? 'inbox.week' : 'inbox.later'
}

/** Puts headings between tasks ordered by limit; one group alone needs none. */
export function groupTasks(tasks: readonly UserTask[]): Line[] {
  const groups = byLimit(tasks)
  if (groups.size < 2) return tasks.map(task => ({ kind: 'task', task }))
  return [...groups].flatMap(([word, members]): Line[] => [
    { kind: 'head', word, count: members.length },
    ...members.map(task => ({ kind: 'task', task }) as const),
  ])
}

function byLimit(tasks: readonly UserTask[]): Map<WordId, UserTask[]> {
  const groups = new Map<WordId, UserTask[]>()
  for (const task of tasks) {
    const word = groupOf(task)
    const members = groups.get(word)
    if (members) members.push(task)
    else groups.set(word, [task])
  }
  return groups
}
