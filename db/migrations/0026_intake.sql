CREATE TABLE `intake_client` (
	`client_id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`source` text NOT NULL,
	`registered_by` text NOT NULL,
	`registered_at` integer NOT NULL,
	`revoked_by` text,
	`revoked_at` integer,
	`revoked_reason` text
);
--> statement-breakpoint
CREATE TABLE `intake_matter` (
	`matter_id` text PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`source_id` text NOT NULL,
	`content_hash` text NOT NULL,
	`client_id` text NOT NULL,
	`org_code` text NOT NULL,
	`ticket_no` text NOT NULL,
	`title` text NOT NULL,
	`problem` text NOT NULL,
	`place` text,
	`level` text NOT NULL,
	`reporter` text,
	`phone` text,
	`happened_at` integer NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`process_instance_key` integer
);
--> statement-breakpoint
CREATE INDEX `intake_matter_org` ON `intake_matter` (`org_code`,`seq`);--> statement-breakpoint
CREATE INDEX `intake_matter_seq` ON `intake_matter` (`seq`);--> statement-breakpoint
CREATE TABLE `intake_secret` (
	`client_id` text PRIMARY KEY NOT NULL,
	`secret` text NOT NULL
);
