CREATE INDEX "browser_session_submission" ON "browser_session" USING btree ("submission_id");--> statement-breakpoint
CREATE INDEX "browser_session_handoff" ON "browser_session" USING btree ("handoff_id") WHERE "browser_session"."handoff_id" is not null;--> statement-breakpoint
CREATE INDEX "launch_token_submission" ON "launch_token" USING btree ("submission_id");--> statement-breakpoint
CREATE INDEX "user_grant_submission" ON "user_grant" USING btree ("submission_id") WHERE "user_grant"."submission_id" is not null;--> statement-breakpoint
-- Last, since nobody reads submissions from here to the end.
DROP INDEX "submission_in_flight";--> statement-breakpoint
CREATE INDEX "submission_in_flight" ON "submission" USING btree ("confirmed_attempt") WHERE "submission"."status" = 'IN_PROGRESS' and "submission"."environment" = 'PRODUCTION' and "submission"."confirmed_attempt" > "submission"."judged_attempt";