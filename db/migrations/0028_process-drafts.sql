CREATE TABLE `procedure_retirement` (
	`process_id` text PRIMARY KEY NOT NULL,
	`retired_by` text NOT NULL,
	`retired_at` integer NOT NULL,
	`retired_seq` integer NOT NULL,
	`reason` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `process_draft` (
	`draft_id` text PRIMARY KEY NOT NULL,
	`process_id` text NOT NULL,
	`name` text NOT NULL,
	`origin` text NOT NULL,
	`based_on_key` integer,
	`based_on_version` integer,
	`revision` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`editor_id` text,
	`editor_since` integer
);
--> statement-breakpoint
CREATE TABLE `process_draft_content` (
	`checksum` text PRIMARY KEY NOT NULL,
	`packed` blob NOT NULL
);
--> statement-breakpoint
CREATE TABLE `process_draft_review` (
	`draft_id` text PRIMARY KEY NOT NULL,
	`process_id` text NOT NULL,
	`state` text NOT NULL,
	`revision` integer NOT NULL,
	`files` text NOT NULL,
	`submitted_by` text NOT NULL,
	`submitted_at` integer NOT NULL,
	`returned_by` text,
	`returned_at` integer,
	`reason` text,
	`published_by` text,
	`published_at` integer,
	`published_seq` integer
);
--> statement-breakpoint
CREATE TABLE `process_draft_save` (
	`draft_id` text NOT NULL,
	`revision` integer NOT NULL,
	`saved_at` integer NOT NULL,
	`saved_by` text NOT NULL,
	`files` text NOT NULL,
	`changed` text NOT NULL,
	`restored_from` integer,
	PRIMARY KEY(`draft_id`, `revision`)
) WITHOUT ROWID;
