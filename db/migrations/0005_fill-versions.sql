-- What newer engines write with each record, for what was there before them.
INSERT OR IGNORE INTO engine_version (kind, id, version) SELECT 'process', bpmn_process_id, max(version) FROM engine_process GROUP BY bpmn_process_id;
--> statement-breakpoint
INSERT OR IGNORE INTO engine_version (kind, id, version) SELECT 'form', form_id, max(version) FROM engine_form GROUP BY form_id;
--> statement-breakpoint
INSERT OR IGNORE INTO engine_version (kind, id, version) SELECT 'requirements', decision_requirements_id, max(version) FROM engine_requirements GROUP BY decision_requirements_id;
--> statement-breakpoint
INSERT OR IGNORE INTO engine_version (kind, id, version) SELECT 'decision', decision_id, max(version) FROM engine_decision GROUP BY decision_id;
--> statement-breakpoint
UPDATE engine_timer SET waiter_key = (
  SELECT cast(json_extract(document, '$.timers."' || timer_key || '".elementInstanceKey') AS integer)
  FROM engine_instance WHERE engine_instance.process_instance_key = engine_timer.process_instance_key
);
--> statement-breakpoint
DELETE FROM engine_owner WHERE EXISTS (
  SELECT 1 FROM engine_instance WHERE engine_instance.process_instance_key = engine_owner.process_instance_key
  AND json_extract(document, '$.userTasks."' || engine_owner.key || '"') IS NOT NULL
);
