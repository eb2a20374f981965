CREATE TABLE `notification` (
	`notification_id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`about` text NOT NULL,
	`at` integer NOT NULL,
	`read_at` integer
);
--> statement-breakpoint
CREATE INDEX `notification_person` ON `notification` (`person_id`,`notification_id`);--> statement-breakpoint
CREATE INDEX `notification_unread` ON `notification` (`person_id`,`notification_id`) WHERE read_at is null;--> statement-breakpoint
CREATE TABLE `notification_cursor` (
	`id` integer PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `notification_setting` (
	`person_id` text PRIMARY KEY NOT NULL,
	`mail` text,
	`choices` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `notification_template` (
	`template_id` text PRIMARY KEY NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `outbox` (
	`outbox_id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`channel` text NOT NULL,
	`person_id` text,
	`kind` text NOT NULL,
	`about` text NOT NULL,
	`at` integer NOT NULL,
	`state` text NOT NULL,
	`is_digest` integer NOT NULL,
	`attempts` integer NOT NULL,
	`next_at` integer,
	`error` text,
	`ended_at` integer
);
--> statement-breakpoint
CREATE INDEX `outbox_next` ON `outbox` (`next_at`) WHERE next_at is not null;--> statement-breakpoint
CREATE INDEX `outbox_state` ON `outbox` (`state`,`outbox_id`);