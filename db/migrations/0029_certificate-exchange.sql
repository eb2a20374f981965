CREATE TABLE `certificate_reminder` (
	`reminder_id` text PRIMARY KEY NOT NULL,
	`kind` text,
	`certificate_id` text,
	`begun_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `preserved_good` (
	`good_id` text PRIMARY KEY NOT NULL,
	`preservation_id` text,
	`process_instance_key` integer,
	`case_no` text,
	`org` text,
	`position` integer,
	`name` text,
	`quantity` text,
	`spec` text,
	`place` text,
	`reason` text,
	`executed_at` text,
	`list_no` text,
	`way` text,
	`basis` text,
	`moved_to` text,
	`return_due_at` text,
	`decision_no` text,
	`decided_at` text,
	`served_at` text,
	`served_how` text,
	`returned_at` text,
	`receiver` text,
	`lapsed_at` text,
	`begun_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `preserved_good_begun` ON `preserved_good` (`begun_at`,`good_id`);--> statement-breakpoint
CREATE INDEX `preserved_good_case` ON `preserved_good` (`case_no`);--> statement-breakpoint
CREATE TABLE `province_report` (
	`report_id` text PRIMARY KEY NOT NULL,
	`matter_id` text,
	`cert_no` text,
	`state` text,
	`attempts` integer,
	`error` text,
	`sent_at` text,
	`answered_at` text,
	`receipt_no` text,
	`note` text,
	`entered_by` text,
	`begun_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `province_report_begun` ON `province_report` (`begun_at`,`report_id`);