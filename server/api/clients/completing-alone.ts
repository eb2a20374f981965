import { needsTwo } from '../../approvals/cosigners.ts'
import type { Command, CommandRejected } from '../../engine/index.ts'
import type { House } from '../house.ts'
import { refusalOf } from '../problem.ts'

/** Why a program may not complete a task that takes two signatures: a completion brings one at most. */
export async function objectionToCompletingAlone(house: House, command: Command): Promise<CommandRejected | undefined> {
  if (command.type !== 'COMPLETE_USER_TASK') return undefined
  const task = house.tasks.find(command.userTaskKey)
  if (!task || !house.diagrams.has(task.processDefinitionKey)) return undefined
  const { taskWords } = await house.diagrams.get(task.processDefinitionKey)
  if (!needsTwo(taskWords(task.elementId)?.cosign)) return undefined
  const basis = ['行政处罚法 第42条', '行政处罚法 第55条', '行政强制法 第18条']
  return refusalOf({ id: 'policy.two-persons.alone', rule: 'R-TWO', basis })
}
