import { namedLimits } from '../../../server/bpmn/index.ts'
import { limitParameters } from '../../../server/deadlines/parameters/index.ts'
import type { Resource } from '../../../server/lint/index.ts'
import { everyTask, everywhere, type Mutant, replaced, type Spoiler, withHeader, withoutHeader } from './mutant.ts'

const BINDING =
  /key="kind" value="(on-site-act|coercion|coercion-execution|legal-review-[a-z]+|jurisdiction-designation)"/

/** Limits of the office that tasks without a basis of their own name, each without its article. */
function withoutArticle(resources: readonly Resource[]): Mutant[] {
  const bare = everyTask(resources, task =>
    task.includes('key="basis"') ? undefined : withHeader(task, 'limit', key => `${key} `),
  )
  return bare.flatMap(({ at, resources: marked }) => {
    const limit = new RegExp(`id="${at}"[\\s\\S]*?key="limit" value="([^"]*) "`).exec(diagramText(marked))?.[1]
    const key = namedLimits({ limit })[0]?.key
    const limits = limitParameters.map(each => (each.key === key ? { ...each, basis: [], marks: [] } : each))
    return key === undefined ? [] : [{ at, resources, limits }]
  })
}

const diagramText = (resources: readonly Resource[]) =>
  resources.find(({ name }) => name.endsWith('.bpmn'))?.content ?? ''

/** Each row of each table left out. */
function withoutRow(resources: readonly Resource[]): Mutant[] {
  return resources
    .filter(({ name, content }) => name.endsWith('.dmn') && content.includes('lawRequires'))
    .flatMap(table =>
      [...table.content.matchAll(/\s*<rule id="([^"]+)"[\s\S]*?<\/rule>/g)].map(({ 0: found, 1: at = '' }) => ({
        at,
        resources: replaced(resources, table, table.content.replace(found, '')),
      })),
    )
}

/** As other approval engines write it: who began it is not asked in this step. */
const SKIPS_SELF =
  '<flowable:assignStartUserHandlerType xmlns:flowable="http://flowable.org/bpmn">2</flowable:assignStartUserHandlerType>'

/** What the law wants: articles, limits, reviews, and that time approves nothing. */
export const lawSpoilers: readonly Spoiler[] = [
  { name: '期限的条文去掉', rules: ['limit-with-article'], mutate: withoutArticle },
  {
    name: '期限的键写错',
    rules: ['known-limit'],
    mutate: all => everyTask(all, task => withHeader(task, 'limit', key => `${key}x`)),
  },
  {
    ...{ name: '办理人是发起人时跳过（别的系统的写法）', rules: ['lawful-verbs'], most: 4 },
    mutate: all =>
      everyTask(all, task =>
        task.includes('key="kind" value="internal"')
          ? undefined
          : task.replace('</bpmn:extensionElements>', `${SKIPS_SELF}</bpmn:extensionElements>`),
      ),
  },
  {
    name: '约束当事人的任务去掉依据',
    rules: ['binding-rests-on-law'],
    mutate: all => everyTask(all, task => (BINDING.test(task) ? withoutHeader(task, 'basis') : undefined)),
  },
  {
    name: '引不存在的条文',
    rules: ['basis-in-force'],
    mutate: all => everyTask(all, task => withHeader(task, 'basis', basis => basis.replace(/第\d+条/, '第990条'))),
  },
  { name: '第58条的一种情形不判定', rules: ['article-58-reviewed'], mutate: withoutRow },
  {
    name: '绕过法制审核，直接通过',
    rules: ['article-58-reviewed'],
    mutate: all =>
      everywhere(
        all,
        /(<bpmn:sequenceFlow id="submit--examine"[^>]*targetRef=")examine"/g,
        (_, start) => `${start}end-passed"`,
      ),
  },
  {
    name: '逾期视为批准',
    letPass: '逾期以后先有人办理，不是时间批准的',
    rules: ['nothing-approved-by-time'],
    mutate: all =>
      everywhere(
        all,
        /<bpmn:endEvent id="([^"]*(?:expired|overdue|lapsed|missing)[^"]*)"( name="[^"]*")?/g,
        (_, id) => `<bpmn:endEvent id="${id}" name="视为批准"`,
      ),
  },
  {
    name: '总期限短于各步之和',
    rules: ['fits-the-limit'],
    mutate: all =>
      everywhere(
        all,
        /(<zeebe:property name="caseType" value="(?:transfer|dispute|cert-issue|cert-revoke)" \/>)/g,
        found =>
          `${found}<zeebe:property name="limit" value="cert.approve" /><zeebe:property name="escalateTo" value="center-director" />`,
      ),
  },
  {
    name: '用定时器数法定期限',
    rules: ['no-raw-timer'],
    mutate: all =>
      everywhere(
        all,
        /<bpmn:messageEventDefinition id="([^"]*overdue[^"]*)" messageRef="[^"]*" \/>/g,
        (_, id = '') =>
          `<bpmn:timerEventDefinition id="${id}"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P3D</bpmn:timeDuration></bpmn:timerEventDefinition>`,
      ),
  },
  {
    name: '逾期消息的相关键写错',
    rules: ['overdue-key'],
    mutate: all =>
      everywhere(
        all,
        /name="(limit-overdue[^"]*)">\s*<bpmn:extensionElements>\s*<zeebe:subscription correlationKey="[^"]*"/g,
        found => found.replace(/"$/, ' + &#34;x&#34;"'),
      ),
  },
]
