CREATE TABLE `definition_summary` (
	`process_definition_key` integer PRIMARY KEY NOT NULL,
	`bpmn_process_id` text NOT NULL,
	`version` integer NOT NULL,
	`version_tag` text,
	`name` text,
	`resource_name` text NOT NULL,
	`checksum` text NOT NULL,
	`deployment_key` integer NOT NULL,
	`deployed_at` integer NOT NULL,
	`deployed_seq` integer NOT NULL,
	`running` integer NOT NULL,
	`incidents` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `definition_summary_version` ON `definition_summary` (`bpmn_process_id`,`version`);--> statement-breakpoint
CREATE TABLE `form_summary` (
	`form_key` integer PRIMARY KEY NOT NULL,
	`form_id` text NOT NULL,
	`version` integer NOT NULL,
	`version_tag` text,
	`resource_name` text NOT NULL,
	`checksum` text NOT NULL,
	`deployment_key` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `form_summary_version` ON `form_summary` (`form_id`,`version`);--> statement-breakpoint
CREATE TABLE `engine_decision` (
	`decision_key` integer PRIMARY KEY NOT NULL,
	`decision_id` text NOT NULL,
	`decision_name` text NOT NULL,
	`version` integer NOT NULL,
	`decision_requirements_key` integer NOT NULL,
	`decision_requirements_id` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `engine_decision_version` ON `engine_decision` (`decision_id`,`version`);--> statement-breakpoint
CREATE TABLE `engine_form` (
	`form_key` integer PRIMARY KEY NOT NULL,
	`form_id` text NOT NULL,
	`version` integer NOT NULL,
	`version_tag` text,
	`resource_name` text NOT NULL,
	`checksum` text NOT NULL,
	`deployment_key` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `engine_form_version` ON `engine_form` (`form_id`,`version`);--> statement-breakpoint
CREATE TABLE `engine_instance` (
	`process_instance_key` integer PRIMARY KEY NOT NULL,
	`bpmn_process_id` text NOT NULL,
	`is_paused` integer NOT NULL,
	`document` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `engine_instance_paused` ON `engine_instance` (`process_instance_key`) WHERE is_paused = 1;--> statement-breakpoint
CREATE TABLE `engine_job` (
	`job_key` integer PRIMARY KEY NOT NULL,
	`process_instance_key` integer NOT NULL,
	`type` text NOT NULL,
	`is_activatable` integer NOT NULL,
	`due` integer
);
--> statement-breakpoint
CREATE INDEX `engine_job_activatable` ON `engine_job` (`type`,`job_key`) WHERE is_activatable = 1;--> statement-breakpoint
CREATE INDEX `engine_job_due` ON `engine_job` (`due`,`job_key`) WHERE due is not null;--> statement-breakpoint
CREATE TABLE `engine_key_bound` (
	`partition` integer PRIMARY KEY NOT NULL,
	`bound` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `engine_message` (
	`message_key` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`correlation_key` text NOT NULL,
	`message_id` text,
	`deadline` integer NOT NULL,
	`cause` integer NOT NULL,
	`variables` text,
	`correlated_with` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `engine_message_name` ON `engine_message` (`name`,`correlation_key`,`message_key`);--> statement-breakpoint
CREATE INDEX `engine_message_deadline` ON `engine_message` (`deadline`,`message_key`);--> statement-breakpoint
CREATE TABLE `engine_owner` (
	`key` integer PRIMARY KEY NOT NULL,
	`process_instance_key` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `engine_process` (
	`process_definition_key` integer PRIMARY KEY NOT NULL,
	`bpmn_process_id` text NOT NULL,
	`version` integer NOT NULL,
	`name` text,
	`version_tag` text,
	`resource_name` text NOT NULL,
	`checksum` text NOT NULL,
	`deployment_key` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `engine_process_version` ON `engine_process` (`bpmn_process_id`,`version`);--> statement-breakpoint
CREATE TABLE `engine_requirements` (
	`decision_requirements_key` integer PRIMARY KEY NOT NULL,
	`decision_requirements_id` text NOT NULL,
	`decision_requirements_name` text NOT NULL,
	`version` integer NOT NULL,
	`resource_name` text NOT NULL,
	`checksum` text NOT NULL,
	`deployment_key` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `engine_requirements_version` ON `engine_requirements` (`decision_requirements_id`,`version`);--> statement-breakpoint
CREATE TABLE `engine_resource` (
	`checksum` text PRIMARY KEY NOT NULL,
	`content` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `engine_subscription` (
	`subscription_key` integer PRIMARY KEY NOT NULL,
	`process_instance_key` integer NOT NULL,
	`bpmn_process_id` text NOT NULL,
	`message_name` text NOT NULL,
	`correlation_key` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `engine_subscription_message` ON `engine_subscription` (`message_name`,`correlation_key`,`subscription_key`);--> statement-breakpoint
CREATE TABLE `engine_timer` (
	`timer_key` integer PRIMARY KEY NOT NULL,
	`process_instance_key` integer NOT NULL,
	`due` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `engine_timer_due` ON `engine_timer` (`due`,`timer_key`);--> statement-breakpoint
CREATE TABLE `engine_value` (
	`process_instance_key` integer NOT NULL,
	`scope_key` integer NOT NULL,
	`name` text NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`process_instance_key`, `scope_key`, `name`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `credential` (
	`account_id` text PRIMARY KEY NOT NULL,
	`password_hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `draft` (
	`user_task_key` text NOT NULL,
	`person_id` text NOT NULL,
	`variables` text NOT NULL,
	`revision` integer NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`user_task_key`, `person_id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `session` (
	`session_id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`previous_hash` text,
	`account_id` text NOT NULL,
	`opened_at` integer NOT NULL,
	`rotated_at` integer NOT NULL,
	`seen_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `session_token_hash_unique` ON `session` (`token_hash`);--> statement-breakpoint
CREATE INDEX `session_previous` ON `session` (`previous_hash`);--> statement-breakpoint
CREATE TABLE `inbox_queue` (
	`queue` text NOT NULL,
	`due_at` integer NOT NULL,
	`user_task_key` integer NOT NULL,
	`process_instance_key` integer NOT NULL,
	`process_definition_key` integer NOT NULL,
	PRIMARY KEY(`queue`, `due_at`, `user_task_key`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `inbox_task` (
	`process_instance_key` integer NOT NULL,
	`user_task_key` integer NOT NULL,
	`process_definition_key` integer NOT NULL,
	`element_id` text NOT NULL,
	`element_instance_key` integer NOT NULL,
	`state` text NOT NULL,
	`kind` text,
	`assignee` text,
	`candidate_groups` text,
	`candidate_users` text,
	`due_at` integer,
	`follow_up_at` integer,
	`priority` integer NOT NULL,
	`form_key` integer,
	`created_at` integer NOT NULL,
	`created_seq` integer NOT NULL,
	`ended_at` integer,
	`ended_seq` integer,
	`completed_by` text,
	`completed_for` text,
	`action` text,
	PRIMARY KEY(`process_instance_key`, `user_task_key`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `inbox_task_key` ON `inbox_task` (`user_task_key`);--> statement-breakpoint
CREATE INDEX `inbox_task_done` ON `inbox_task` (`completed_by`,`ended_seq`) WHERE completed_by is not null;--> statement-breakpoint
CREATE TABLE `incident_summary` (
	`incident_key` integer PRIMARY KEY NOT NULL,
	`process_instance_key` integer NOT NULL,
	`process_definition_key` integer NOT NULL,
	`element_id` text NOT NULL,
	`element_instance_key` integer NOT NULL,
	`error_type` text NOT NULL,
	`error_message` text NOT NULL,
	`job_key` integer,
	`variable_scope_key` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_seq` integer NOT NULL,
	`resolved_at` integer,
	`resolved_seq` integer
);
--> statement-breakpoint
CREATE INDEX `incident_summary_instance` ON `incident_summary` (`process_instance_key`);--> statement-breakpoint
CREATE INDEX `incident_summary_open` ON `incident_summary` (`incident_key`) WHERE resolved_at is null;--> statement-breakpoint
CREATE TABLE `case_handler` (
	`process_instance_key` integer NOT NULL,
	`person_id` text NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`process_instance_key`, `person_id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `instance_summary` (
	`process_instance_key` integer PRIMARY KEY NOT NULL,
	`process_definition_key` integer NOT NULL,
	`bpmn_process_id` text NOT NULL,
	`version` integer NOT NULL,
	`state` text NOT NULL,
	`incidents` integer NOT NULL,
	`started_by` text,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	`case_no` text,
	`title` text,
	`party` text,
	`round` integer
);
--> statement-breakpoint
CREATE INDEX `instance_summary_case` ON `instance_summary` (`case_no`);--> statement-breakpoint
CREATE INDEX `instance_summary_started` ON `instance_summary` (`started_by`,`process_instance_key`) WHERE state = 'ACTIVE';--> statement-breakpoint
CREATE INDEX `instance_summary_incident` ON `instance_summary` (`process_instance_key`) WHERE incidents > 0;--> statement-breakpoint
CREATE TABLE `idempotency` (
	`week` integer NOT NULL,
	`scope` text NOT NULL,
	`key` text NOT NULL,
	`body_hash` text NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`results` text NOT NULL,
	PRIMARY KEY(`week`, `scope`, `key`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `journal` (
	`seq` integer PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	`hash` blob NOT NULL
);
--> statement-breakpoint
CREATE TABLE `journal_case` (
	`case_no` text NOT NULL,
	`seq` integer NOT NULL,
	PRIMARY KEY(`case_no`, `seq`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `journal_instance` (
	`process_instance_key` integer NOT NULL,
	`seq` integer NOT NULL,
	PRIMARY KEY(`process_instance_key`, `seq`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `personal_name` (
	`bpmn_process_id` text NOT NULL,
	`name` text NOT NULL,
	PRIMARY KEY(`bpmn_process_id`, `name`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `personal_value` (
	`seq` integer NOT NULL,
	`commitment` text NOT NULL,
	`salt` text NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`seq`, `commitment`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `account` (
	`account_id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `appointment` (
	`appointment_id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`org` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text
);
--> statement-breakpoint
CREATE INDEX `appointment_person` ON `appointment` (`person_id`);--> statement-breakpoint
CREATE TABLE `file` (
	`file_id` text NOT NULL,
	`put_by` text NOT NULL,
	`name` text NOT NULL,
	`size` integer NOT NULL,
	`type` text NOT NULL,
	PRIMARY KEY(`file_id`, `put_by`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `file_use` (
	`file_id` text NOT NULL,
	`process_instance_key` integer NOT NULL,
	PRIMARY KEY(`file_id`, `process_instance_key`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `organisation` (
	`org_id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`entity` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `person` (
	`person_id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `shipped_resource` (
	`resource_id` text NOT NULL,
	`checksum` text NOT NULL,
	PRIMARY KEY(`resource_id`, `checksum`)
) WITHOUT ROWID;
