ALTER TABLE `inbox_task` ADD `org` text;--> statement-breakpoint
ALTER TABLE `instance_summary` ADD `org` text;--> statement-breakpoint
WITH `said` AS (
	SELECT segment.value ->> 'processInstanceKey' AS `instance`, max(record.value ->> '$[4]') AS `org`
	FROM `journal`, json_each(`journal`.`body`, '$.segments') AS segment, json_each(segment.value, '$.records') AS record
	WHERE record.value ->> '$[0]' = 'v' AND record.value ->> '$[2]' = 0 AND record.value ->> '$[3]' = 'orgCode'
	GROUP BY 1
)
UPDATE `instance_summary` SET `org` = (SELECT `org` FROM `said` WHERE CAST(`instance` AS integer) = `process_instance_key`);
--> statement-breakpoint
WITH RECURSIVE `above`(`instance`, `at`, `org`) AS (
	SELECT `process_instance_key`, `parent_process_instance_key`, `org` FROM `instance_summary` WHERE `org` IS NULL
	UNION ALL
	SELECT `instance`, `parent_process_instance_key`, caller.`org` FROM `above`
	JOIN `instance_summary` AS caller ON caller.`process_instance_key` = `at` WHERE `above`.`org` IS NULL
)
UPDATE `instance_summary` SET `org` = (SELECT `org` FROM `above` WHERE `instance` = `process_instance_key` AND `above`.`org` IS NOT NULL)
WHERE `org` IS NULL AND `parent_process_instance_key` IS NOT NULL;
--> statement-breakpoint
UPDATE `inbox_task` SET `org` = (SELECT `org` FROM `instance_summary` WHERE `instance_summary`.`process_instance_key` = `inbox_task`.`process_instance_key`);
--> statement-breakpoint
INSERT INTO `inbox_queue` (`queue`, `due_at`, `user_task_key`, `process_instance_key`, `process_definition_key`)
SELECT 'org:' || `org`, coalesce(`due_at`, 9007199254740991), `user_task_key`, `process_instance_key`, `process_definition_key`
FROM `inbox_task` WHERE `org` IS NOT NULL AND `state` = 'CREATED';
