import type { Database } from 'better-sqlite3'
import type { Json } from '../engine/protocol/records.ts'
import type { Choices } from './kinds.ts'
import type { Template } from './template.ts'

/** How somebody wants to be told. */
export interface Setting {
  /** Where mail reaches him. */
  mail: string | null
  choices: Choices
}

/** What people and the office chose; on any connection. */
export interface NotificationSettings {
  of(personId: string): Setting
  /** The office's own wording, if it has one. */
  template(templateId: string): Template | undefined
}

const NOTHING_CHOSEN: Setting = { mail: null, choices: {} }

/** Prepares the questions once. */
export function openNotificationSettings(db: Database): NotificationSettings {
  const setting = db.prepare<[string], { mail: string; choices: string }>(
    'SELECT mail, choices FROM notification_setting WHERE person_id = ?',
  )
  const template = db.prepare<[string], Template>(
    'SELECT subject, body FROM notification_template WHERE template_id = ?',
  )
  return {
    of(personId) {
      const row = setting.get(personId)
      if (!row) return NOTHING_CHOSEN
      const mail = JSON.parse(row.mail) as Json
      return { mail: typeof mail === 'string' ? mail : null, choices: JSON.parse(row.choices) as Choices }
    },
    template: templateId => template.get(templateId),
  }
}
