import type { House } from '../../server/api/house.ts'
import { requirePermission, submit } from '../../server/api/submit.ts'
import { officeDate } from '../../server/clock/office-date.ts'
import { personOf } from '../../server/identity/person.ts'

/** A message somebody sends to the instances that wait for its key. */
export interface SentMessage {
  name: string
  correlationKey: string
  caseNo: string
}

/** Publishes through the gate what no route sends yet: a withdrawal, a request for more time, an intervention. */
export async function publishMessage(house: House, personId: string, message: SentMessage): Promise<void> {
  const registered = house.people.findPerson(personId, officeDate(house.clock.now()))
  if (!registered) throw new Error(`Expected a person of the register, found '${personId}'`)
  const { name, correlationKey, caseNo } = message
  await submit(
    house,
    { person: personOf(registered, personId), via: 'web' },
    {
      kind: 'engine',
      verb: 'message.publish',
      caseNo,
      payload: { name, correlationKey },
      commands: [{ type: 'PUBLISH_MESSAGE', name, correlationKey }],
      permit: person => requirePermission(person, 'work'),
    },
  )
}
