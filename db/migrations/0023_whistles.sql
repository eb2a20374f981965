CREATE TABLE `whistle` (
	`whistle_id` text PRIMARY KEY NOT NULL,
	`whistle_seq` integer NOT NULL,
	`process_instance_key` text,
	`case_no` text,
	`org_code` text,
	`direction` text,
	`level` text,
	`title` text,
	`ground` text,
	`major` integer,
	`place` text,
	`problem` text,
	`item_codes` text,
	`needed_depts` text,
	`duty_basis` text,
	`duty_finding` text,
	`plan_at` text,
	`plan_place` text,
	`linked_case` text,
	`drafted_by` text,
	`approved_by` text,
	`improper` integer,
	`lead_org` text,
	`dispatched_at` text,
	`doc_no` text,
	`feedback_doc_no` text,
	`feedback_at` text,
	`resolved` text,
	`feedback_text` text,
	`remainder` text,
	`rework_count` integer,
	`state` text,
	`outcome` text,
	`reason` text,
	`created_at` integer,
	`closed_at` integer
);
--> statement-breakpoint
CREATE INDEX `whistle_org` ON `whistle` (`org_code`,`whistle_seq`);--> statement-breakpoint
CREATE INDEX `whistle_state` ON `whistle` (`state`,`whistle_seq`);--> statement-breakpoint
CREATE INDEX `whistle_order` ON `whistle` (`whistle_seq`);--> statement-breakpoint
CREATE TABLE `whistle_branch` (
	`branch_id` text PRIMARY KEY NOT NULL,
	`branch_seq` integer NOT NULL,
	`whistle_id` text,
	`org` text,
	`role` text,
	`task` text,
	`sign_at` text,
	`sign_late` integer,
	`reject_reason` text,
	`reject_note` text,
	`contact_at` text,
	`contact_plan` text,
	`agreed_arrive_at` text,
	`arrive_at` text,
	`arrive_late` integer,
	`arrive_place` text,
	`is_enforcement` integer,
	`people` text,
	`cert_nos` text,
	`measures` text,
	`result` text,
	`case_ref` text,
	`assist_waived` text,
	`worked_at` text,
	`outcome` text
);
--> statement-breakpoint
CREATE INDEX `whistle_branch_whistle` ON `whistle_branch` (`whistle_id`);--> statement-breakpoint
CREATE INDEX `whistle_branch_org` ON `whistle_branch` (`org`);--> statement-breakpoint
CREATE TABLE `whistle_evaluation` (
	`evaluation_id` text PRIMARY KEY NOT NULL,
	`evaluation_seq` integer NOT NULL,
	`whistle_id` text,
	`org` text,
	`org_code` text,
	`title` text,
	`sign_timely` integer,
	`arrive_timely` integer,
	`effect` integer,
	`cooperate` integer,
	`comment` text,
	`by_default` integer,
	`evaluated_by` text,
	`evaluated_at` text,
	`is_low` integer,
	`is_assessed` integer,
	`explanation` text,
	`improvement` text,
	`responded_by` text,
	`responded_at` text
);
--> statement-breakpoint
CREATE INDEX `whistle_evaluation_order` ON `whistle_evaluation` (`evaluation_seq`);--> statement-breakpoint
CREATE INDEX `whistle_evaluation_org` ON `whistle_evaluation` (`org`,`evaluation_seq`);--> statement-breakpoint
CREATE INDEX `whistle_evaluation_whistle` ON `whistle_evaluation` (`whistle_id`);--> statement-breakpoint
CREATE TABLE `whistle_word` (
	`register` text NOT NULL,
	`word` text NOT NULL,
	`seq` integer NOT NULL,
	PRIMARY KEY(`register`, `word`, `seq`)
) WITHOUT ROWID;
--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_escalation` (
	`seq` integer PRIMARY KEY NOT NULL,
	`owner_key` integer NOT NULL,
	`parameter_key` text,
	`user_task_key` integer,
	`process_instance_key` integer NOT NULL,
	`element_id` text NOT NULL,
	`case_no` text,
	`consequence` text NOT NULL,
	`to_role` text NOT NULL,
	`to_org` text,
	`due_at` integer,
	`at` integer NOT NULL,
	`kind` text,
	`ref_id` text
);
--> statement-breakpoint
INSERT INTO `__new_escalation`("seq", "owner_key", "parameter_key", "user_task_key", "process_instance_key", "element_id", "case_no", "consequence", "to_role", "to_org", "due_at", "at", "kind", "ref_id") SELECT "seq", "owner_key", "parameter_key", "user_task_key", "process_instance_key", "element_id", "case_no", "consequence", "to_role", "to_org", "due_at", "at", NULL, NULL FROM `escalation`;--> statement-breakpoint
DROP TABLE `escalation`;--> statement-breakpoint
ALTER TABLE `__new_escalation` RENAME TO `escalation`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `escalation_to` ON `escalation` (`to_role`,`to_org`);--> statement-breakpoint
CREATE INDEX `escalation_owner` ON `escalation` (`owner_key`);--> statement-breakpoint
CREATE INDEX `escalation_ref` ON `escalation` (`ref_id`) WHERE ref_id is not null;