CREATE TABLE `statute_article` (
	`text_id` text NOT NULL,
	`place` integer NOT NULL,
	`article` text NOT NULL,
	`headings` text NOT NULL,
	`paragraphs` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`text_id`, `place`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `statute_article_no` ON `statute_article` (`text_id`,`article`);--> statement-breakpoint
CREATE TABLE `statute_entry` (
	`name` text NOT NULL,
	`seq` integer NOT NULL,
	PRIMARY KEY(`name`, `seq`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `statute_text` (
	`text_id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`title` text NOT NULL,
	`promulgated_on` text NOT NULL,
	`in_force_from` text NOT NULL,
	`in_force_to` text,
	`file_name` text NOT NULL,
	`preamble` text NOT NULL,
	`replaced` text NOT NULL,
	`imported_by` text NOT NULL,
	`imported_at` integer NOT NULL,
	`imported_seq` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `statute_text_of` ON `statute_text` (`name`,`in_force_from`);