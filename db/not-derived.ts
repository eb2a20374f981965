/**
 * Tables that no entry of the journal fills, each with the reason; `verify` rebuilds every other one. A new table is
 * either owned by a reading or stands here.
 */
export const NOT_DERIVED: Readonly<Record<string, string>> = {
  journal: 'the source itself',
  personal_value: 'the values beside the chain; each is checked against its commitment',
  personal_name: 'what was declared personal; entries hold commitments, not declarations',
  idempotency: 'answers, forgotten after seven days',
  credential: 'secrets are not in the journal',
  invitation: 'secrets are not in the journal',
  webhook_secret: 'secrets are not in the journal',
  session: 'secrets are not in the journal',
  intake_secret: 'secrets are not in the journal',
  draft: 'what somebody has begun to fill in is no act yet',
  process_draft: 'what somebody works on is no act yet; what becomes of it is, and has a register',
  process_draft_save: 'likewise',
  process_draft_content: 'likewise; what was submitted is named in the journal by its SHA-256',
  reading_mark: 'in which version each reading was filled',
  notification: 'whether somebody has read what he was told is his own affair',
  notification_cursor: 'how far the entries were read for that',
  outbox: 'what leaves the house is work in progress',
  engine_resource: 'content, named in the journal by its SHA-256',
  engine_key_bound: 'keys reserved ahead, so that none is given twice',
}
