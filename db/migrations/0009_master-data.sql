CREATE TABLE `duty_list` (
	`duty_id` text PRIMARY KEY NOT NULL,
	`street` text NOT NULL,
	`list_type` text NOT NULL,
	`name` text NOT NULL,
	`department` text,
	`item_code` text,
	`department_duty` text,
	`street_duty` text,
	`valid_from` text NOT NULL,
	`valid_to` text
);
--> statement-breakpoint
CREATE INDEX `duty_list_street` ON `duty_list` (`street`,`list_type`);--> statement-breakpoint
CREATE TABLE `empowerment_confirmation` (
	`doc_no` text PRIMARY KEY NOT NULL,
	`street` text NOT NULL,
	`department` text,
	`items` text NOT NULL,
	`signed_on` text NOT NULL,
	`valid_to` text,
	`file_id` text,
	`file_name` text
);
--> statement-breakpoint
CREATE INDEX `empowerment_confirmation_street` ON `empowerment_confirmation` (`street`);--> statement-breakpoint
CREATE TABLE `enforcement_item` (
	`item_code` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`domain` text NOT NULL,
	`act_type` text NOT NULL,
	`level` text NOT NULL,
	`department` text,
	`basis` text NOT NULL,
	`streets` text NOT NULL,
	`tags` text NOT NULL,
	`guide_url` text,
	`state` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text
);
--> statement-breakpoint
CREATE TABLE `liaison` (
	`liaison_id` text PRIMARY KEY NOT NULL,
	`department` text NOT NULL,
	`person_id` text NOT NULL,
	`standing` text NOT NULL,
	`phone` text,
	`valid_from` text NOT NULL,
	`valid_to` text
);
--> statement-breakpoint
CREATE INDEX `liaison_department` ON `liaison` (`department`);--> statement-breakpoint
CREATE TABLE `office_parameter` (
	`parameter_key` text NOT NULL,
	`seq` integer NOT NULL,
	`effective_from` text NOT NULL,
	`value` text NOT NULL,
	`is_shipped` integer NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	`reason` text,
	PRIMARY KEY(`parameter_key`, `seq`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `organisation_change` (
	`change_id` text PRIMARY KEY NOT NULL,
	`org_id` text NOT NULL,
	`valid_from` text NOT NULL,
	`name` text NOT NULL,
	`entity` text NOT NULL,
	`parent` text,
	`kind` text,
	`state` text,
	`successor` text
);
--> statement-breakpoint
CREATE INDEX `organisation_change_of` ON `organisation_change` (`org_id`,`valid_from`);--> statement-breakpoint
CREATE TABLE `unmanned_task` (
	`user_task_key` integer PRIMARY KEY NOT NULL,
	`process_instance_key` integer NOT NULL,
	`reasons` text NOT NULL,
	`found_at` integer NOT NULL,
	`found_seq` integer NOT NULL,
	`cleared_at` integer,
	`cleared_seq` integer
);
--> statement-breakpoint
CREATE INDEX `unmanned_task_open` ON `unmanned_task` (`cleared_at`);