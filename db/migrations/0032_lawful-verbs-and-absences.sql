CREATE TABLE `absence` (
	`absence_id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`substitute_id` text,
	`note` text,
	`entered_by` text NOT NULL,
	`entered_at` integer NOT NULL,
	`ended_at` integer,
	`ended_by` text
);
--> statement-breakpoint
CREATE INDEX `absence_person` ON `absence` (`person_id`,`to_day`);--> statement-breakpoint
CREATE INDEX `absence_day` ON `absence` (`to_day`);--> statement-breakpoint
CREATE TABLE `guarded_act` (
	`seq` integer NOT NULL,
	`verb` text NOT NULL,
	`kind` text,
	`verdict` text NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text NOT NULL,
	`from_id` text,
	`to_id` text,
	`reason` text,
	`case_no` text,
	`process_instance_key` integer NOT NULL,
	`process_definition_key` integer NOT NULL,
	`user_task_key` integer NOT NULL,
	`element_id` text NOT NULL,
	PRIMARY KEY(`seq`, `verb`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `guarded_act_verb` ON `guarded_act` (`verb`,`seq`);--> statement-breakpoint
CREATE INDEX `guarded_act_instance` ON `guarded_act` (`process_instance_key`);