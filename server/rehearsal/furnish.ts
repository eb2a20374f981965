import Sqlite, { type Database } from 'better-sqlite3'

/**
 * What a rehearsal office takes over from the real one: people, bodies and their papers, the numbers of the office, the
 * law, and the procedures in force. No case, no party, no journal, no secret and nothing that is on its way out.
 */
const TAKEN_OVER: readonly string[] = [
  ...['organisation', 'person', 'appointment', 'account', 'certificate', 'certificate_state', 'qualification'],
  ...['staff_member', 'training_hour', 'retirement_age', 'personnel_word', 'personal_name', 'register_version'],
  ...['calendar_year', 'limit_parameter', 'office_parameter', 'enforcement_item', 'empowerment_confirmation'],
  ...['duty_list', 'liaison', 'organisation_change', 'statute_text', 'statute_article', 'statute_entry'],
  ...['definition_summary', 'form_summary', 'shipped_resource', 'reading_mark'],
  ...['engine_version', 'engine_process', 'engine_form', 'engine_requirements', 'engine_decision'],
  ...[
    'engine_resource',
    'engine_start',
    'engine_key_bound',
    'webhook',
    'notification_setting',
    'notification_template',
  ],
]

/** What was taken over is older than whatever the journal of the rehearsal, which begins at 1, will bring. */
const BEFORE = 1_000_000_000_000

const countsEntries = (db: Database, table: string): boolean =>
  (db.pragma(`table_info(${table})`) as { name: string }[]).some(({ name }) => name === 'seq')

/**
 * Fills the empty tables of a rehearsal office with what it takes over.
 * @param office the database of the real office; only read
 * @param rehearsal the database of the rehearsal office, with its tables and nothing in them
 */
export function furnish(office: string, rehearsal: string): void {
  const db = new Sqlite(rehearsal)
  try {
    db.pragma('foreign_keys = OFF')
    db.pragma('synchronous = OFF')
    db.prepare('ATTACH ? AS office').run(office)
    db.transaction(() => {
      for (const table of TAKEN_OVER) db.exec(`INSERT INTO main.${table} SELECT * FROM office.${table}`)
      for (const table of TAKEN_OVER) if (countsEntries(db, table)) db.exec(`UPDATE ${table} SET seq = seq - ${BEFORE}`)
      // Nothing is posted, so nothing real is signed with.
      db.exec("INSERT INTO webhook_secret (webhook_id, secret) SELECT webhook_id, 'rehearsal' FROM webhook")
      // Anybody can be played, also who has no account yet or a locked one.
      db.exec('UPDATE account SET state = NULL')
      db.exec(
        `INSERT INTO account (account_id, person_id) SELECT person_id, person_id FROM person
         WHERE person_id NOT IN (SELECT person_id FROM account) AND person_id NOT IN (SELECT account_id FROM account)`,
      )
    })()
    db.prepare('DETACH office').run()
  } finally {
    db.close()
  }
}
