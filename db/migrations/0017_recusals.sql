CREATE TABLE `recusal` (
	`recusal_id` text PRIMARY KEY NOT NULL,
	`case_no` text NOT NULL,
	`process_instance_key` text NOT NULL,
	`person_id` text NOT NULL,
	`reason` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `recusal_case` ON `recusal` (`case_no`);--> statement-breakpoint
CREATE INDEX `recusal_instance` ON `recusal` (`process_instance_key`);