import { officeDate } from '../../clock/office-date.ts'
import type { Outcome, Variables } from '../../engine/index.ts'
import { type Form, namesIn, personalFields } from '../../forms/index.ts'
import type { Person } from '../../identity/person.ts'
import { objectionToStart, type PolicyAppointment } from '../../policies/index.ts'
import { type Caller, policyPerson } from '../caller.ts'
import { caseVariables } from '../cases/case-variables.ts'
import type { Diagram } from '../diagrams.ts'
import type { House } from '../house.ts'
import { Problem, refusalOf, type WrongField, wrongFields } from '../problem.ts'
import { refuseRetired } from '../process-drafts/retire-procedure.ts'
import { submit } from '../submit.ts'
import { withLists } from '../task-form.ts'
import { businessNumber } from './business-number.ts'
import { checkFiles } from './check-files.ts'
import { checkedValues } from './checked-values.ts'
import { factsIn } from './late-entry.ts'
import { HANDLER_ROLE, requireHandlers } from './task-guard.ts'

/** What a start answers. */
export interface Started {
  processInstanceKey: string
  processDefinitionKey: string
  processDefinitionId: string
  processDefinitionVersion: number
}

/** What stands beside the values of a start form. */
export interface HowStarted {
  /** The registered case from whose page it is started. */
  ofCase?: string | undefined
  lateReason?: string | undefined
}

const LONGEST_CASE_NUMBER = 60

/** What a procedure without a start form is started with: no act is without its case. */
const BARE_START: Form = {
  type: 'default',
  id: 'start',
  components: [
    {
      id: 'case-no',
      type: 'textfield',
      key: 'caseNo',
      label: '案号',
      validate: { required: true, maxLength: LONGEST_CASE_NUMBER },
      properties: { 'en.label': 'Case number' },
    },
    {
      id: 'case-title',
      type: 'textfield',
      key: 'caseTitle',
      label: '案由',
      validate: { maxLength: 60 },
      properties: { 'en.label': 'Subject of the case' },
    },
    {
      id: 'party-name',
      type: 'textfield',
      key: 'partyName',
      label: '当事人',
      validate: { maxLength: 60 },
      properties: { 'en.label': 'Party', personal: 'true' },
    },
  ],
}

/**
 * Starts the latest version of a procedure. The start form's values are checked; who starts, for which street and which
 * case are set by the gate, never by the form.
 * @throws Problem 404, 422; CommandRejected 403 when none of the person's roles may start it.
 */
export async function startProcess(
  house: House,
  caller: Caller,
  processDefinitionId: string,
  given: Variables,
  how: HowStarted = {},
): Promise<Started> {
  return startedBy(await submitStart(house, caller, processDefinitionId, given, how))
}

/** The same, answering with the whole outcome. */
export async function submitStart(
  house: House,
  caller: Caller,
  processDefinitionId: string,
  given: Variables,
  { ofCase, lateReason }: HowStarted = {},
): Promise<Outcome> {
  const definition = house.definitions.findLatest(processDefinitionId)
  if (!definition) throw new Problem('resource.not-found')
  const diagram = await house.diagrams.get(definition.processDefinitionKey)
  const { startRoles } = diagram.words.properties
  const appointment = startingAs(caller.person, startRoles)
  const entity = (appointment && house.people.findOrganisation(appointment.org)?.entity) ?? ''
  const form = startForm(house, processDefinitionId, entity)
  const variables: Variables = {}
  return submit(house, caller, {
    kind: 'engine',
    verb: 'process-instance.create',
    ...caseOf({ caseNo: ofCase ?? given.caseNo ?? null }),
    subject: { processDefinitionId },
    personal: [...personalFields(form), 'partyName'],
    appointment,
    commands: [{ type: 'CREATE_PROCESS_INSTANCE', processDefinitionKey: definition.processDefinitionKey, variables }],
    permit: (person, act) => {
      const objection = objectionToStart(policyPerson(person), startRoles)
      if (objection) throw refusalOf(objection)
      refuseRetired(house, definition)
      const starter = caller.client === undefined ? person : undefined
      const values = checkedValues(house, form, withCase(form, given, ofCase), {})
      checkFiles(house, person, form, values)
      Object.assign(variables, numberedValues(house, diagram, { form, values, ofCase }))
      Object.assign(variables, startVariables(house, starter, variables, { entity, appointment }))
      const caseNo = String(variables.caseNo)
      act.caseNo = caseNo
      const role = appointment?.role
      Object.assign(variables, caseVariables(house, { caseNo, processDefinitionId, role, person: starter }))
      requireHandlers(house, caseNo, handlersIn(variables))
    },
    facts: () => factsIn(form, { variables, known: {}, reason: lateReason }),
  })
}

/** The case as given, for the entry; of a refusal it was not checked, and no number is that long. */
export function caseOf({ caseNo }: Variables): { caseNo?: string } {
  const number = typeof caseNo === 'string' ? caseNo.trim() : ''
  return number !== '' && number.length <= LONGEST_CASE_NUMBER ? { caseNo: number } : {}
}

/** The form a procedure is started with, its lists of people those of the street. */
export function startForm(house: House, processDefinitionId: string, entity: string): Form {
  return withLists(house, house.diagrams.startForm(processDefinitionId) ?? BARE_START, entity)
}

/** The appointment that gives the right to start. */
export function startingAs(person: Person, startRoles: readonly string[]): PolicyAppointment | undefined {
  return person.appointments.find(({ role }) => startRoles.includes(role))
}

interface Starting {
  entity: string
  appointment: PolicyAppointment | undefined
}

/** @param person who starts it; nobody, when a program does */
function startVariables(
  house: House,
  person: Person | undefined,
  values: Variables,
  { entity, appointment }: Starting,
): Variables {
  const caseNo = values.caseNo
  if (typeof caseNo !== 'string' || caseNo.trim() === '')
    throw wrongFields([{ path: '/caseNo', id: 'field.required', params: { name: 'caseNo' } }])
  const named = Array.isArray(values.handlerIds) ? values.handlerIds : []
  const own = person && appointment?.role === HANDLER_ROLE ? [person.personId] : []
  const handlerIds = [...new Set([...own, ...named.map(String)])]
  const wrong = handlerIds.flatMap(id => handlerObjection(house, id, entity))
  if (wrong.length > 0) throw wrongFields(wrong)
  return { ...values, caseNo: caseNo.trim(), orgCode: entity, startedBy: person?.personId ?? null, handlerIds }
}

function handlersIn({ handlerIds }: Variables): string[] {
  return Array.isArray(handlerIds) ? handlerIds.map(String) : []
}

/** Handlers are officers of the street the procedure runs in. */
function handlerObjection({ people, clock }: House, personId: string, entity: string): WrongField[] {
  const person = people.findPerson(personId, officeDate(clock.now()))
  const isOfficer = person?.appointments.some(
    ({ role, org }) => role === HANDLER_ROLE && people.findOrganisation(org)?.entity === entity,
  )
  if (isOfficer) return []
  return [{ path: '/handlerIds', id: 'field.not-an-officer', params: { person: person?.name ?? personId } }]
}

/** With the number of its business; a procedure whose form asks for no case is a case of its own, by that number. */
function numberedValues(
  house: House,
  diagram: Diagram,
  { form, values, ofCase }: { form: Form; values: Variables; ofCase: string | undefined },
): Variables {
  const numbered = businessNumber(house, diagram, values)
  const [number] = Object.values(numbered)
  const caseNo = ofCase ?? (hasCaseField(form) ? undefined : number)
  return { ...values, ...numbered, ...(caseNo !== undefined && { caseNo }) }
}

function hasCaseField(form: Form): boolean {
  return namesIn(form.components, { submittedOnly: true }).has('caseNo')
}

function withCase(form: Form, given: Variables, caseNo: string | undefined): Variables {
  return caseNo !== undefined && hasCaseField(form) ? { ...given, caseNo } : given
}

/** From the outcome alone: a replayed one may be of an earlier version. */
function startedBy({ results: [result = {}] }: Outcome): Started {
  return {
    processInstanceKey: String(result.processInstanceKey),
    processDefinitionKey: String(result.processDefinitionKey),
    processDefinitionId: String(result.bpmnProcessId),
    processDefinitionVersion: Number(result.version),
  }
}
