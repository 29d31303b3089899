CREATE TABLE "erasure" (
	"submission_id" uuid NOT NULL,
	"scope" text NOT NULL,
	"rule" text NOT NULL,
	"retention_days" integer,
	"request_id" uuid,
	"begun_at" timestamp with time zone NOT NULL,
	"counts" jsonb NOT NULL,
	"objects" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"workflows" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"completed_at" timestamp with time zone,
	"proof" text,
	CONSTRAINT "erasure_submission_id_scope_pk" PRIMARY KEY("submission_id","scope"),
	CONSTRAINT "erasure_scope" CHECK ("erasure"."scope" in ('IMAGES', 'ALL')),
	CONSTRAINT "erasure_proof" CHECK (("erasure"."proof" is null) = ("erasure"."completed_at" is null))
);
--> statement-breakpoint
CREATE TABLE "legal_hold" (
	"id" uuid PRIMARY KEY NOT NULL,
	"partner_code" text NOT NULL,
	"submission_id" uuid,
	"partner_user_id" text,
	"partner_user_id_type" text,
	"reason" text NOT NULL,
	"placed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "legal_hold_subject" CHECK (("legal_hold"."submission_id" is null) = ("legal_hold"."partner_user_id" is not null)
        and ("legal_hold"."partner_user_id" is null) = ("legal_hold"."partner_user_id_type" is null))
);
--> statement-breakpoint
ALTER TABLE "submission" ADD COLUMN "erased_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "erasure" ADD CONSTRAINT "erasure_submission_id_submission_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submission"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal_hold" ADD CONSTRAINT "legal_hold_partner_code_partner_code_fk" FOREIGN KEY ("partner_code") REFERENCES "public"."partner"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal_hold" ADD CONSTRAINT "legal_hold_submission_id_submission_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submission"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "erasure_pending" ON "erasure" USING btree ("submission_id","scope") WHERE "erasure"."completed_at" is null;--> statement-breakpoint
CREATE INDEX "erasure_request" ON "erasure" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "erasure_begun" ON "erasure" USING btree ("begun_at");--> statement-breakpoint
CREATE INDEX "legal_hold_submission" ON "legal_hold" USING btree ("submission_id");--> statement-breakpoint
CREATE INDEX "legal_hold_partner_user" ON "legal_hold" USING btree ("partner_code","partner_user_id");--> statement-breakpoint
CREATE INDEX "submission_kept" ON "submission" USING btree ("partner_code","processed_at") WHERE "submission"."erased_at" is null;--> statement-breakpoint
CREATE INDEX "submission_partner_user" ON "submission" USING btree ("partner_code","partner_user_id") WHERE "submission"."erased_at" is null;