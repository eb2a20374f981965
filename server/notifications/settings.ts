import type { Database } from 'better-sqlite3'
import type { Json } from '../engine/protocol/records.ts'
import type { Choices } from './kinds.ts'
import type { Template } from './template.ts'

/** How somebody wants to be told. */
export interface Setting {
  /** Where mail reaches him. */
  mail: string | null
  choices: Choices
  /** In which language mail is written to him. */
  language: 'zh' | 'en'
}

/** What people and the office chose; on any connection. */
export interface NotificationSettings {
  of(personId: string): Setting
  /** The office's own wording, if it has one. */
  template(templateId: string): Template | undefined
}

const NOTHING_CHOSEN: Setting = { mail: null, choices: {}, language: 'zh' }

/** Prepares the questions once. */
export function openNotificationSettings(db: Database): NotificationSettings {
  const setting = db.prepare<[string], { mail: string; choices: string; language: string | null }>(
    'SELECT mail, choices, language FROM notification_setting WHERE person_id = ?',
  )
  const template = db.prepare<[string], Template>(
    'SELECT subject, body FROM notification_template WHERE template_id = ?',
  )
  return {
    of(personId) {
      const row = setting.get(personId)
      if (!row) return NOTHING_CHOSEN
      const mail = JSON.parse(row.mail) as Json
      return {
        mail: typeof mail === 'string' ? mail : null,
        choices: JSON.parse(row.choices) as Choices,
        language: row.language === 'en' ? 'en' : 'zh',
      }
    },
    template: templateId => template.get(templateId),
  }
}
