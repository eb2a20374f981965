import { officeDate } from '../../clock/office-date.ts'
import { CommandRejected, type Json } from '../../engine/index.ts'
import { follow, handlersIn, type Occasion, type OfficerTools } from './officer-tools.ts'

/** The procedure by which the director of the centre names other handlers. */
export const REASSIGNMENT = 'reassign-handler'

/** So many handlers a case must have (行政处罚法 第42条). */
const LEAST_HANDLERS = 2

/** Starts the naming of other handlers for every case that somebody's fall leaves with fewer than two valid officers. */
export async function refillShortCases(tools: OfficerTools, occasion: Occasion): Promise<void> {
  for (const short of shortCasesOf(tools, occasion.personId)) await refill(tools, occasion, short)
}

/** A case with fewer than two valid officers, as the naming of others is started for it. */
export type ShortCase = Readonly<Record<string, Json>> & { caseNo: string; orgCode: string }

/** The cases that somebody's fall leaves short, and for which nobody was asked yet. */
export function shortCasesOf(tools: OfficerTools, personId: string): ShortCase[] {
  if (isOfficer(tools, personId)) return []
  return casesOf(tools, personId).flatMap(caseNo => shortCase(tools, personId, caseNo) ?? [])
}

/** The registered cases somebody handles, and those that a running procedure says he handles. */
function casesOf({ cases, desks }: OfficerTools, personId: string): string[] {
  const running = desks.handledBy([personId]).map(({ caseNo }) => caseNo)
  return [...new Set([...cases.handledBy(personId), ...running])]
}

/** Whether somebody may handle a case now: an officer of a street or a department, with a valid certificate. */
function isOfficer({ people, certificates, clock }: OfficerTools, personId: string): boolean {
  const now = clock.now()
  const { appointments } = people.findPerson(personId, officeDate(now)) ?? { appointments: [] }
  const holdsOffice = appointments.some(({ role }) => role === 'street-officer' || role === 'dept-officer')
  return (
    holdsOffice &&
    certificates.certificatesOf(personId, now).some(({ kind, state }) => kind === 'enforcement' && state === 'valid')
  )
}

async function refill(tools: OfficerTools, occasion: Occasion, variables: ShortCase): Promise<void> {
  const definition = tools.definitions.findLatest(REASSIGNMENT)
  if (!definition) return
  const { processDefinitionKey } = definition
  await follow(tools, occasion, {
    kind: 'engine',
    verb: 'process-instance.create',
    caseNo: variables.caseNo,
    subject: { processDefinitionId: REASSIGNMENT },
    payload: { lost: occasion.personId },
    commands: [{ type: 'CREATE_PROCESS_INSTANCE', processDefinitionKey, variables: { ...variables } }],
  }).catch((error: unknown) => {
    // Out of use: what else follows is not held up, and the watch asks again at midnight.
    if (!(error instanceof CommandRejected)) throw error
    tools.onError(error)
  })
}

function shortCase(tools: OfficerTools, personId: string, caseNo: string): ShortCase | undefined {
  const { instances, cases, people } = tools
  const running = instances.keysOfCase(caseNo).flatMap(key => {
    const instance = instances.find(key)
    return instance?.state === 'ACTIVE' ? [instance] : []
  })
  if (running.some(({ bpmnProcessId }) => bpmnProcessId === REASSIGNMENT)) return undefined
  const registered = cases.find(caseNo)
  const handlers = registered?.handlers.map(({ personId }) => personId) ?? [
    ...new Set(running.flatMap(({ processInstanceKey }) => handlersIn(tools, processInstanceKey))),
  ]
  const valid = handlers.filter(id => isOfficer(tools, id))
  // A procedure may have replaced him long ago.
  if (!handlers.includes(personId) || valid.length >= LEAST_HANDLERS) return undefined
  const orgCode = registered?.orgCode ?? orgOf(tools, running[0]?.processInstanceKey)
  if (orgCode === undefined) return undefined
  const lost = handlers.filter(id => !valid.includes(id))
  const named = (ids: readonly string[]) => ids.map(id => people.nameOf(id) ?? id).join('、')
  return {
    ...{ caseNo, orgCode, startedBy: null },
    caseTitle: registered?.title ?? running[0]?.title ?? null,
    ...{ lostHandlerIds: lost, lostHandlers: named(lost) },
    ...{ remainingHandlerIds: valid, remainingHandlers: named(valid) },
    missing: LEAST_HANDLERS - valid.length,
  }
}

function orgOf({ engine }: OfficerTools, processInstanceKey: string | undefined): string | undefined {
  if (processInstanceKey === undefined) return undefined
  const { orgCode } = engine.visibleVariables(processInstanceKey, processInstanceKey) ?? {}
  return typeof orgCode === 'string' ? orgCode : undefined
}
