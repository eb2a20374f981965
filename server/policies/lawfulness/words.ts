import { TASK_KINDS } from '../kinds.ts'
import { cellOf } from './table.ts'
import { LAW_VERB_IDS, LAW_VERBS } from './verbs.ts'

type Sentence = Readonly<{ zh: string; en: string }>

/** What R-LAWFUL says, and the names of the verbs. */
export const lawfulnessWords: Readonly<Record<string, Sentence>> = {
  'policy.lawfulness.forbidden': {
    zh: '“{kind}”不得{verb}：{why}',
    en: '{verb} is not allowed on “{kind}”: {why}',
  },
  'policy.lawfulness.forbidden.remedy': {
    zh: '请由本任务的办理人员办理',
    en: 'Let those do it whom the task is for',
  },
  'policy.lawfulness.second': {
    zh: '“{kind}”的{verb}要有第二人参与：{why}',
    en: '{verb} on “{kind}” takes a second person: {why}',
  },
  'policy.lawfulness.second.remedy': {
    zh: '请上级改派，或者由两人共同签署',
    en: 'Ask a superior to reassign it, or let two persons sign',
  },
  'policy.lawfulness.reason': {
    zh: '“{kind}”的{verb}须写明原因',
    en: '{verb} on “{kind}” takes a reason',
  },
  'policy.lawfulness.reason.remedy': { zh: '请写明原因', en: 'Give the reason' },
  'policy.lawfulness.closed': {
    zh: '本程序的这一步不开放{verb}',
    en: 'This step of the procedure is closed to {verb}',
  },
  'policy.lawfulness.closed.remedy': {
    zh: '请由持有人办理，或者请流程管理员在流程中开放',
    en: 'Let its holder do it, or ask a process administrator to open it in the procedure',
  },
  'kind.unstated': { zh: '未写明类别的任务', en: 'a task of no kind' },
  ...Object.fromEntries(
    LAW_VERB_IDS.flatMap(verb =>
      [...Object.keys(TASK_KINDS), 'unstated'].map(kind => {
        const { zh, en } = cellOf(verb, kind)
        return [`law-cell.${verb}.${kind}`, { zh, en }]
      }),
    ),
  ),
  ...Object.fromEntries(
    LAW_VERB_IDS.map(verb => [`law-verb.${verb}`, { zh: LAW_VERBS[verb].zh, en: LAW_VERBS[verb].en }]),
  ),
}
