import { createHash } from 'node:crypto'
import { type Command, CommandRejected, type Json } from '../../engine/index.ts'
import { canonicalize } from '../../journal/canonical.ts'
import type { IntakeSource } from '../../registers/intake-clients.ts'
import { type IntakeMatter, intakeMatterRecord, type KeptMatter } from '../../registers/intake-matters.ts'
import type { Caller } from '../caller.ts'
import type { House } from '../house.ts'
import { Problem, wrongFields } from '../problem.ts'
import { submit } from '../submit.ts'
import type { MatterBody } from './schemas.ts'

/** What a procedure begins with that takes matters from outside; its key is the number of the ticket. */
const MESSAGE = 'msg.hotline.dispatched'
/** How our numbers begin, by source. */
const PREFIX: Readonly<Record<IntakeSource, string>> = { hotline12345: 'RX', cityPlatform: 'CY' }
const PERSONAL = ['reporter', 'phone', 'reporterName', 'reporterPhone']

/**
 * Takes a matter in: an entry, a row that the street sees, and whatever procedure begins with it, in one act. The same
 * matter again is answered as the first time and done nothing with.
 * @throws Problem 409 for another content under a number that was taken, 422
 */
export async function receiveMatter(
  house: House,
  caller: Caller,
  body: MatterBody,
): Promise<{ matter: KeptMatter; isNew: boolean }> {
  const { client = '' } = caller
  const source = house.intakeClients.find(client)?.source ?? 'hotline12345'
  const matter = matterOf(house, { ...body, source, clientId: client })
  const known = sameMatter(house, matter)
  if (known) return { matter: known, isNew: false }
  try {
    await submit(house, caller, {
      kind: 'register',
      verb: 'intake.receive',
      caseNo: matter.ticketNo,
      subject: { ticketNo: matter.ticketNo },
      payload: { source, sourceId: matter.sourceId, org: matter.orgCode },
      register: [intakeMatterRecord(matter)],
      personal: PERSONAL,
      commands: [begin(matter)],
      permit() {
        if (house.intakeClients.secretOf(client) === undefined)
          throw new CommandRejected('FORBIDDEN', `'${client}' may hand nothing in`, { id: 'intake.unsigned' })
        if (sameMatter(house, matter)) throw new CommandRejected('ALREADY_EXISTS', 'It came in a moment ago')
      },
    })
  } catch (error) {
    // The same matter twice in one batch: the second is answered as the first.
    if (!(error instanceof CommandRejected && error.type === 'ALREADY_EXISTS')) throw error
  }
  return { matter: house.intakeMatters.find(source, matter.sourceId)!, isNew: true }
}

/** The matter as it was taken under its number. @throws Problem 409 if that was another */
function sameMatter({ intakeMatters }: House, { source, sourceId, contentHash }: IntakeMatter): KeptMatter | undefined {
  const known = intakeMatters.find(source, sourceId)
  if (!known || known.contentHash === contentHash) return known
  throw new Problem('intake.other-content', { sourceId, at: new Date(known.at).toISOString() })
}

/** @throws Problem 422 naming the street or the time */
function matterOf(
  house: House,
  { reporter, receivedAt, org, ...body }: MatterBody & { source: IntakeSource; clientId: string },
): IntakeMatter {
  const { clientId: _, ...content } = { reporter, receivedAt, org, ...body }
  const happenedAt = Date.parse(receivedAt)
  const street = house.people.findOrganisation(org)
  const wrong = [
    ...(street?.kind === 'subdistrict' ? [] : [{ path: '/org', id: 'intake.no-street', params: { org } }]),
    ...(happenedAt <= house.clock.now() ? [] : [{ path: '/receivedAt', id: 'intake.future', params: {} }]),
  ]
  if (wrong.length > 0) throw wrongFields(wrong)
  const { source, sourceId, clientId, title, problem, place, level } = body
  return {
    ...{ source, sourceId, clientId, title, problem, level, happenedAt, orgCode: org, place: place ?? null },
    contentHash: createHash('sha256')
      .update(canonicalize(content as unknown as Json))
      .digest('hex'),
    ticketNo: `${PREFIX[source]}-${sourceId}`,
    reporter: reporter?.name ?? null,
    phone: reporter?.phone ?? null,
  }
}

function begin({ ticketNo, source, orgCode, title, problem, place, level, reporter, phone }: IntakeMatter): Command {
  return {
    type: 'PUBLISH_MESSAGE',
    name: MESSAGE,
    correlationKey: ticketNo,
    messageId: ticketNo,
    variables: {
      // Whatever is heard in the instance is heard under this from its first moment on.
      whistleId: ticketNo,
      ...{ ticketNo, caseNo: ticketNo, caseTitle: title, orgCode, source, linkedCase: null },
      ...{ title, problem, place, level, reporterName: reporter, reporterPhone: phone },
    },
  }
}
