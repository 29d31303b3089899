CREATE TABLE "assessment" (
	"submission_id" uuid NOT NULL,
	"attempt" integer NOT NULL,
	"check" text NOT NULL,
	"verdict" text NOT NULL,
	"reason_code" text,
	"score" double precision,
	"document_quality" jsonb,
	"ktp_sealed" "bytea",
	"duration_ms" integer NOT NULL,
	"assessed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "assessment_submission_id_attempt_check_pk" PRIMARY KEY("submission_id","attempt","check")
);
--> statement-breakpoint
CREATE TABLE "browser_session" (
	"secret_hash" text PRIMARY KEY NOT NULL,
	"submission_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "launch_token" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"submission_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"exchanged_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "capture" (
	"submission_id" uuid NOT NULL,
	"attempt" integer NOT NULL,
	"document_type" text NOT NULL,
	"object_key" text NOT NULL,
	"sha256" text NOT NULL,
	"bytes" integer NOT NULL,
	"confirmed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "capture_submission_id_attempt_document_type_pk" PRIMARY KEY("submission_id","attempt","document_type")
);
--> statement-breakpoint
CREATE TABLE "delivery" (
	"submission_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"webhook_id" text NOT NULL,
	"state" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp with time zone,
	CONSTRAINT "delivery_submission_id_number_pk" PRIMARY KEY("submission_id","number")
);
--> statement-breakpoint
CREATE TABLE "delivery_attempt" (
	"submission_id" uuid NOT NULL,
	"delivery" integer NOT NULL,
	"attempt" integer NOT NULL,
	"http_status" integer,
	"error_class" text,
	"duration_ms" integer NOT NULL,
	"attempted_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "delivery_attempt_submission_id_delivery_attempt_pk" PRIMARY KEY("submission_id","delivery","attempt")
);
--> statement-breakpoint
CREATE TABLE "callback_endpoint" (
	"partner_code" text PRIMARY KEY NOT NULL,
	"url" text NOT NULL,
	"method" text DEFAULT 'POST' NOT NULL,
	"payload" text DEFAULT 'full' NOT NULL,
	"headers_sealed" "bytea",
	"secrets_sealed" "bytea" NOT NULL,
	"is_disabled" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "partner" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"result_screen" text DEFAULT 'KENALI' NOT NULL,
	"success_redirection_url" text,
	"failure_redirection_url" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "partner_credential" (
	"client_id" text PRIMARY KEY NOT NULL,
	"partner_code" text NOT NULL,
	"pass_key_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "submission" (
	"id" uuid PRIMARY KEY NOT NULL,
	"partner_code" text NOT NULL,
	"partner_session_id" text NOT NULL,
	"partner_user_id" text NOT NULL,
	"partner_user_id_type" text NOT NULL,
	"flow" text NOT NULL,
	"source" text NOT NULL,
	"request_digest" text NOT NULL,
	"public_id" text NOT NULL,
	"success_redirection_url" text,
	"failure_redirection_url" text,
	"theme" text DEFAULT 'NO_PREFERENCE' NOT NULL,
	"user_locale" text DEFAULT 'id_ID' NOT NULL,
	"result_screen" text NOT NULL,
	"status" text DEFAULT 'IN_PROGRESS' NOT NULL,
	"result" text,
	"reason_code" text,
	"next_action" text,
	"awaiting" jsonb NOT NULL,
	"confirmed_attempt" integer DEFAULT 0 NOT NULL,
	"judged_attempt" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"processed_at" timestamp with time zone,
	CONSTRAINT "submission_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "submission_partner_session" UNIQUE("partner_code","partner_session_id"),
	CONSTRAINT "submission_status" CHECK ("submission"."status" in ('IN_PROGRESS', 'COMPLETED', 'ERROR')),
	CONSTRAINT "submission_result" CHECK (("submission"."result" is not null) = ("submission"."status" = 'COMPLETED'))
);
--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_submission_id_submission_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submission"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "browser_session" ADD CONSTRAINT "browser_session_submission_id_submission_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submission"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "launch_token" ADD CONSTRAINT "launch_token_submission_id_submission_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submission"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "capture" ADD CONSTRAINT "capture_submission_id_submission_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submission"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_submission_id_submission_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submission"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "callback_endpoint" ADD CONSTRAINT "callback_endpoint_partner_code_partner_code_fk" FOREIGN KEY ("partner_code") REFERENCES "public"."partner"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_credential" ADD CONSTRAINT "partner_credential_partner_code_partner_code_fk" FOREIGN KEY ("partner_code") REFERENCES "public"."partner"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission" ADD CONSTRAINT "submission_partner_code_partner_code_fk" FOREIGN KEY ("partner_code") REFERENCES "public"."partner"("code") ON DELETE no action ON UPDATE no action;