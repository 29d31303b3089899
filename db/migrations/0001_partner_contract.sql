CREATE TABLE "handoff" (
	"id" uuid PRIMARY KEY NOT NULL,
	"submission_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"claimed_at" timestamp with time zone,
	"captured_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "handoff_code_hash_unique" UNIQUE("code_hash")
);
--> statement-breakpoint
CREATE TABLE "audit_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"partner_code" text,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "operator_key" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"key_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "operator_key_key_hash_unique" UNIQUE("key_hash")
);
--> statement-breakpoint
CREATE TABLE "reference_image_source" (
	"partner_code" text PRIMARY KEY NOT NULL,
	"url" text NOT NULL,
	"method" text DEFAULT 'GET' NOT NULL,
	"headers_sealed" "bytea",
	"image_hosts" jsonb DEFAULT '[]'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "user_grant" (
	"id" uuid PRIMARY KEY NOT NULL,
	"partner_code" text NOT NULL,
	"environment" text NOT NULL,
	"partner_user_id" text NOT NULL,
	"partner_user_id_type" text NOT NULL,
	"submission_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "browser_session" ADD COLUMN "handoff_id" uuid;--> statement-breakpoint
ALTER TABLE "delivery_attempt" ADD COLUMN "answer_excerpt" text;--> statement-breakpoint
ALTER TABLE "partner" ADD COLUMN "settings" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "partner_credential" ADD COLUMN "environment" text DEFAULT 'PRODUCTION' NOT NULL;--> statement-breakpoint
ALTER TABLE "submission" ADD COLUMN "environment" text DEFAULT 'PRODUCTION' NOT NULL;--> statement-breakpoint
ALTER TABLE "submission" ADD COLUMN "allow_qr" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "submission" ADD COLUMN "force_qr" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "submission" ADD COLUMN "policy" jsonb DEFAULT '{"maxAttempts":3,"hasReferenceImage":false,"thresholds":{"livenessScore":null,"faceMatchScore":null},"lifetimes":{"userToken":3600,"launchToken":1800,"handoffCode":600,"uploadUrl":600}}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "handoff" ADD CONSTRAINT "handoff_submission_id_submission_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submission"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reference_image_source" ADD CONSTRAINT "reference_image_source_partner_code_partner_code_fk" FOREIGN KEY ("partner_code") REFERENCES "public"."partner"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_grant" ADD CONSTRAINT "user_grant_partner_code_partner_code_fk" FOREIGN KEY ("partner_code") REFERENCES "public"."partner"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_grant" ADD CONSTRAINT "user_grant_submission_id_submission_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submission"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_entry_partner" ON "audit_entry" USING btree ("partner_code","at");--> statement-breakpoint
ALTER TABLE "browser_session" ADD CONSTRAINT "browser_session_handoff_id_handoff_id_fk" FOREIGN KEY ("handoff_id") REFERENCES "public"."handoff"("id") ON DELETE no action ON UPDATE no action;