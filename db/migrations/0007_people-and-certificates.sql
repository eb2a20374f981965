CREATE TABLE `invitation` (
	`account_id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_token_hash_unique` ON `invitation` (`token_hash`);--> statement-breakpoint
CREATE TABLE `certificate` (
	`certificate_id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`number` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `certificate_person` ON `certificate` (`person_id`);--> statement-breakpoint
CREATE INDEX `certificate_valid_to` ON `certificate` (`valid_to`);--> statement-breakpoint
CREATE TABLE `certificate_state` (
	`state_id` text PRIMARY KEY NOT NULL,
	`certificate_id` text NOT NULL,
	`state` text NOT NULL,
	`effective_at` text NOT NULL,
	`reason` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `certificate_state_of` ON `certificate_state` (`certificate_id`,`effective_at`);--> statement-breakpoint
CREATE TABLE `qualification` (
	`person_id` text PRIMARY KEY NOT NULL,
	`number` text,
	`granted_on` text,
	`reviewer_since` text,
	`exemption` text
);
--> statement-breakpoint
CREATE TABLE `register_entry` (
	`subject` text NOT NULL,
	`seq` integer NOT NULL,
	PRIMARY KEY(`subject`, `seq`)
) WITHOUT ROWID;
--> statement-breakpoint
ALTER TABLE `account` ADD `state` text;--> statement-breakpoint
ALTER TABLE `appointment` ADD `capacity` text;--> statement-breakpoint
ALTER TABLE `appointment` ADD `ended_at` text;--> statement-breakpoint
CREATE INDEX `appointment_group` ON `appointment` (`role`,`org`);--> statement-breakpoint
ALTER TABLE `organisation` ADD `parent` text;--> statement-breakpoint
ALTER TABLE `organisation` ADD `kind` text;--> statement-breakpoint
-- Which entries of an older journal changed a person or an organisation.
INSERT OR IGNORE INTO register_entry (subject, seq)
SELECT CASE json_extract(r.value, '$.register')
    WHEN 'organisations' THEN 'organisation/' || json_extract(r.value, '$.id')
    WHEN 'persons' THEN 'person/' || json_extract(r.value, '$.id')
    ELSE 'person/' || json_extract(r.value, '$.value.personId')
  END, journal.seq
FROM journal, json_each(cast(journal.body AS text), '$.register') AS r
WHERE instr(cast(journal.body AS text), '"register":[') > 0
  AND json_extract(r.value, '$.register') IN ('organisations', 'persons', 'appointments', 'accounts');
