import { CommandRejected, type DeploymentResource, type Outcome } from '../../engine/index.ts'
import { parseForm } from '../../forms/parse-form.ts'
import type { Person } from '../../identity/person.ts'
import type { RegisterRecord } from '../../journal/act.ts'
import { objectionToPublication } from '../../policies/index.ts'
import { type Caller, policyPerson } from '../caller.ts'
import type { House } from '../house.ts'
import { Problem, refusalOf } from '../problem.ts'
import { refuseWithout, requirePermission, submit } from '../submit.ts'
import { objectionToAssessments } from './assessments.ts'

/** Publishes diagrams, decisions and forms as one bundle. @throws Problem or CommandRejected 400 naming the element. */
export async function deployResources(house: House, caller: Caller, resources: DeploymentResource[]): Promise<Outcome> {
  const deed = { kind: 'design' as const, verb: 'deployment.create' }
  await refuseWithout('administrate', house, caller, deed)
  checkResources(resources)
  const objection = await objectionToAssessments(house, resources)
  return await submit(house, caller, {
    ...deed,
    payload: { resources: resources.map(({ name }) => name) },
    permit(person) {
      requirePermission(person, 'administrate')
      refuseDirect(house, person)
      if (objection) throw refusalOf(objection)
    },
    commands: [{ type: 'DEPLOY_RESOURCES', resources }],
  }).catch((error: unknown) => {
    throw toldDeployment(error)
  })
}

/** R-PUBLISH: without a draft that somebody else has handed in, procedures are published in a developer's demonstration alone. */
function refuseDirect({ config, isDemo }: House, person: Person): void {
  if (isDemo && config.DIRECT_PUBLISHING === 'yes') return
  const objection = objectionToPublication(policyPerson(person), undefined)
  if (objection) throw refusalOf(objection)
}

/** Publishes a procedure that came with the product; the house acts itself, and remembers that this version was shipped. */
export function deployShipped(
  house: House,
  resources: DeploymentResource[],
  register: RegisterRecord[],
): Promise<Outcome> {
  checkResources(resources)
  return house.engine.submit({
    act: {
      kind: 'design',
      verb: 'deployment.create',
      actor: { kind: 'system', id: 'product', via: 'engine' },
      at: house.clock.now(),
      payload: { resources: resources.map(({ name }) => name) },
      register,
    },
    commands: [{ type: 'DEPLOY_RESOURCES', resources }],
  })
}

/** A form that the office could not show must not reach its staff. */
export function checkResources(resources: readonly DeploymentResource[]): void {
  if (resources.length === 0) throw new Problem('deployment.empty')
  for (const { name, content } of resources.filter(({ name }) => name.endsWith('.form'))) {
    const problem = formProblem(content)
    if (problem) throw new Problem('deployment.refused', { reason: `${name}: ${problem}` })
  }
}

function formProblem(content: string): string | undefined {
  try {
    const parsed = parseForm(JSON.parse(content))
    return parsed.ok
      ? undefined
      : parsed.problems
          .map(({ componentId, key, id, params }) => `${componentId}.${key} ${id} ${JSON.stringify(params)}`)
          .join('; ')
  } catch {
    return 'expected JSON'
  }
}

/** What the engine finds wrong with a bundle, as the doors say it. */
export function toldDeployment(error: unknown): unknown {
  if (!(error instanceof CommandRejected) || error.type !== 'INVALID_ARGUMENT' || error.detail) return error
  return new Problem('deployment.refused', { reason: error.reason })
}
