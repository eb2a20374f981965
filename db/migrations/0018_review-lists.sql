DROP INDEX `review_case`;--> statement-breakpoint
DROP INDEX `review_org`;--> statement-breakpoint
DROP INDEX `review_outcome`;--> statement-breakpoint
CREATE INDEX `review_case` ON `review` (`case_no`);--> statement-breakpoint
CREATE INDEX `review_org` ON `review` (`org_code`);--> statement-breakpoint
CREATE INDEX `review_outcome` ON `review` (`org_code`,`outcome`);