import type { Key } from '../../engine/index.ts'
import type { MappedElement } from '../../registers/instance-migrations.ts'
import type { House } from '../house.ts'
import { Problem } from '../problem.ts'
import {
  commonFlows,
  isOfOneSort,
  type MappedVersion,
  type ProposedMapping,
  proposeMapping,
} from './propose-mapping.ts'

/** Two versions of one procedure, and what the plan says of their elements. */
export interface Versions {
  sourceKey: Key
  targetKey: Key
}

/** @throws Problem when they are not two versions of one procedure */
export async function readVersions(house: House, { sourceKey, targetKey }: Versions) {
  const [source, target] = [house.definitions.find(sourceKey), house.definitions.find(targetKey)]
  if (!source || !target || !house.diagrams.has(sourceKey) || !house.diagrams.has(targetKey))
    throw new Problem('resource.not-found')
  if (source.bpmnProcessId !== target.bpmnProcessId || sourceKey === targetKey)
    throw new Problem('migration.other-process')
  const [before, after] = [await versionOf(house, sourceKey), await versionOf(house, targetKey)]
  return { source, target, before, after }
}

async function versionOf(house: House, key: Key): Promise<MappedVersion & { nameOf(elementId: string): string }> {
  const { graph, taskWords, nameOf } = await house.diagrams.get(key)
  return { graph, nameOf, kindOf: elementId => taskWords(elementId)?.kind }
}

/** What is proposed for two versions, and what is new in the next. */
export async function proposalFor(house: House, versions: Versions) {
  const { source, target, before, after } = await readVersions(house, versions)
  const mappings = proposeMapping(before, after)
  const reached = new Set(mappings.map(({ targetElementId }) => targetElementId))
  const added = proposeMapping(after, after)
    .map(({ sourceElementId }) => sourceElementId)
    .filter(id => !reached.has(id))
  return { source, target, before, after, mappings: mappings satisfies ProposedMapping[], added }
}

/**
 * The plan as the engine takes it: what it maps, the flows of both versions, and the procedure itself by its place.
 * @throws Problem 422 naming a mapping that does not fit
 */
export async function planOf(house: House, versions: Versions, mappings: readonly MappedElement[]) {
  const { before, after } = await readVersions(house, versions)
  for (const { sourceElementId, targetElementId } of mappings) {
    const [from, to] = [before.graph.nodes.get(sourceElementId), after.graph.nodes.get(targetElementId)]
    if (!from || !to || !isOfOneSort(from, to, before, after))
      throw new Problem('migration.wrong-mapping', { source: sourceElementId, target: targetElementId })
  }
  const flows = commonFlows(before.graph, after.graph).map(id => ({ sourceElementId: id, targetElementId: id }))
  return { targetProcessDefinitionKey: versions.targetKey, mappingInstructions: [...mappings, ...flows] }
}
