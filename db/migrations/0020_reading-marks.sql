CREATE TABLE `reading_mark` (
	`name` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL
);
