import { z } from '@hono/zod-openapi'
import { roleName } from '../../identity/roles.ts'
import type { UserTask } from '../../projections/index.ts'
import type { UnmannedReason, UnmannedTask } from '../../registers/unmanned-tasks.ts'
import { admitReader } from '../admit.ts'
import { routes } from '../environment.ts'
import type { House } from '../house.ts'
import type { Language } from '../language.ts'
import { json, route } from '../route.ts'
import { named } from '../user-task-json.ts'
import { reasonWords } from './words.ts'

const MOST = 200
const UnmannedSchema = z
  .object({
    userTaskKey: z.string(),
    name: z.string(),
    processName: z.string(),
    processInstanceKey: z.string(),
    caseNo: z.string().nullable(),
    caseTitle: z.string().nullable(),
    foundDate: z.string(),
    /** For each group or person the task is for: what is missing. */
    reasons: z.array(z.object({ candidate: z.string(), reason: z.string(), text: z.string() })),
  })
  .openapi('UnmannedTask')

/** Open tasks that nobody could do, for those who can mend it. */
export const unmannedTaskRoutes = routes().openapi(
  route({
    method: 'get',
    path: '/unmanned-tasks',
    summary: 'Open tasks that nobody could do, and why',
    responses: { 200: json(z.object({ items: z.array(UnmannedSchema) }), 'Newest first, at most two hundred') },
  }),
  async c => {
    admitReader(c, ['operate', 'administrate', 'audit'])
    const { house, language } = c.var
    const shown = house.unmannedTasks.open(MOST).map(async unmanned => {
      const task = house.tasks.find(unmanned.userTaskKey)
      return task ? [await unmannedJson(house, task, unmanned, language)] : []
    })
    return c.json({ items: (await Promise.all(shown)).flat() }, 200)
  },
)

async function unmannedJson(
  house: House,
  task: UserTask,
  { foundAt, reasons }: UnmannedTask,
  language: Language,
): Promise<z.infer<typeof UnmannedSchema>> {
  const { userTaskKey, processInstanceKey, caseNo, title } = task
  const diagram = await house.diagrams.get(task.processDefinitionKey)
  return {
    ...{ userTaskKey, processInstanceKey, caseNo, caseTitle: title },
    name: diagram.nameOf(task.elementId),
    processName: task.processName ?? task.bpmnProcessId,
    foundDate: new Date(foundAt).toISOString(),
    reasons: reasons.map(reason => reasonJson(house, reason, language)),
  }
}

/** `粮道街道公共管理办公室 · 公共管理办公室法制员：无人任职`. */
function reasonJson(house: House, { candidate, reason, people = [] }: UnmannedReason, language: Language) {
  const [role = '', org] = candidate.split('@')
  const office = org === undefined ? undefined : (house.people.findOrganisation(org)?.name ?? org)
  const who = office === undefined ? named(house, candidate).name : `${office} · ${roleName(role, language)}`
  const names = people.map(id => named(house, id).name).join(language === 'zh' ? '、' : ', ')
  const word = (reasonWords[reason] ?? reasonWords.rule)?.[language] ?? reason
  const text = word.replace('{people}', names).replace('{rule}', reason)
  const colon = language === 'zh' ? '：' : ': '
  // Somebody named stands in the reason himself.
  const isTold = candidate === '' || (org === undefined && people.length > 0)
  return { candidate, reason, text: isTold ? text : `${who}${colon}${text}` }
}
