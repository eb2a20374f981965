import type { Projection } from '../../db/projection.ts'
import { defineRegister, type RegisterDefinition } from './register.ts'
import { webhookDefinition } from './webhooks.ts'

/** How people want to be told, the office's own wordings, and which systems are told: one row each, the latest record of an id. */
const notificationDefinitions = {
  'notification-settings': {
    name: 'notification-settings',
    table: 'notification_setting',
    key: 'person_id',
    columns: ['mail', 'choices', 'language'],
    // An address that was deleted by legal order leaves its commitment, which is an object.
    json: ['mail', 'choices'],
  },
  'notification-templates': {
    name: 'notification-templates',
    table: 'notification_template',
    key: 'template_id',
    columns: ['subject', 'body'],
  },
  webhooks: webhookDefinition,
} as const satisfies Record<string, RegisterDefinition>

export const notificationRegisters: readonly Projection[] = Object.values(notificationDefinitions).map(defineRegister)
