CREATE TABLE `instance_origin` (
	`process_instance_key` integer PRIMARY KEY NOT NULL,
	`from_instance_key` integer NOT NULL,
	`seq` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `instance_origin_from` ON `instance_origin` (`from_instance_key`);--> statement-breakpoint
CREATE TABLE `procedure_start` (
	`start_id` text PRIMARY KEY NOT NULL,
	`process_instance_key` integer,
	`seq` integer NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `enforcement_case` ADD `closed_at` integer;--> statement-breakpoint
ALTER TABLE `enforcement_case` ADD `closed_by` text;--> statement-breakpoint
ALTER TABLE `enforcement_case` ADD `close_reason` text;--> statement-breakpoint
ALTER TABLE `enforcement_item` ADD `penalty_range` text;--> statement-breakpoint
ALTER TABLE `enforcement_item` ADD `coercion_basis` text;--> statement-breakpoint
ALTER TABLE `enforcement_item` ADD `benchmark_dmn` text;