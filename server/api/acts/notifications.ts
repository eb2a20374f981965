import { CommandRejected, type Json } from '../../engine/index.ts'
import { type Choices, kindIds, type NotificationKind } from '../../notifications/kinds.ts'
import type { OutboxItem } from '../../notifications/outbox.ts'
import { type Template, wrongPlaces } from '../../notifications/template.ts'
import { placesOf } from '../../notifications/words.ts'
import type { Caller } from '../caller.ts'
import type { House } from '../house.ts'
import type { Language } from '../language.ts'
import { Problem, wrongFields } from '../problem.ts'
import { refuseWithout, requirePermission, submit } from '../submit.ts'
import { requirePerson } from './people.ts'

/** Sets how oneself wants to be told; the address is personal data. */
export async function setNotificationSettings(
  house: House,
  caller: Caller,
  { mail, choices, language }: { mail: string | null; choices: Choices; language: Language },
): Promise<void> {
  const { personId } = caller.person
  await submit(house, caller, {
    kind: 'register',
    verb: 'notification.settings',
    subject: { personId },
    register: [
      {
        register: 'notification-settings',
        op: 'put',
        id: personId,
        value: { mail, choices: choices as Json, language },
      },
    ],
    personal: ['mail'],
    permit: person => {
      if (person.permissions.length === 0) requirePermission(person, 'work')
    },
  })
}

/** Enters where mail reaches somebody, for him; how he wants to be told stays his own affair. */
export async function setMailAddress(
  house: House,
  caller: Caller,
  personId: string,
  { mail, reason }: { mail: string | null; reason: string },
): Promise<void> {
  requirePerson(house, personId)
  const { choices, language } = house.postOffice.settings.of(personId)
  await submit(house, caller, {
    kind: 'register',
    verb: 'notification.address',
    subject: { personId },
    payload: { reason },
    register: [
      {
        register: 'notification-settings',
        op: 'put',
        id: personId,
        value: { mail, choices: choices as Json, language },
      },
    ],
    personal: ['mail'],
    permit: person => requirePermission(person, 'administrate'),
  })
}

/** Tries everything once more that could not be sent. @returns how much that is */
export async function retryEverything(house: House, caller: Caller): Promise<number> {
  let count = 0
  await submit(house, caller, {
    kind: 'verb',
    verb: 'outbox.retry-all',
    permit(person, act) {
      requirePermission(person, 'operate')
      count = house.postOffice.outbox.retryAll(house.clock.now())
      act.payload = { count }
    },
  })
  house.postOffice.look()
  return count
}

/** Which wording is meant. @throws Problem 404 */
export function kindOf(id: string): NotificationKind {
  const kind = kindIds.find(known => known === id)
  if (!kind) throw new Problem('resource.not-found')
  return kind
}

/** @throws Problem 422 naming each place of the wording that nothing fills. */
export function refuseWrongPlaces(kind: NotificationKind, { subject, body }: Template): void {
  const known = placesOf(kind)
  const wrong = Object.entries({ subject, body }).flatMap(([field, text]) =>
    wrongPlaces(text, known).map(place => ({
      path: `/${field}`,
      id: 'notification.place',
      params: { found: place, known: [...known] },
    })),
  )
  if (wrong.length > 0) throw wrongFields(wrong)
}

/** Gives a kind the office's own wording in a language, or, with nothing, ours again. */
export async function setNotificationTemplate(
  house: House,
  caller: Caller,
  { kind, language, template }: { kind: NotificationKind; language: Language; template: Template | null },
): Promise<void> {
  const id = `${kind}.${language}`
  const deed = { kind: 'register' as const, verb: 'notification-template.set', subject: { templateId: id } }
  await refuseWithout('administrate', house, caller, deed)
  if (template) refuseWrongPlaces(kind, template)
  const before = house.postOffice.settings.template(id) ?? null
  await submit(house, caller, {
    ...deed,
    payload: { before: before as Json, after: template as Json },
    register: [
      template
        ? { register: 'notification-templates', op: 'put', id, value: { ...template } }
        : { register: 'notification-templates', op: 'delete', id },
    ],
    permit: person => requirePermission(person, 'administrate'),
  })
}

/** Tries once more what could not be sent, or gives it up. */
export async function settleOutboxItem(
  house: House,
  caller: Caller,
  outboxId: number,
  what: 'retry' | 'discard',
): Promise<void> {
  const { outbox } = house.postOffice
  const deed = { kind: 'verb' as const, verb: `outbox.${what}`, subject: { outboxId: String(outboxId) } }
  await refuseWithout('operate', house, caller, deed)
  await submit(house, caller, {
    ...deed,
    permit: person => {
      requirePermission(person, 'operate')
      const item = outbox.find(outboxId)
      if (!item) throw new CommandRejected('NOT_FOUND', `There is no message ${outboxId}`)
      if (!isOpen(item, what))
        throw new CommandRejected('INVALID_STATE', `Message ${outboxId} is ${item.state}`, { id: 'outbox.settled' })
      outbox[what](outboxId, house.clock.now())
    },
  })
  house.postOffice.look()
}

function isOpen({ state }: OutboxItem, what: 'retry' | 'discard'): boolean {
  return state === 'failed' || (what === 'discard' && state === 'pending')
}
