CREATE TABLE `draft_replay` (
	`draft_id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	`report` text NOT NULL
);
