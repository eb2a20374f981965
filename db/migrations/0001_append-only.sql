CREATE TRIGGER `journal_is_not_changed` BEFORE UPDATE ON `journal`
BEGIN SELECT RAISE(ABORT, 'the journal is append-only: no entry is changed'); END;
--> statement-breakpoint
CREATE TRIGGER `journal_is_not_shortened` BEFORE DELETE ON `journal`
BEGIN SELECT RAISE(ABORT, 'the journal is append-only: no entry is deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `journal_has_no_gaps` BEFORE INSERT ON `journal`
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM `journal`)
BEGIN SELECT RAISE(ABORT, 'the journal is contiguous: the next entry has the next number'); END;
