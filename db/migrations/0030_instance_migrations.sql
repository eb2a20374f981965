CREATE TABLE `instance_migration` (
	`migration_id` text PRIMARY KEY NOT NULL,
	`process_id` text NOT NULL,
	`source_key` text NOT NULL,
	`target_key` text NOT NULL,
	`mappings` text NOT NULL,
	`reason` text NOT NULL,
	`state` text NOT NULL,
	`proposed_by` text NOT NULL,
	`proposed_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`decision_reason` text
);
--> statement-breakpoint
CREATE TABLE `migrated_instance` (
	`row_id` text PRIMARY KEY NOT NULL,
	`migration_id` text NOT NULL,
	`process_instance_key` text NOT NULL,
	`case_no` text,
	`state` text NOT NULL,
	`why` text,
	`detail` text,
	`at` integer
);
--> statement-breakpoint
CREATE INDEX `migrated_instance_by_migration` ON `migrated_instance` (`migration_id`,`state`);