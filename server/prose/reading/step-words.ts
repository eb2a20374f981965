import { calledIn, type Part } from '../outline.ts'
import { triggerWords } from './event-words.ts'
import type { Telling } from './exits.ts'
import { limitsOf } from './limit-words.ts'
import { laneOf, roleNames, whoDoes } from './who.ts'
import { named, type Said, said, same, together } from './words.ts'

type Words = (part: Part, telling: Telling) => Said

/** What happens in a step, in one clause without its full stop: one line a type. */
const BY_TYPE: Readonly<Record<string, Words>> = {
  'bpmn:UserTask': userTask,
  'bpmn:ServiceTask': system,
  'bpmn:ScriptTask': system,
  'bpmn:SendTask': part => said(`系统发出：${calledIn(part)}`, `The system sends: ${calledIn(part)}`),
  'bpmn:BusinessRuleTask': part =>
    said(`系统按决策表${calledIn(part)}`, `By a decision table the system does “${calledIn(part)}”`),
  'bpmn:ReceiveTask': wait,
  'bpmn:IntermediateCatchEvent': wait,
  'bpmn:IntermediateThrowEvent': part => said(`发出“${calledIn(part)}”`, `“${calledIn(part)}” is sent`),
  'bpmn:StartEvent': start,
  'bpmn:EndEvent': part => said(`结束（${calledIn(part)}）`, `End (${calledIn(part)})`),
  'bpmn:CallActivity': call,
  'bpmn:SubProcess': subProcess,
  'bpmn:ParallelGateway': parallel,
  'bpmn:EventBasedGateway': part =>
    said(`等候，先到者为准${shownName(part)}`, `Wait for whichever comes first${shownName(part)}`),
}

/** The clause of a step. */
export function stepWords(part: Part, telling: Telling): Said {
  const words = BY_TYPE[part.type]?.(part, telling) ?? said(`看“${calledIn(part)}”`, `By “${calledIn(part)}”`)
  return together(eachItem(part), words)
}

function eachItem({ properties }: Part): Said {
  if (!properties.loop) return same('')
  // Over which list stands in the full text: its name is one for those who build the system.
  return properties['loop:isSequential'] === 'true'
    ? said('每项各办一次，依次进行：', 'Once for each item, one after another: ')
    : said('每项各办一次，同时进行：', 'Once for each item, all at once: ')
}

function userTask(part: Part, { index, names }: Telling): Said {
  const who = whoDoes(part, index, names)
  const limits = limitsOf(part, names)
  const cosign = part.properties['header:cosign'] ? said('，须有副署', ', countersigned') : same('')
  const task = said(`${who.zh}办理“${calledIn(part)}”`, `${who.en}: “${calledIn(part)}”`)
  return together(task, cosign, limits ? together(said('，', ', '), limits) : same(''))
}

function system(part: Part): Said {
  const name = calledIn(part)
  const verb = /[是能可应]否|有无/.test(name) ? '判断' : ''
  return said(`系统${verb}${name}`, `The system does “${name}”`)
}

function wait(part: Part, telling: Telling): Said {
  const trigger = triggerWords(part, telling.index)
  return said(`等候${trigger.zh}`, `Wait for ${trigger.en}`)
}

function start(part: Part, { index, names }: Telling): Said {
  const name = calledIn(part)
  const trigger = triggerWords(part, index)
  if (part.properties.event === 'bpmn:TimerEventDefinition')
    return said(`按时间自动开始（${name}）`, `Begins by itself on ${trigger.en}`)
  if (part.properties.event) return said(`${trigger.zh}时自动开始`, `Begins by itself on ${trigger.en}`)
  const process = index.byId.get(part.scope)
  const roles = (process?.properties['property:startRoles'] ?? '').split(/[;；,，|\s]+/).filter(role => role !== '')
  const who =
    roles.length > 0 ? roleNames(roles, names) : (laneOf(part, index) ?? said('有权发起的人', 'Those who may'))
  return said(`从“${name}”开始，由${who.zh}发起`, `Begins with “${name}”, by ${who.en}`)
}

function call(part: Part, { names }: Telling): Said {
  const id = part.properties['call:processId'] ?? ''
  const process = id.startsWith('=') ? id : (names.process?.(id) ?? id)
  return said(
    `${calledIn(part)}：转入程序“${process}”，办完再往下`,
    `“${calledIn(part)}”: procedure “${process}” is run to its end`,
  )
}

function subProcess(part: Part, { index }: Telling): Said {
  const name = calledIn(part)
  if (part.properties.triggeredByEvent !== 'true') return said(`${name}，分以下各步`, `“${name}”, in these steps`)
  const begin = index.within(part.id).find(({ type }) => type === 'bpmn:StartEvent')
  const trigger = begin ? triggerWords(begin, index) : named(name)
  const isAside = begin?.properties.isInterrupting === 'false'
  return isAside
    ? said(
        `办理当中${trigger.zh}的，另办“${name}”，原来的照办`,
        `On ${trigger.en} meanwhile, “${name}” is done beside the rest`,
      )
    : said(`办理当中${trigger.zh}的，停下其余，办“${name}”`, `On ${trigger.en} meanwhile, all else stops for “${name}”`)
}

function parallel(part: Part, { index }: Telling): Said {
  const isJoin = index.arriving(part.id).length > 1
  return isJoin ? said('各路都办完以后，往下。', 'When all of them are done, go on. ') : same('')
}

const shownName = ({ properties }: Part): string => (properties.name ? `（${properties.name}）` : '')
