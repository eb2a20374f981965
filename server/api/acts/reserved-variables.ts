import { type Form, namesIn } from '../../forms/index.ts'
import { DECIDING } from '../../policies/index.ts'
import type { Diagram } from '../diagrams.ts'
import type { House } from '../house.ts'

/** What the gate sets at the start, or a rule reads: by another value an instance would leave its case or its rules. */
const READ_BY_RULES: readonly string[] = [
  'caseNo',
  'startedBy',
  'reviewType',
  'is58',
  'hardGate',
  'clause58',
  'holderId',
  'preApproved',
  'suspectHolderIds',
  'clarified',
  'urgentApproved',
  'immediate',
  'loans',
]

/** Names of variables that operators and programs may not set in a case: what the rules read, and what people decide. */
export type Reserved = ReadonlySet<string>

/** What nobody but the gate and those who decide sets in an instance of a diagram. */
export function reservedIn(house: House, diagrams: readonly Diagram[]): Reserved {
  return new Set([...READ_BY_RULES, ...diagrams.flatMap(diagram => decidedIn(house, diagram))])
}

/** What whoever does not know whom he reaches may not set: of all procedures together. */
export async function reservedAnywhere(house: House): Promise<Reserved> {
  const latest = house.definitions.latest()
  return reservedIn(house, await Promise.all(latest.map(each => house.diagrams.get(each.processDefinitionKey))))
}

/** Result fields and form fields of the tasks in which reviewers and leaders say what they think. */
function decidedIn(house: House, { words }: Diagram): string[] {
  return words.userTasks
    .filter(({ kind }) => kind !== undefined && DECIDING.has(kind))
    .flatMap(({ actions, formId }) => [...actions.map(({ field }) => field), ...fieldsOf(latestForm(house, formId))])
}

function latestForm({ definitions, diagrams }: House, formId: string | undefined): Form | undefined {
  const found = formId === undefined ? undefined : definitions.findLatestForm(formId)
  return found && diagrams.form(found.formKey)
}

function fieldsOf(form: Form | undefined): Iterable<string> {
  return form ? namesIn(form.components, { submittedOnly: true }) : []
}
