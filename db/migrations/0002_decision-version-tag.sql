CREATE TABLE `engine_signal` (
	`subscription_key` integer PRIMARY KEY NOT NULL,
	`process_instance_key` integer NOT NULL,
	`signal_name` text NOT NULL,
	`waiter_key` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `engine_signal_name` ON `engine_signal` (`signal_name`,`waiter_key`);--> statement-breakpoint
CREATE TABLE `engine_start` (
	`start_key` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`process_definition_key` integer NOT NULL,
	`bpmn_process_id` text NOT NULL,
	`element_id` text NOT NULL,
	`name` text,
	`due` integer,
	`repetitions` integer,
	`process_instance_key` integer,
	`cause` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `engine_start_name` ON `engine_start` (`kind`,`name`);--> statement-breakpoint
CREATE INDEX `engine_start_process` ON `engine_start` (`bpmn_process_id`);--> statement-breakpoint
CREATE INDEX `engine_start_due` ON `engine_start` (`due`,`start_key`) WHERE due is not null;--> statement-breakpoint
CREATE TABLE `engine_start_lock` (
	`bpmn_process_id` text NOT NULL,
	`correlation_key` text NOT NULL,
	`process_instance_key` integer NOT NULL,
	PRIMARY KEY(`bpmn_process_id`, `correlation_key`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `engine_version` (
	`kind` text NOT NULL,
	`id` text NOT NULL,
	`version` integer NOT NULL,
	PRIMARY KEY(`kind`, `id`)
) WITHOUT ROWID;
--> statement-breakpoint
ALTER TABLE `engine_decision` ADD `version_tag` text;--> statement-breakpoint
ALTER TABLE `engine_timer` ADD `waiter_key` integer;