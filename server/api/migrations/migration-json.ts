import type { Key, MigrationVerdict } from '../../engine/index.ts'
import type { InstanceMigration } from '../../registers/instance-migrations.ts'
import type { Environment } from '../environment.ts'
import type { House } from '../house.ts'
import { Problem, say } from '../problem.ts'
import { isoDate, named } from '../user-task-json.ts'
import { MOST_INSTANCES } from './plan-acts.ts'
import { isOfOneSort } from './propose-mapping.ts'
import type { MigrationDetailJson, MigrationDryRunJson, MigrationJson, MigrationProposalJson } from './schemas.ts'
import { planOf, proposalFor, type Versions } from './verdicts.ts'
import { whyNot } from './why-not.ts'

type Reading = Pick<Environment['Variables'], 'house' | 'caller' | 'language'>

/** What is proposed for two versions, with names, and what else each element could become. */
export async function proposalJson(house: House, versions: Versions): Promise<MigrationProposalJson> {
  const { source, target, before, after, mappings, added } = await proposalFor(house, versions)
  const elementOf =
    ({ graph, nameOf }: typeof before) =>
    (id: string) => ({
      ...{ id, name: nameOf(id), type: graph.nodes.get(id)!.type },
    })
  const [from, to] = [elementOf(before), elementOf(after)]
  return {
    processId: source.bpmnProcessId,
    name: target.name ?? target.bpmnProcessId,
    source: { processDefinitionKey: source.processDefinitionKey, version: source.version },
    target: { processDefinitionKey: target.processDefinitionKey, version: target.version },
    mappings: mappings.map(({ sourceElementId, targetElementId, found }) => ({
      source: from(sourceElementId),
      target: targetElementId === null ? null : to(targetElementId),
      found,
      choices: [...after.graph.nodes.values()]
        .filter(node => isOfOneSort(before.graph.nodes.get(sourceElementId)!, node, before, after))
        .map(({ id }) => to(id)),
    })),
    added: added.map(to),
  }
}

/** The engine's verdict on every running instance of the version before; nothing is touched. */
export async function dryRunJson(
  { house, language }: Reading,
  versions: Versions,
  mappings: InstanceMigration['mappings'],
): Promise<MigrationDryRunJson> {
  const plan = await planOf(house, versions, mappings)
  const keys = house.instanceMigrations.running(versions.sourceKey, MOST_INSTANCES)
  const verdicts = await house.engine.dryRunMigration(plan, keys)
  const [before, after] = [await house.diagrams.get(versions.sourceKey), await house.diagrams.get(versions.targetKey)]
  const becomes = (verdict: MigrationVerdict) =>
    verdict.fits
      ? verdict.elements
          .filter(([id]) => before.graph.nodes.has(id))
          .map(([from, to]) => ({ from: before.nameOf(from), to: after.nameOf(to) }))
      : []
  const why = (verdict: MigrationVerdict) => {
    if (verdict.fits) return { why: null, detail: null }
    const { why: id, detail } = whyNot(verdict)
    return { why: say(id, {}, language), detail }
  }
  const items = verdicts.map(verdict => ({
    ...{ processInstanceKey: verdict.processInstanceKey, fits: verdict.fits },
    ...standing(house, verdict.processInstanceKey, before.nameOf),
    ...{ becomes: becomes(verdict), ...why(verdict) },
  }))
  return { total: items.length, fitting: items.filter(({ fits }) => fits).length, items }
}

/** Whose case it is, and where it stands. */
function standing(house: House, key: Key, nameOf: (elementId: string) => string) {
  const instance = house.instances.find(key)
  return {
    caseNo: instance?.caseNo ?? null,
    steps: (instance?.currentSteps ?? []).map(({ elementId }) => nameOf(elementId)),
  }
}

/** A plan as it stands. */
export function migrationJson({ house, caller }: Reading, migration: InstanceMigration): MigrationJson {
  const { migrationId, sourceKey, targetKey, proposedBy, proposedAt, decidedBy, decidedAt, ...rest } = migration
  const { processId, mappings, reason, state, decisionReason } = rest
  const counts = house.instanceMigrations.counts(migrationId)
  const version = (key: Key) => ({ processDefinitionKey: key, version: house.definitions.find(key)?.version ?? 0 })
  return {
    ...{ id: migrationId, processId, mappings, reason, state, decisionReason },
    ...{ source: version(sourceKey), target: version(targetKey) },
    proposedBy: named(house, proposedBy),
    proposedAt: isoDate(proposedAt),
    decidedBy: decidedBy === null ? null : named(house, decidedBy),
    decidedAt: decidedAt === null ? null : isoDate(decidedAt),
    isMine: proposedBy === caller.person.personId,
    total: Object.values(counts).reduce((sum, each) => sum + each, 0),
    counts,
  }
}

/** A plan with every instance of it. @throws Problem 404 */
export async function migrationDetailJson(reading: Reading, migrationId: string): Promise<MigrationDetailJson> {
  const { house, language } = reading
  const migration = house.instanceMigrations.find(migrationId)
  if (!migration) throw new Problem('resource.not-found')
  const names = new Map([
    [migration.sourceKey, (await house.diagrams.get(migration.sourceKey)).nameOf],
    [migration.targetKey, (await house.diagrams.get(migration.targetKey)).nameOf],
  ])
  return {
    ...migrationJson(reading, migration),
    instances: house.instanceMigrations.instances(migrationId).map(({ processInstanceKey, state, why, detail, at }) => {
      const key = house.instances.find(processInstanceKey)?.processDefinitionKey
      const nameOf = (key === undefined ? undefined : names.get(key)) ?? (id => id)
      return {
        ...{ processInstanceKey, state, detail },
        ...standing(house, processInstanceKey, nameOf),
        why: why === null ? null : say(why, {}, language),
        at: at === null ? null : isoDate(at),
      }
    }),
  }
}
