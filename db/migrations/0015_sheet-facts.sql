ALTER TABLE `sheet` ADD `happened_at` integer;--> statement-breakpoint
ALTER TABLE `sheet` ADD `late_reason` text;--> statement-breakpoint
ALTER TABLE `task_part` DROP COLUMN `kind`;