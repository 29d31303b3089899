CREATE INDEX "handoff_submission" ON "handoff" USING btree ("submission_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "handoff_one_open" ON "handoff" USING btree ("submission_id") WHERE "handoff"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "delivery_state" ON "delivery" USING btree ("state","created_at");--> statement-breakpoint
CREATE INDEX "user_grant_unused" ON "user_grant" USING btree ("expires_at") WHERE "user_grant"."submission_id" is null;