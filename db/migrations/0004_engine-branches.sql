CREATE TABLE `engine_branch` (
	`process_instance_key` integer NOT NULL,
	`branch` text NOT NULL,
	`document` text NOT NULL,
	PRIMARY KEY(`process_instance_key`, `branch`)
) WITHOUT ROWID;
