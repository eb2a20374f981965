import type { z } from '@hono/zod-openapi'
import type { OfficeDay } from '../deadlines/office-day.ts'
import { documentTemplates } from '../documents/templates/index.ts'
import type { Definition, InstanceSummary } from '../projections/index.ts'
import { parseReference, type Reference } from '../statutes/parse-reference.ts'
import { readChineseNumber } from '../statutes/text/chinese-number.ts'
import { citingPlaces } from './cited-by.ts'
import type { House } from './house.ts'
import type { Language } from './language.ts'
import { filesOfDefinition } from './process-drafts/published-files.ts'
import type { StatuteImpactSchema } from './schemas/statute-impact.ts'
import { statuteJson } from './statute-json.ts'

type Impact = z.infer<typeof StatuteImpactSchema>

const MOST_CASES = 1_000

/**
 * What is touched by a law as it holds on a day: by the articles that say something else than in the version before, or,
 * where the law holds no more, by all of it. Steps of published procedures and of versions that cases still run on, open
 * cases, forms and tables, templates of documents, and whatever else cites them.
 * @returns nothing for a law that nobody knows
 */
export async function statuteImpact(
  house: House,
  name: string,
  day: OfficeDay,
  language: Language,
): Promise<Impact | undefined> {
  const statute = await statuteJson(house, name, day, language)
  if (!statute) return undefined
  const changed = statute.articles.filter(({ isChanged }) => isChanged).map(({ article }) => article)
  const isRepealed = !statute.isInForce
  const isTouched = (cited: Reference | undefined): boolean =>
    cited?.name === name && (isRepealed || cited.article === undefined || changed.includes(cited.article))
  if (!isRepealed && changed.length === 0) return { ...NOTHING, name, day, isRepealed, articles: [] }
  const places = (await citingPlaces(house, language)).filter(({ cited }) => isTouched(cited))
  const versions = house.definitions.latest().flatMap(each => house.definitions.versionsOf(each.bpmnProcessId))
  const citing = await Promise.all(versions.map(each => citingSteps(house, each, isTouched)))
  const cases = await openCases(house, citing)
  const used = new Set(cases.map(({ processDefinitionKey }) => processDefinitionKey))
  const latest = new Set(house.definitions.latest().map(({ processDefinitionKey }) => processDefinitionKey))
  return {
    ...{ name, day, isRepealed, articles: changed, cases },
    steps: citing
      .filter(({ processDefinitionKey: key }) => latest.has(key) || used.has(key))
      .flatMap(({ steps, ...version }) =>
        steps.map(step => ({ ...version, ...step, isPublished: latest.has(version.processDefinitionKey) })),
      ),
    texts: (await Promise.all(house.definitions.latest().map(each => citingTexts(house, each, isTouched)))).flat(),
    templates: documentTemplates
      .filter(({ basis = [] }) => basis.some(ref => isTouched(parseReference(ref))))
      .map(({ id, name: title }) => ({ id, name: title })),
    others: places
      .filter(({ kind }) => kind !== 'procedure')
      .map(({ kind, id, name: title, ref }) => ({ kind, id, name: title, ref })),
  }
}

const NOTHING = { steps: [], cases: [], texts: [], templates: [], others: [] }

interface CitingVersion {
  processDefinitionKey: string
  processName: string
  version: number
  processId: string
  steps: { elementId: string; name: string; refs: string[] }[]
}

type IsTouched = (cited: Reference | undefined) => boolean

async function citingSteps(house: House, definition: Definition, isTouched: IsTouched): Promise<CitingVersion> {
  const { processDefinitionKey, bpmnProcessId, name, version } = definition
  const diagram = await house.diagrams.get(processDefinitionKey)
  const steps = diagram.words.userTasks.flatMap(({ id, basis }) => {
    const refs = basis.filter(ref => isTouched(parseReference(ref)))
    return refs.length > 0 ? [{ elementId: id, name: diagram.nameOf(id), refs }] : []
  })
  return { processDefinitionKey, processName: name ?? bpmnProcessId, version, processId: bpmnProcessId, steps }
}

/** Running instances of versions with such a step; those that stand at one now first. */
async function openCases({ instances }: House, citing: readonly CitingVersion[]): Promise<Impact['cases']> {
  const versions = new Map(
    citing.filter(({ steps }) => steps.length > 0).map(each => [each.processDefinitionKey, each]),
  )
  const running = [...new Set([...versions.values()].map(({ processId }) => processId))].flatMap(id =>
    allOf(instances, id),
  )
  const found = running.flatMap((each: InstanceSummary) => {
    const version = versions.get(each.processDefinitionKey)
    if (!version) return []
    const open = new Set(each.currentSteps.map(({ elementId }) => elementId))
    return [
      {
        ...{ processInstanceKey: each.processInstanceKey, processDefinitionKey: each.processDefinitionKey },
        ...{ caseNo: each.caseNo, title: each.title, processName: version.processName },
        now: version.steps.filter(({ elementId }) => open.has(elementId)).map(({ name }) => name),
        steps: version.steps.map(({ name }) => name),
      },
    ]
  })
  return found.sort((a, b) => b.now.length - a.now.length).slice(0, MOST_CASES)
}

function allOf(instances: House['instances'], processDefinitionId: string): InstanceSummary[] {
  const found: InstanceSummary[] = []
  let after: string | undefined
  do {
    const page = instances.page({ state: 'ACTIVE', processDefinitionId, limit: 200, ...(after && { after }) })
    found.push(...page.items)
    after = page.endCursor
  } while (after !== undefined && found.length < MOST_CASES)
  return found
}

/** Forms and tables of a procedure whose help or options speak of such an article. */
async function citingTexts(house: House, definition: Definition, isTouched: IsTouched): Promise<Impact['texts']> {
  const files = (await filesOfDefinition(house, definition)).filter(({ name }) => /\.(form|dmn)$/.test(name))
  return files.flatMap(({ name, content }) => {
    const refs = [...new Set(citationsIn(content))].filter(ref => isTouched(parseReference(ref)))
    const { processDefinitionKey, bpmnProcessId, name: process } = definition
    return refs.length > 0 ? [{ processDefinitionKey, processName: process ?? bpmnProcessId, file: name, refs }] : []
  })
}

/** `行政处罚法 第58条` and `《行政处罚法》第五十八条` in a text, as references. */
function citationsIn(text: string): string[] {
  const written = [...text.matchAll(/([\p{Script=Han}]{2,20}) 第(\d+)条/gu)]
  const spoken = [...text.matchAll(/([\p{Script=Han}]{2,20})》?第([零〇一二三四五六七八九十百]+)条/gu)]
  return [
    ...written.map(([, name = '', number]) => `${lawIn(name)} 第${number}条`),
    ...spoken.map(([, name = '', number = '']) => `${lawIn(name)} 第${readChineseNumber(number)}条`),
  ]
}

/** A name without the words that lead to it. */
const lawIn = (text: string): string =>
  text.replace(/^.*(?:根据|依据|依照|按照|违反|见|据|依)/u, '').replace(/^中华人民共和国/u, '')
