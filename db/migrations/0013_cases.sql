CREATE TABLE `case_change` (
	`case_no` text NOT NULL,
	`seq` integer NOT NULL,
	`kind` text NOT NULL,
	`is_material` integer NOT NULL,
	`before` text,
	`after` text,
	`reason` text NOT NULL,
	`changed_by` text NOT NULL,
	`happened_at` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	PRIMARY KEY(`case_no`, `seq`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `case_material` (
	`case_no` text NOT NULL,
	`file_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`size` integer NOT NULL,
	`type` text NOT NULL,
	`added_by` text NOT NULL,
	`added_at` integer NOT NULL,
	`removed_at` integer,
	PRIMARY KEY(`case_no`, `file_id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `case_material_file` ON `case_material` (`file_id`);--> statement-breakpoint
CREATE TABLE `case_officer` (
	`case_no` text NOT NULL,
	`person_id` text NOT NULL,
	`case_seq` integer NOT NULL,
	`certificate_number` text,
	`certificate_valid_to` text,
	`since` integer NOT NULL,
	`until` integer,
	PRIMARY KEY(`case_no`, `person_id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `case_officer_person` ON `case_officer` (`person_id`,`case_seq`) WHERE until is null;--> statement-breakpoint
CREATE TABLE `document` (
	`document_seq` integer PRIMARY KEY NOT NULL,
	`template` text NOT NULL,
	`doc_no` text NOT NULL,
	`series` text NOT NULL,
	`year` integer NOT NULL,
	`number` integer NOT NULL,
	`org_code` text NOT NULL,
	`case_no` text,
	`biz_key` text,
	`process_instance_key` integer,
	`round` integer,
	`job_key` text,
	`file_id` text NOT NULL,
	`name` text NOT NULL,
	`size` integer NOT NULL,
	`made_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `document_docNo_unique` ON `document` (`doc_no`);--> statement-breakpoint
CREATE INDEX `document_series` ON `document` (`series`,`year`,`number`);--> statement-breakpoint
CREATE INDEX `document_case` ON `document` (`case_no`);--> statement-breakpoint
CREATE INDEX `document_job` ON `document` (`job_key`);--> statement-breakpoint
CREATE INDEX `document_file` ON `document` (`file_id`);--> statement-breakpoint
CREATE TABLE `enforcement_case` (
	`case_seq` integer PRIMARY KEY NOT NULL,
	`case_no` text NOT NULL,
	`org_code` text NOT NULL,
	`item_code` text NOT NULL,
	`title` text NOT NULL,
	`source` text NOT NULL,
	`place` text,
	`discovered_on` text NOT NULL,
	`conduct_from` text NOT NULL,
	`conduct_to` text,
	`party_id` text NOT NULL,
	`facts` text,
	`basis` text,
	`proposed_penalty` text,
	`hearing_ended_on` text,
	`clause58` text NOT NULL,
	`filed_at` integer NOT NULL,
	`filed_by` text NOT NULL,
	`last_material_change_at` integer NOT NULL,
	`running_reviews` integer NOT NULL,
	`state` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `enforcement_case_caseNo_unique` ON `enforcement_case` (`case_no`);--> statement-breakpoint
CREATE INDEX `enforcement_case_org` ON `enforcement_case` (`org_code`,`case_seq`);--> statement-breakpoint
CREATE INDEX `enforcement_case_state` ON `enforcement_case` (`org_code`,`state`,`case_seq`);--> statement-breakpoint
CREATE INDEX `enforcement_case_item` ON `enforcement_case` (`org_code`,`item_code`,`case_seq`);--> statement-breakpoint
CREATE INDEX `enforcement_case_party` ON `enforcement_case` (`party_id`,`case_seq`);--> statement-breakpoint
CREATE TABLE `party` (
	`party_seq` integer PRIMARY KEY NOT NULL,
	`party_id` text NOT NULL,
	`org_code` text NOT NULL,
	`party_type` text NOT NULL,
	`party_name` text,
	`trade_name` text,
	`id_type` text,
	`id_number` text,
	`credit_code` text,
	`legal_rep` text,
	`rep_id_number` text,
	`gender` text,
	`birth_date` text,
	`party_address` text,
	`party_phone` text,
	`service_address` text,
	`guardian` text,
	`is_enterprise` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `party_partyId_unique` ON `party` (`party_id`);--> statement-breakpoint
CREATE INDEX `party_org` ON `party` (`org_code`,`party_seq`);--> statement-breakpoint
CREATE INDEX `party_id_number` ON `party` (`org_code`,`id_number`) WHERE id_number is not null;--> statement-breakpoint
CREATE INDEX `party_credit_code` ON `party` (`org_code`,`credit_code`) WHERE credit_code is not null;--> statement-breakpoint
CREATE TABLE `register_word` (
	`register` text NOT NULL,
	`org_code` text NOT NULL,
	`word` text NOT NULL,
	`seq` integer NOT NULL,
	PRIMARY KEY(`register`, `org_code`, `word`, `seq`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `review` (
	`process_instance_key` integer PRIMARY KEY NOT NULL,
	`review_id` text,
	`case_no` text NOT NULL,
	`org_code` text NOT NULL,
	`review_type` text,
	`stage` text,
	`round` integer NOT NULL,
	`clause58` text NOT NULL,
	`is_hard_gate` integer NOT NULL,
	`started_at` integer NOT NULL,
	`started_seq` integer NOT NULL,
	`ended_at` integer,
	`outcome` text,
	`outcome_reason` text,
	`passed_at` integer
);
--> statement-breakpoint
CREATE INDEX `review_case` ON `review` (`case_no`,`started_seq`);--> statement-breakpoint
CREATE INDEX `review_org` ON `review` (`org_code`,`started_seq`);--> statement-breakpoint
CREATE INDEX `review_outcome` ON `review` (`org_code`,`outcome`,`started_seq`);--> statement-breakpoint
CREATE TABLE `review_opinion` (
	`process_instance_key` integer NOT NULL,
	`seq` integer NOT NULL,
	`round` integer NOT NULL,
	`step` text NOT NULL,
	`element_id` text NOT NULL,
	`person_id` text,
	`role` text,
	`org` text,
	`opinion` text NOT NULL,
	`is_concurring` integer,
	`reason` text,
	`qualification` text,
	`signers` text,
	`checklist` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`process_instance_key`, `seq`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `review_task` (
	`user_task_key` integer PRIMARY KEY NOT NULL,
	`process_instance_key` integer NOT NULL,
	`kind` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `certificate_state` ADD `recorded_at` text;--> statement-breakpoint
ALTER TABLE `certificate_state` ADD `late_reason` text;