CREATE TABLE `former_participation` (
	`case_no` text NOT NULL,
	`seq` integer NOT NULL,
	`person_id` text NOT NULL,
	`user_task_key` integer NOT NULL,
	`completed_for` text,
	`kind` text,
	`element_id` text,
	`process_instance_key` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`case_no`, `seq`, `person_id`, `user_task_key`)
) WITHOUT ROWID;
--> statement-breakpoint
ALTER TABLE `instance_summary` ADD `hold` text;