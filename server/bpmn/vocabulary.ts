import { type FlowNode, processesOf, readProcessGraph } from './graph.ts'
import { extensionOf, headersOf, type ModdleElement, propertiesOf, textOf } from './moddle.ts'
import { type RequestWords, readRequests } from './requests.ts'
import type { VocabularyProblem } from './vocabulary-problem.ts'

/** What a diagram says in the house's own words, beside BPMN (the `zeebe:properties` of a process, the `zeebe:taskHeaders` of its user tasks). */
export interface ProcessVocabulary {
  processes: ProcessWords[]
  /** Keys nobody reads and values nobody understands; empty in a diagram that may be published. */
  problems: VocabularyProblem[]
}

export interface ProcessWords {
  id: string
  name?: string
  isExecutable: boolean
  properties: ProcessProperties
  userTasks: UserTaskWords[]
}

export interface ProcessProperties {
  /** What sort of case a start opens. */
  caseType?: string
  /** Roles whose holders may start the procedure. */
  startRoles: string[]
  /** The variable (or FEEL) that names the case in its trade. */
  bizKey?: string
  /** How the numbers begin that the gate gives: `CS` in `CS-20261124-000123`. */
  bizPrefix?: string
  /** Where it is offered beside the page of procedures: `case` on the page of a case, with the words of the case filled in. */
  startFrom?: string
  /** FEEL or text: one line that tells this instance from others. */
  title?: string
  /** Key of the limit that runs from its start to its end; several with `;`. */
  limit?: string
  /** FEEL: when that limit begins to run; absent: with the instance. */
  limitStart?: string
  /** Whom it goes up to when it is over. */
  escalateTo?: string
  /** What people may ask of a running instance. */
  requests: RequestWords[]
}

export interface UserTaskWords {
  id: string
  name?: string
  formId?: string
  /** FEEL or text, as written. */
  candidateGroups?: string
  candidateUsers?: string
  assignee?: string
  dueDate?: string
  priority?: string
  /** What sort of work it is: `legal-review`, `leader-decision`, `internal`, `on-site-act` … */
  kind?: string
  /** Key of the parameter table; several with `;`, and `+key` for one that runs after the one before. */
  limit?: string
  /** FEEL: when the limit begins to run; absent: when the task starts. */
  limitStart?: string
  limitId?: string
  escalateTo?: string
  /** Article references. */
  basis: string[]
  /** The buttons, in order. */
  actions: TaskAction[]
  enforcementAct: boolean
  cosign?: string
  /** Verbs that are closed on this task although the law allows them on its kind: `transfer`, `substitute` … */
  closes?: string[]
  /** The variable in which the gate keeps the id of who completed it. */
  doneBy?: string
  /** The gate adds what the register says of the case now: the last material change, whether the hearing has ended. */
  caseFacts: boolean
}

/** A button: choosing it sets `field` to `value` in the completion; `action` is what the engine is told. */
export interface TaskAction {
  field: string
  value: string | boolean
  action: string
  label: string
}

const PROCESS_KEYS = new Set([
  'caseType',
  'startRoles',
  'bizKey',
  'bizPrefix',
  'startFrom',
  'title',
  'requests',
  'limit',
  'limitStart',
  'escalateTo',
])
const USER_TASK_KEYS = new Set(
  'kind limit limitStart limitId escalateTo basis actions enforcementAct cosign closes doneBy caseFacts'.split(' '),
)

/** Reads the house's own words from a parsed diagram (see parseBpmn). */
export function readProcessVocabulary(definitions: ModdleElement): ProcessVocabulary {
  const problems: VocabularyProblem[] = []
  return { processes: processesOf(definitions).map(process => readProcess(process, problems)), problems }
}

function readProcess(process: ModdleElement, problems: VocabularyProblem[]): ProcessWords {
  const graph = readProcessGraph(process)
  const words = known(process, propertiesOf(process), PROCESS_KEYS, problems)
  const { caseType, startRoles, bizKey, bizPrefix, title, limit, limitStart, escalateTo } = words
  const startFrom = knownPlace(graph.id, words.startFrom, problems)
  const userTasks = [...graph.nodes.values()].filter(node => node.type === 'bpmn:UserTask')
  return {
    id: graph.id,
    ...optional({ name: graph.name }),
    isExecutable: graph.isExecutable,
    properties: {
      startRoles: listOf(startRoles),
      requests: readRequests(graph.id, words.requests, problems),
      ...optional({ caseType, bizKey, bizPrefix, startFrom, title, limit, limitStart, escalateTo }),
    },
    userTasks: userTasks.map(node => readUserTask(node, problems)),
  }
}

function readUserTask({ id, name, source }: FlowNode, problems: VocabularyProblem[]): UserTaskWords {
  const headers = known(source, headersOf(source), USER_TASK_KEYS, problems)
  const { kind, limit, limitStart, limitId, escalateTo, cosign, doneBy } = headers
  const assignment = extensionOf(source, 'zeebe:AssignmentDefinition')
  return {
    id,
    ...optional({
      name,
      formId: textOf(extensionOf(source, 'zeebe:FormDefinition'), 'formId'),
      candidateGroups: textOf(assignment, 'candidateGroups'),
      candidateUsers: textOf(assignment, 'candidateUsers'),
      assignee: textOf(assignment, 'assignee'),
      dueDate: textOf(extensionOf(source, 'zeebe:TaskSchedule'), 'dueDate'),
      priority: textOf(extensionOf(source, 'zeebe:PriorityDefinition'), 'priority'),
    }),
    ...optional({ kind, limit, limitStart, limitId, escalateTo, cosign, doneBy }),
    basis: listOf(headers.basis),
    ...(headers.closes && { closes: listOf(headers.closes) }),
    actions: readActions(id, headers.actions, problems),
    enforcementAct: readFlag(id, 'enforcementAct', headers.enforcementAct, problems),
    caseFacts: readFlag(id, 'caseFacts', headers.caseFacts, problems),
  }
}

/** `<result field>=<value>:<label>|…`; `true` and `false` are booleans, so that a gateway may read the field bare. */
function readActions(elementId: string, text: string | undefined, problems: VocabularyProblem[]): TaskAction[] {
  return partsOf(text, /[|\n]/).flatMap(part => {
    const [, field, action, label] = /^([A-Za-z_]\w*)=([^:]+):(.+)$/.exec(part) ?? []
    if (field && action && label)
      return [{ field, value: actionValue(action.trim()), action: action.trim(), label: label.trim() }]
    problems.push({ elementId, key: 'actions', kind: 'malformed', found: part })
    return []
  })
}

function actionValue(text: string): string | boolean {
  return text === 'true' || text === 'false' ? text === 'true' : text
}

function knownPlace(elementId: string, text: string | undefined, problems: VocabularyProblem[]): string | undefined {
  if (text !== undefined && text !== 'case')
    problems.push({ elementId, key: 'startFrom', kind: 'malformed', found: text })
  return text
}

function readFlag(elementId: string, key: string, text: string | undefined, problems: VocabularyProblem[]): boolean {
  if (text !== undefined && text !== 'true' && text !== 'false')
    problems.push({ elementId, key, kind: 'malformed', found: text })
  return text === 'true'
}

/** Empty values count as absent; keys outside the vocabulary become problems. */
function known(
  element: ModdleElement,
  values: Record<string, string>,
  keys: Set<string>,
  problems: VocabularyProblem[],
): Partial<Record<string, string>> {
  const entries = Object.entries(values)
  for (const [key, found] of entries)
    if (!keys.has(key)) problems.push({ elementId: element.id ?? '', key, kind: 'unknown-key', found })
  return Object.fromEntries(entries.filter(([key, value]) => keys.has(key) && value.trim() !== ''))
}

function listOf(text: string | undefined): string[] {
  return partsOf(text, /[;；,，|\n]/)
}

function partsOf(text: string | undefined, separator: RegExp): string[] {
  return (text ?? '')
    .split(separator)
    .map(part => part.trim())
    .filter(part => part !== '')
}

/** Leaves out what is undefined: an absent word has no key. */
function optional<T extends Record<string, string | undefined>>(words: T): { [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: string
  }
}
