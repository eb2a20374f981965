import { extensionOf, type ModdleElement, parseBpmn, readProcessVocabulary, textOf } from '../../bpmn/index.ts'
import { parseDecisions } from '../../dmn/index.ts'
import type { DeploymentResource } from '../../engine/index.ts'
import { type Objection, objectionToIndicators } from '../../policies/index.ts'
import type { House } from '../house.ts'

/** Procedures by whose outcome people or bodies are assessed: the word `caseType` of their diagrams. */
const ASSESSMENTS: ReadonlySet<string | undefined> = new Set([
  'assessment',
  'two-way-assessment',
  'empowerment-assessment',
])

/** What an assessment is made of: its processes, and the decisions they call. */
interface Assessment {
  processIds: string[]
  decisionIds: string[]
}

/**
 * Why resources may not be published: an assessment among them, or a decision or form of one, reads what was fined or
 * confiscated (R-NO-PENALTY-LINK).
 */
export async function objectionToAssessments(
  house: House,
  resources: readonly DeploymentResource[],
): Promise<Objection | undefined> {
  const given = await Promise.all(resources.map(({ content }) => assessmentIn(content)))
  const all = [...given, ...(await publishedAssessments(house))]
  const processIds = new Set(all.flatMap(each => each.processIds))
  const decisionIds = new Set(all.flatMap(each => each.decisionIds))
  const parts = await Promise.all(
    resources.map(async (resource, index) => {
      const isPart =
        given[index]!.processIds.length > 0 ||
        isFormOf(resource, processIds) ||
        (await decisionsIn(resource)).some(id => decisionIds.has(id))
      return isPart ? [{ name: resource.name, reads: namesRead(resource.content) }] : []
    }),
  )
  return objectionToIndicators(parts.flat())
}

async function assessmentIn(content: string): Promise<Assessment> {
  const none = { processIds: [], decisionIds: [] }
  if (!content.includes('caseType')) return none
  // What cannot be read is the engine's to refuse.
  const definitions = await parseBpmn(content).catch(() => undefined)
  const found = definitions && readProcessVocabulary(definitions).processes.filter(isAssessment)
  if (!definitions || !found?.length) return none
  const decisionIds = [...content.matchAll(/<zeebe:calledDecision\b[^>]*\bdecisionId="([^"]+)"/g)].map(([, id]) => id!)
  return { processIds: found.map(({ id }) => id), decisionIds }
}

function isAssessment({ properties }: { properties: { caseType?: string } }): boolean {
  return ASSESSMENTS.has(properties.caseType)
}

async function publishedAssessments({ definitions, diagrams }: House): Promise<Assessment[]> {
  const latest = await Promise.all(definitions.latest().map(each => diagrams.get(each.processDefinitionKey)))
  return latest
    .filter(({ words }) => isAssessment(words))
    .map(({ words, graph }) => ({
      processIds: [words.id],
      decisionIds: [...graph.nodes.values()].flatMap(({ source }) => calledDecision(source) ?? []),
    }))
}

function calledDecision(source: ModdleElement): string | undefined {
  return textOf(extensionOf(source, 'zeebe:CalledDecision'), 'decisionId')
}

/** Form ids are `<process>.<task>`. */
function isFormOf({ name, content }: DeploymentResource, processIds: ReadonlySet<string>): boolean {
  if (!name.endsWith('.form')) return false
  const [, id = ''] = /"id"\s*:\s*"([^"]+)\.[^".]+"/.exec(content) ?? []
  return processIds.has(id)
}

async function decisionsIn({ name, content }: DeploymentResource): Promise<string[]> {
  if (!name.endsWith('.dmn')) return []
  return await parseDecisions(content).then(
    ({ decisions }) => [...decisions.keys()],
    () => [],
  )
}

/** Expressions, and names of what is set or filled in; labels and help may speak of anything. */
const READS =
  /"=([^"]*)"|>\s*=([^<]*)<|<(?:\w+:)?text>([^<]*)<|\b(?:target|resultVariable|outputElement)="([^"]*)"|"(?:key|path)"\s*:\s*"([^"]*)"/g
const TEXTS = /&quot;.*?&quot;|&#34;.*?&#34;|\\"[^"]*\\"|"[^"]*"/g

/** The names that a diagram's, decision's or form's expressions speak of. */
function namesRead(content: string): string[] {
  const expressions = [...content.matchAll(READS)].map(
    ([, ...groups]) => groups.find(group => group !== undefined) ?? '',
  )
  return expressions.flatMap(each => each.replace(TEXTS, ' ').match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? [])
}
