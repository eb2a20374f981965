import { extensionOf, type FlowNode, type RequestWords, textOf, type UserTaskWords } from '../../../bpmn/index.ts'
import type { ProcedureModel } from '../../model.ts'
import { inputsOf, outputsOf } from '../../reading.ts'
import type { Finding, Rule } from '../../rule.ts'

/** `escalateTo` of a task whose diagram sends up itself what the end of its limit brings about. */
const BY_THE_DIAGRAM = 'diagram'

/** Every role a diagram names is in the catalogue of roles. */
export const knownRoles: Rule = {
  id: 'known-roles',
  severity: 'error',
  title: { zh: '角色在角色目录里', en: 'Roles are in the catalogue' },
  doc: {
    why: '目录里没有的角色没有人担任：任务进不了任何人的收件箱，升级也升不到人。',
    mend: '改用角色目录里的角色 id；候选组写作 角色@机关，例如 ="dept-dispatcher@" + deptCode。',
  },
  check: findUnknown,
}

function findUnknown({ words, known, nodes }: ProcedureModel): Finding[] {
  const named = [
    ...nodes.flatMap(node => computedIn(node).map(role => ({ elementId: node.id, role }))),
    ...words.properties.startRoles.map(role => ({ elementId: words.id, role })),
    ...rolesIn(words.properties.escalateTo).map(role => ({ elementId: words.id, role })),
    ...words.properties.requests.flatMap(rolesOfRequest).map(role => ({ elementId: words.id, role })),
    ...words.userTasks.flatMap(task => rolesOfTask(task).map(role => ({ elementId: task.id, role }))),
  ]
  return named
    .filter(({ role }) => role !== BY_THE_DIAGRAM && !known.roles.has(role))
    .map(({ elementId, role }) => ({
      elementId,
      message: { zh: `角色目录里没有“${role}”。`, en: `The catalogue has no role “${role}”.` },
    }))
}

/** Groups that a script or a mapping puts together for a task later on. */
function computedIn(node: FlowNode): string[] {
  const script = textOf(extensionOf(node.source, 'zeebe:Script'), 'expression')
  const mappings = [...inputsOf(node), ...outputsOf(node)].map(({ source }) => source)
  return [...new Set([script, ...mappings].flatMap(groupsIn))]
}

function rolesOfTask({ candidateGroups, escalateTo, cosign }: UserTaskWords): string[] {
  return [...groupsIn(candidateGroups), ...groupsIn(cosign), ...rolesIn(escalateTo)]
}

function rolesOfRequest({ by, person }: RequestWords): string[] {
  const offices = (person?.offices ?? []).map(roleOf)
  return [...(by.kind === 'roles' ? by.roles.map(roleOf) : []), ...offices]
}

/** The literal roles in a FEEL list of `role@org`; what is computed cannot be known. */
const groupsIn = (text: string | undefined = ''): string[] =>
  [...text.matchAll(/"([a-z][a-z-]*)@/g)].map(([, role]) => role!)

/** `role;role` or FEEL; a group `role@…` counts by its role. */
const rolesIn = (text = '') =>
  text.startsWith('=')
    ? groupsIn(text)
    : text
        .split(/[;；,，]/)
        .map(role => roleOf(role))
        .filter(role => role !== '')

/** `role@org` is an office of the role. */
const roleOf = (office: string) => office.split('@')[0]!.trim()
