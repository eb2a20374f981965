CREATE TABLE `certificate_matter` (
	`matter_id` text PRIMARY KEY NOT NULL,
	`process_instance_key` integer,
	`kind` text,
	`cert_type` text,
	`cert_no` text,
	`old_cert_no` text,
	`holder_id` text,
	`org` text,
	`reason_code` text,
	`batch_id` text,
	`doc_no` text,
	`effective_at` text,
	`suspend_until` text,
	`retrain` integer,
	`collected` text,
	`reported_at` text,
	`outcome` text,
	`outcome_reason` text,
	`begun_at` integer NOT NULL,
	`ended_at` integer
);
--> statement-breakpoint
CREATE INDEX `certificate_matter_begun` ON `certificate_matter` (`begun_at`,`matter_id`);--> statement-breakpoint
CREATE INDEX `certificate_matter_certificate` ON `certificate_matter` (`cert_no`);--> statement-breakpoint
CREATE INDEX `certificate_matter_batch` ON `certificate_matter` (`batch_id`);--> statement-breakpoint
CREATE TABLE `cleanup_batch` (
	`batch_id` text PRIMARY KEY NOT NULL,
	`process_instance_key` integer,
	`units` text,
	`missing` text,
	`approved` text,
	`doc_no` text,
	`report` text,
	`outcome` text,
	`begun_at` integer NOT NULL,
	`ended_at` integer
);
--> statement-breakpoint
CREATE TABLE `public_notice` (
	`notice_id` text PRIMARY KEY NOT NULL,
	`kind` text,
	`title` text,
	`text` text,
	`org` text,
	`ref_id` text,
	`published_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `public_notice_ref` ON `public_notice` (`ref_id`);--> statement-breakpoint
CREATE TABLE `retirement_age` (
	`age_id` text PRIMARY KEY NOT NULL,
	`category` text NOT NULL,
	`born_from` text NOT NULL,
	`born_to` text,
	`age_months` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text
);
--> statement-breakpoint
CREATE TABLE `staff_member` (
	`person_id` text PRIMARY KEY NOT NULL,
	`org` text NOT NULL,
	`staffing` text NOT NULL,
	`post` text NOT NULL,
	`category` text,
	`born_in` text,
	`valid_from` text NOT NULL,
	`valid_to` text
);
--> statement-breakpoint
CREATE TABLE `training_hour` (
	`training_id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`hours` text NOT NULL,
	`course` text NOT NULL,
	`result` text,
	`held_on` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `training_hour_person` ON `training_hour` (`person_id`);