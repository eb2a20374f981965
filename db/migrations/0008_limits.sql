CREATE TABLE `calendar_year` (
	`version` integer PRIMARY KEY NOT NULL,
	`year` integer NOT NULL,
	`source` text NOT NULL,
	`holidays` text NOT NULL,
	`workdays` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `limit_entry` (
	`user_task_key` integer PRIMARY KEY NOT NULL,
	`process_instance_key` integer NOT NULL,
	`process_definition_key` integer NOT NULL,
	`element_id` text NOT NULL,
	`element_instance_key` integer NOT NULL,
	`parameter_key` text NOT NULL,
	`parameter` text NOT NULL,
	`start_expression` text,
	`escalate_to` text,
	`started_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`remind_at` integer,
	`urgent_at` integer NOT NULL,
	`excluded` text NOT NULL,
	`is_provisional` integer NOT NULL,
	`calendar_version` integer NOT NULL,
	`stage` text NOT NULL,
	`next_at` integer,
	`opened_seq` integer NOT NULL,
	`closed_at` integer,
	`closed_seq` integer
);
--> statement-breakpoint
CREATE INDEX `limit_entry_next` ON `limit_entry` (`next_at`) WHERE next_at is not null;--> statement-breakpoint
CREATE INDEX `limit_entry_instance` ON `limit_entry` (`process_instance_key`);--> statement-breakpoint
CREATE INDEX `limit_entry_provisional` ON `limit_entry` (`user_task_key`) WHERE closed_at is null and is_provisional;--> statement-breakpoint
CREATE TABLE `limit_parameter` (
	`parameter_key` text NOT NULL,
	`seq` integer NOT NULL,
	`effective_from` text NOT NULL,
	`value` text NOT NULL,
	`is_shipped` integer NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	`reason` text,
	PRIMARY KEY(`parameter_key`, `seq`)
) WITHOUT ROWID;
