CREATE TABLE `case_suspension` (
	`suspension_id` text PRIMARY KEY NOT NULL,
	`case_no` text NOT NULL,
	`ground` text NOT NULL,
	`reason` text NOT NULL,
	`from_at` integer NOT NULL,
	`entered_at` integer NOT NULL,
	`entered_by` text NOT NULL,
	`late_reason` text,
	`to_at` integer,
	`resumed_at` integer,
	`resumed_by` text,
	`resume_reason` text,
	`resume_late_reason` text
);
--> statement-breakpoint
CREATE INDEX `case_suspension_case` ON `case_suspension` (`case_no`);--> statement-breakpoint
CREATE INDEX `case_suspension_open` ON `case_suspension` (`case_no`) WHERE to_at is null;--> statement-breakpoint
CREATE TABLE `escalation` (
	`seq` integer PRIMARY KEY NOT NULL,
	`owner_key` integer NOT NULL,
	`parameter_key` text NOT NULL,
	`user_task_key` integer,
	`process_instance_key` integer NOT NULL,
	`element_id` text NOT NULL,
	`case_no` text,
	`consequence` text NOT NULL,
	`to_role` text NOT NULL,
	`to_org` text,
	`due_at` integer NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `escalation_to` ON `escalation` (`to_role`,`to_org`);--> statement-breakpoint
CREATE TABLE `escalation_note` (
	`seq` integer NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	`note` text,
	PRIMARY KEY(`seq`, `person_id`)
) WITHOUT ROWID;
--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_limit_entry` (
	`owner_key` integer NOT NULL,
	`parameter_key` text NOT NULL,
	`user_task_key` integer,
	`process_instance_key` integer NOT NULL,
	`process_definition_key` integer NOT NULL,
	`element_id` text NOT NULL,
	`element_instance_key` integer NOT NULL,
	`position` integer NOT NULL,
	`after_key` text,
	`parameter` text NOT NULL,
	`start_expression` text,
	`escalate_to` text,
	`started_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`remind_at` integer,
	`urgent_at` integer NOT NULL,
	`excluded` text NOT NULL,
	`extensions` text NOT NULL,
	`is_provisional` integer NOT NULL,
	`calendar_version` integer NOT NULL,
	`stage` text NOT NULL,
	`next_at` integer,
	`stopped_at` integer,
	`opened_seq` integer NOT NULL,
	`closed_at` integer,
	`closed_seq` integer,
	PRIMARY KEY(`owner_key`, `parameter_key`)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_limit_entry`("owner_key", "parameter_key", "user_task_key", "process_instance_key", "process_definition_key", "element_id", "element_instance_key", "position", "after_key", "parameter", "start_expression", "escalate_to", "started_at", "due_at", "remind_at", "urgent_at", "excluded", "extensions", "is_provisional", "calendar_version", "stage", "next_at", "stopped_at", "opened_seq", "closed_at", "closed_seq") SELECT "user_task_key", "parameter_key", "user_task_key", "process_instance_key", "process_definition_key", "element_id", "element_instance_key", 0, NULL, "parameter", "start_expression", "escalate_to", "started_at", "due_at", "remind_at", "urgent_at", "excluded", '[]', "is_provisional", "calendar_version", "stage", "next_at", NULL, "opened_seq", "closed_at", "closed_seq" FROM `limit_entry`;--> statement-breakpoint
DROP TABLE `limit_entry`;--> statement-breakpoint
ALTER TABLE `__new_limit_entry` RENAME TO `limit_entry`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `limit_entry_next` ON `limit_entry` (`next_at`) WHERE next_at is not null;--> statement-breakpoint
CREATE INDEX `limit_entry_instance` ON `limit_entry` (`process_instance_key`);--> statement-breakpoint
CREATE INDEX `limit_entry_provisional` ON `limit_entry` (`owner_key`) WHERE closed_at is null and is_provisional;--> statement-breakpoint
UPDATE `inbox_queue` SET `due_at` = (SELECT `due_at` FROM `limit_entry` WHERE `owner_key` = `inbox_queue`.`user_task_key`) WHERE `user_task_key` IN (SELECT `owner_key` FROM `limit_entry`);--> statement-breakpoint
UPDATE `inbox_task` SET `due_at` = (SELECT `due_at` FROM `limit_entry` WHERE `owner_key` = `inbox_task`.`user_task_key`) WHERE `user_task_key` IN (SELECT `owner_key` FROM `limit_entry`);
