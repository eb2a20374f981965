CREATE TABLE `personnel_word` (
	`register` text NOT NULL,
	`word` text NOT NULL,
	`place` text NOT NULL,
	`id` text NOT NULL,
	PRIMARY KEY(`register`, `word`, `place`, `id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `register_version` (
	`register` text NOT NULL,
	`id` text NOT NULL,
	`seq` integer NOT NULL,
	`recorded_on` text NOT NULL,
	`value` text,
	PRIMARY KEY(`register`, `id`, `seq`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `register_version_day` ON `register_version` (`register`,`recorded_on`);--> statement-breakpoint
CREATE TABLE `webhook` (
	`webhook_id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`url` text NOT NULL,
	`kinds` text NOT NULL,
	`state` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `webhook_secret` (
	`webhook_id` text PRIMARY KEY NOT NULL,
	`secret` text NOT NULL
);
--> statement-breakpoint
DROP INDEX `certificate_valid_to`;--> statement-breakpoint
CREATE INDEX `certificate_valid_to` ON `certificate` (`valid_to`,`certificate_id`);--> statement-breakpoint
ALTER TABLE `notification_setting` ADD `language` text;--> statement-breakpoint
ALTER TABLE `outbox` ADD `webhook_id` text;--> statement-breakpoint
CREATE INDEX `person_name` ON `person` (`name`,`person_id`);