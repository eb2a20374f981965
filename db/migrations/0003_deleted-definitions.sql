ALTER TABLE `definition_summary` ADD `deleted_at` integer;--> statement-breakpoint
ALTER TABLE `form_summary` ADD `deleted_at` integer;--> statement-breakpoint
ALTER TABLE `instance_summary` ADD `parent_process_instance_key` integer;--> statement-breakpoint
ALTER TABLE `instance_summary` ADD `business_id` text;