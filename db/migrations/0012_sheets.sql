CREATE TABLE `evidence_defect` (
	`defect_id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`certificate_id` text NOT NULL,
	`certificate_state` text NOT NULL,
	`user_task_key` integer NOT NULL,
	`process_instance_key` integer NOT NULL,
	`process_definition_key` integer NOT NULL,
	`element_id` text NOT NULL,
	`case_no` text,
	`entity` text,
	`part` text NOT NULL,
	`acted_at` integer NOT NULL,
	`acted_seq` integer NOT NULL,
	`found_at` integer NOT NULL,
	`state` text NOT NULL,
	`assessed_by` text,
	`assessed_at` integer,
	`note` text
);
--> statement-breakpoint
CREATE INDEX `evidence_defect_person` ON `evidence_defect` (`person_id`);--> statement-breakpoint
CREATE INDEX `evidence_defect_acted` ON `evidence_defect` (`acted_at`,`defect_id`);--> statement-breakpoint
CREATE TABLE `sheet` (
	`user_task_key` integer PRIMARY KEY NOT NULL,
	`process_instance_key` integer NOT NULL,
	`state` text NOT NULL,
	`signed_by` text NOT NULL,
	`signed_at` integer NOT NULL,
	`signed_seq` integer NOT NULL,
	`signer` text NOT NULL,
	`action` text,
	`variables` text NOT NULL,
	`groups` text NOT NULL,
	`users` text NOT NULL,
	`returned_by` text,
	`returned_at` integer,
	`reason` text
);
--> statement-breakpoint
CREATE TABLE `sheet_queue` (
	`queue` text NOT NULL,
	`user_task_key` integer NOT NULL,
	`process_instance_key` integer NOT NULL,
	PRIMARY KEY(`queue`, `user_task_key`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `task_part` (
	`process_instance_key` integer NOT NULL,
	`seq` integer NOT NULL,
	`person_id` text NOT NULL,
	`part` text NOT NULL,
	`user_task_key` integer NOT NULL,
	`element_id` text NOT NULL,
	`kind` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`process_instance_key`, `seq`, `person_id`, `part`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `task_part_person` ON `task_part` (`person_id`,`at`);