import type { ProcessWords, UserTaskWords } from '../../../bpmn/index.ts'
import { called } from '../../reading.ts'
import type { Finding, Rule } from '../../rule.ts'

/** A process says who may start it and how an instance is called, a task what it is and who works it. */
export const completeWords: Rule = {
  id: 'complete-words',
  severity: 'error',
  title: { zh: '必填的属性都写了', en: 'What must be said is said' },
  doc: {
    why: '没有 startRoles 谁也发起不了；没有 bizKey 消息找不到流程；没有 kind 职责分离规则管不到；没有候选人任务无人可办。',
    mend: '流程补 caseType、startRoles、bizKey；任务补 kind、候选组（角色@机关）或候选人。',
  },
  check: ({ words }) => [...ofProcess(words), ...words.userTasks.flatMap(ofTask)],
}

function ofProcess({ id, properties }: ProcessWords): Finding[] {
  const { caseType, startRoles, bizKey } = properties
  const missing = [
    ...(caseType ? [] : [['业务类别', 'caseType']]),
    ...(startRoles.length > 0 ? [] : [['谁可以发起', 'startRoles']]),
    ...(bizKey ? [] : [['凭什么找到', 'bizKey']]),
  ]
  return missing.map(([name, key]) => ({
    elementId: id,
    message: { zh: `程序没有写“${name}”（${key}）。`, en: `The process says no ${key}.` },
  }))
}

function ofTask(task: UserTaskWords): Finding[] {
  const { id, kind, candidateGroups, candidateUsers, assignee } = task
  return [
    ...(kind
      ? []
      : [
          lack(
            id,
            `“${called(task)}”没有写环节性质（kind），职责分离的规则管不到它。`,
            `“${called(task)}” has no kind, so no rule about its sort of work holds.`,
          ),
        ]),
    ...(candidateGroups || candidateUsers || assignee
      ? []
      : [
          lack(
            id,
            `“${called(task)}”没有候选人，无人可办。`,
            `Nobody can work “${called(task)}”: it names no candidates.`,
          ),
        ]),
  ]
}

const lack = (elementId: string, zh: string, en: string): Finding => ({ elementId, message: { zh, en } })
