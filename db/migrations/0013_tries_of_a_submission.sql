ALTER TABLE "submission" ADD COLUMN "tries" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
-- As it was counted until now, answers to challenges among them. Of open submissions alone: whoever asks
-- for one of the table waits until the whole migration is over, and the ended ones may be millions.
UPDATE "submission" SET "tries" = counted."tries" FROM (
	SELECT "submission_id", jsonb_object_agg("document_type", "taken") AS "tries" FROM (
		SELECT c."submission_id", c."document_type", count(*) AS "taken"
		FROM "capture" c JOIN "submission" s ON s."id" = c."submission_id"
		WHERE s."status" = 'IN_PROGRESS' AND c."attempt" BETWEEN 1 AND s."judged_attempt"
		GROUP BY c."submission_id", c."document_type"
	) AS taken GROUP BY "submission_id"
) AS counted WHERE counted."submission_id" = "submission"."id";
