import { dayOf } from '../../deadlines/office-day.ts'
import type { ActivatedJob, Variables } from '../../engine/index.ts'
import { whistleRecord } from '../../registers/whistles/whistles.ts'
import { textInput } from '../job-inputs.ts'
import type { Worker, WorkerTools } from '../worker.ts'
import { type CalledBody, calledBodies, itemCodesOf } from './whistle-bodies.ts'

/** What the duty lists say to a whistle; see `findingOf`. */
type DutyFinding = 'ok' | 'ownDuty' | 'withdrawnItem' | 'notAssist'

/**
 * Holds a drafted whistle against the duty lists and the catalogue of powers, enters it into the register, and answers
 * `dutyFinding` and `itemCodes`. Done again it says the same.
 */
export const checkDuty: Worker = {
  type: 'check-duty',
  timeout: 30_000,
  async handle(job, tools) {
    const { variables } = job
    const whistleId = textInput(job, 'whistleId')
    const itemCodes = itemCodesOf(variables)
    const called = calledBodies(job)
    // Drafted anew after a return, it was entered when it was entered first.
    const createdAt = tools.whistles.find(whistleId)?.createdAt ?? tools.clock.now()
    const dutyFinding = findingOf(tools, variables, { itemCodes, called })
    await tools.act(job, {
      verb: 'register.write',
      payload: { register: 'whistles', finding: dutyFinding },
      subject: { bizKey: whistleId },
      register: [whistleRecord('whistles', whistleId, { ...contentOf(job), createdAt, itemCodes, dutyFinding })],
    })
    return { dutyFinding, itemCodes, title: variables.title ?? null }
  },
}

/**
 * Of a street's whistle: its own duty, when it is empowered to every matter and calls one body alone. Of a department's:
 * a matter that was taken back from a street, or one no list has the street assist with.
 */
function findingOf(
  { items, dutyLists, clock }: WorkerTools,
  { direction, orgCode, dutyBasis }: Variables,
  { itemCodes, called }: { itemCodes: string[]; called: readonly CalledBody[] },
): DutyFinding {
  const day = dayOf(clock.now())
  if (direction !== 'dept2street') {
    const isOwn = itemCodes.length > 0 && itemCodes.every(code => items.isEmpowered(String(orgCode), code, day))
    return isOwn && called.length === 1 ? 'ownDuty' : 'ok'
  }
  const isOn = (list: 'assist' | 'withdrawn', code: string) =>
    called.some(({ org }) => dutyLists.isOn(list, org, code, day))
  if (dutyBasis === 'withdrawn' || itemCodes.some(code => isOn('withdrawn', code))) return 'withdrawnItem'
  return itemCodes.length > 0 && itemCodes.every(code => isOn('assist', code)) ? 'ok' : 'notAssist'
}

/** What the draft says, as the register keeps it. */
function contentOf({ variables, processInstanceKey }: ActivatedJob): Variables {
  const kept = [
    ...['caseNo', 'orgCode', 'direction', 'level', 'title', 'ground', 'major', 'place', 'problem', 'neededDepts'],
    ...['dutyBasis', 'planAt', 'planPlace', 'linkedCase', 'draftedBy'],
  ]
  const values = Object.fromEntries(kept.map(name => [name, variables[name] ?? null]))
  return { ...values, processInstanceKey, state: variables.level === 'emergency' ? 'dispatched' : 'approving' }
}
