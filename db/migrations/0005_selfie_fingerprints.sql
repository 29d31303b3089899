CREATE TABLE "selfie_fingerprint" (
	"submission_id" uuid NOT NULL,
	"attempt" integer NOT NULL,
	"picture" integer NOT NULL,
	"partner_code" text NOT NULL,
	"digest" text NOT NULL,
	"fingerprint" bit varying NOT NULL,
	"bands" integer[] NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "selfie_fingerprint_submission_id_attempt_picture_pk" PRIMARY KEY("submission_id","attempt","picture")
);
--> statement-breakpoint
ALTER TABLE "submission" ALTER COLUMN "policy" SET DEFAULT '{"maxAttempts":3,"hasReferenceImage":false,"thresholds":{"livenessScore":null,"faceMatchScore":null},"challenge":"IF_IN_DOUBT","reusedSelfies":"REJECT","lifetimes":{"userToken":3600,"launchToken":1800,"handoffCode":600,"uploadUrl":600}}'::jsonb;--> statement-breakpoint
ALTER TABLE "assessment" ADD COLUMN "signs" jsonb;--> statement-breakpoint
ALTER TABLE "selfie_fingerprint" ADD CONSTRAINT "selfie_fingerprint_submission_id_submission_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submission"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "selfie_fingerprint" ADD CONSTRAINT "selfie_fingerprint_partner_code_partner_code_fk" FOREIGN KEY ("partner_code") REFERENCES "public"."partner"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "selfie_fingerprint_digest" ON "selfie_fingerprint" USING btree ("digest");--> statement-breakpoint
CREATE INDEX "selfie_fingerprint_bands" ON "selfie_fingerprint" USING gin ("bands");