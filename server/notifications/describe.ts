import { dayOf } from '../deadlines/office-day.ts'
import { policyWords } from '../policies/index.ts'
import type { InstanceSummary, UserTask } from '../projections/index.ts'
import { escalationKindName } from '../registers/escalation-kinds.ts'
import type { LimitParameters } from '../registers/limit-parameters.ts'
import type { People } from '../registers/people.ts'
import type { NotificationKind } from './kinds.ts'
import type { NotificationSettings } from './settings.ts'
import type { About } from './telling.ts'
import { fill, type Template } from './template.ts'
import { notificationWords } from './words.ts'

export type Language = 'zh' | 'en'

/** What the sentences are made of. */
export interface DescriptionTools {
  settings: Pick<NotificationSettings, 'template'>
  people: Pick<People, 'nameOf'>
  limitParameters: Pick<LimitParameters, 'inForce'>
  task(userTaskKey: string): UserTask | undefined
  instance(processInstanceKey: string): InstanceSummary | undefined
  /** Name of an element as people read it. */
  nameOf(processDefinitionKey: string, elementId: string): Promise<string>
  certificateNumber(certificateId: string): string | undefined
  /** Where the office's pages are, without a slash at the end. */
  address: string
}

/** What a notification says, in the office's wording or ours. */
export async function describe(
  tools: DescriptionTools,
  { kind, about, at }: { kind: NotificationKind; about: About; at: number },
  language: Language,
): Promise<Template> {
  const template = tools.settings.template(`${kind}.${language}`) ?? notificationWords[kind][language]
  return fill(template, await valuesOf(tools, about, at, language))
}

/** The page that a notification leads to. */
export function pathOf(about: About): string {
  const { userTaskKey, incidentKey, processInstanceKey, certificateId, caseNo, ref } = about
  // Whom it goes to need not be able to open what it is about.
  if (ref !== undefined) return '/escalations'
  if (userTaskKey !== undefined) return `/tasks/${userTaskKey}`
  if (incidentKey !== undefined) return '/incidents'
  if (processInstanceKey !== undefined) return `/instances/${processInstanceKey}`
  if (caseNo !== undefined) return `/cases/${encodeURIComponent(caseNo)}`
  return certificateId === undefined ? '/notifications' : '/inbox'
}

async function valuesOf(
  tools: DescriptionTools,
  about: About,
  at: number,
  language: Language,
): Promise<Record<string, string>> {
  const { userTaskKey, processInstanceKey, elementId, certificateId, by, dueAt, what } = about
  const task = userTaskKey === undefined ? undefined : tools.task(userTaskKey)
  const instance = processInstanceKey === undefined ? undefined : tools.instance(processInstanceKey)
  const definition = task?.processDefinitionKey ?? instance?.processDefinitionKey
  const element = definition && elementId ? await tools.nameOf(definition, elementId) : undefined
  const values: Record<string, string | null | undefined> = {
    task: element,
    outcome: element,
    caseNo: about.caseNo ?? task?.caseNo ?? instance?.caseNo,
    procedure: task?.processName ?? instance?.processName,
    due: dueAt === undefined ? undefined : instantText(dueAt, language),
    by: by && (tools.people.nameOf(by) ?? by),
    why: what && about.ref !== undefined ? escalationKindName(what, language) : undefined,
    ref: about.ref,
    limit: what && tools.limitParameters.inForce(what, dayOf(at))?.parameter.name[language],
    certificate: certificateId && tools.certificateNumber(certificateId),
    state: what && policyWords[`certificate-state.${what}`]?.[language],
    link: `${tools.address}${pathOf(about)}`,
  }
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => !!entry[1]))
}

/** A day limit ends at 24:00 of its last day, which people call that day. */
function instantText(instant: number, language: Language): string {
  const isDayEnd = dayOf(instant) !== dayOf(instant - 1)
  const shown = isDayEnd ? instant - 1 : instant
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'long',
    ...(!isDayEnd && { timeStyle: 'short' }),
    timeZone: 'Asia/Shanghai',
  }).format(shown)
}
